// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/terminalpage.h>

#include <ui/common/labels.h>
#include <ui/wizard/terminalpane.h>

#include <QVBoxLayout>

#include <utility>

namespace holdpoint::ui {

TerminalPage::TerminalPage(const session::HostAddress &address, QString command, session::TransportFactory &transports,
                           QWidget *parent)
    : QWidget(parent)
    , m_address(address)
    , m_command(std::move(command))
    , m_transports(transports)
    , m_shell(address.host, m_redactor)
    , m_pane(new TerminalPane(address.host, address.toString(), this))
{
    setObjectName(QStringLiteral("terminalPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *note = muted(tr("This terminal is outside any run: nothing in it is recorded."), this);
    note->setContentsMargins(wideGap, gap, wideGap, gap);
    column->addWidget(note);
    column->addWidget(m_pane, 1);
    connect(m_pane, &TerminalPane::connectWanted, this, &TerminalPage::connectHost);
    connect(&m_shell, &session::HostShell::stateChanged, this, &TerminalPage::shellChanged);
    m_pane->attach(&m_shell);
    connectHost();
}

TerminalPage::~TerminalPage()
{
    delete m_pane; // before the shell whose screen it shows
}

void TerminalPage::connectHost()
{
    m_problem.clear();
    m_transport = m_transports.create(m_address);
    const auto refresh = [this] { m_pane->refresh(m_transport.get(), m_problem); };
    const auto fail = [this, refresh](const Error &error) {
        m_problem = error.detail;
        refresh();
        emit failed(error);
    };
    connect(m_transport.get(), &session::Transport::stateChanged, this, refresh);
    connect(m_transport.get(), &session::Transport::awaitedChanged, this, refresh);
    connect(m_transport.get(), &session::Transport::failed, this, fail);
    connect(m_transport.get(), &session::Transport::disconnected, this, fail);
    connect(m_transport.get(), &session::Transport::ready, this, [this, refresh] {
        m_shell.start(*m_transport);
        emit connected();
        refresh();
        focusTerminal();
    });
    m_transport->open();
    refresh();
}

void TerminalPage::shellChanged()
{
    if (m_shell.state() == session::HostShell::State::AtPrompt && !m_command.isEmpty()) {
        if (const auto sent = m_shell.send(std::exchange(m_command, {})); !sent)
            emit failed(sent.error());
    }
}

void TerminalPage::focusTerminal() { m_pane->focusTerminal(); }

} // namespace holdpoint::ui
