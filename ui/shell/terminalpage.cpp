// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/terminalpage.h>

#include <models/base/bytes.h>
#include <ui/common/labels.h>
#include <ui/files/panefiles.h>
#include <ui/panes/closequestion.h>
#include <ui/panes/panearea.h>
#include <ui/shell/hostconnection.h>
#include <ui/wizard/terminalpane.h>

#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace holdpoint::ui {

namespace {

constexpr std::chrono::seconds longestFarewell{5};

} // namespace

TerminalPage::TerminalPage(session::TransportFactory &transports, QWidget *parent)
    : QWidget(parent)
    , m_transports(transports)
    , m_area(new PaneArea(this))
    , m_broadcaster(*m_area)
{
    setObjectName(QStringLiteral("terminalPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *note = muted(tr("These terminals are outside any run: nothing in them is recorded."), this);
    note->setContentsMargins(wideGap, gap, wideGap, gap);
    column->addWidget(note);
    column->addWidget(m_area, 1);
    connect(&m_broadcaster, &Broadcaster::beginWanted, &m_broadcaster, &Broadcaster::begin);
    connect(m_area, &PaneArea::closeWanted, this, &TerminalPage::close);
    connect(m_area, &PaneArea::newShellWanted, this,
            [this](TerminalPane *pane, Qt::Orientation orientation) { addShell(*pane, orientation); });
}

TerminalPage::~TerminalPage()
{
    m_broadcaster.end(tr("the terminals were closed"));
    delete m_area; // before the shells whose screens it shows
    for (const auto &[pane, terminal] : m_terminals) {
        terminal.connection->disconnect(this);
        terminal.shell->disconnect(this);
        (void)terminal.shell->end(tr("the terminals were closed"));
    }
}

void TerminalPage::open(const session::HostAddress &address, const QString &command)
{
    const auto connection = std::make_shared<HostConnection>(address, m_transports);
    connect(connection.get(), &HostConnection::ready, this, [this, address] { emit connected(address); });
    connect(connection.get(), &HostConnection::failed, this, &TerminalPage::failed);
    addTerminal(connection, command, std::nullopt);
    connection->open();
}

void TerminalPage::addShell(const TerminalPane &pane, std::optional<Qt::Orientation> beside)
{
    const auto found = m_terminals.find(const_cast<TerminalPane *>(&pane)); // the key of a map, never written to
    if (found != m_terminals.end())
        addTerminal(std::shared_ptr(found->second.connection), {}, beside);
}

void TerminalPage::addTerminal(const std::shared_ptr<HostConnection> &connection, const QString &command,
                               std::optional<Qt::Orientation> beside)
{
    const session::HostAddress &address = connection->address();
    const QString name = freeName(address.host);
    auto *pane = new TerminalPane(name, address.toString(), TerminalPane::Lifetime::UntilClosed);
    Terminal &terminal = m_terminals[pane];
    terminal = {connection, std::make_unique<session::HostShell>(name, m_redactor), command};
    if (address.kept)
        terminal.shell->keepIn(session::tmuxSessionName(randomBytes(16), name));
    connect(terminal.shell.get(), &session::HostShell::stateChanged, pane, [this, pane] { shellChanged(pane); });
    connect(connection.get(), &HostConnection::changed, pane, [this, pane] { refresh(pane); });
    connect(connection.get(), &HostConnection::ready, pane, [this, pane] { start(pane); });
    connect(pane, &TerminalPane::connectWanted, this, [this, pane, connection = connection.get()] {
        if (connection->isReady())
            start(pane);
        else
            connection->open();
    });
    pane->attach(terminal.shell.get());
    addFiles(*pane, *connection);
    m_area->add(pane, beside);
    if (connection->isReady())
        start(pane);
    refresh(pane);
    focusTerminal();
}

void TerminalPage::addFiles(TerminalPane &pane, HostConnection &connection)
{
    auto *files = new PaneFiles(pane, QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
                                [&connection] { return connection.transport(); });
    HostCopies &copies = connection.copies();
    connect(files, &PaneFiles::copyWanted, &connection, [this, &connection](const files::TransferOrder &order) {
        if (connection.isReady())
            connection.copies().copy(order, *connection.transport());
        else
            emit failed({ErrorKind::Disconnected, tr("%1 is not connected").arg(connection.address().toString())});
    });
    connect(files, &PaneFiles::cancelWanted, &copies, &HostCopies::cancel);
    connect(&copies, &HostCopies::progressed, files, &PaneFiles::setProgress);
    connect(&copies, &HostCopies::folderProgressed, files, &PaneFiles::setFolderProgress);
    connect(&copies, &HostCopies::changed, files, [files, &copies] { files->refresh(copies.copies()); });
}

void TerminalPage::start(TerminalPane *pane)
{
    const Terminal &terminal = m_terminals.at(pane);
    terminal.shell->start(*terminal.connection->transport());
    refresh(pane);
    if (pane == currentPane())
        m_area->focusPane(pane);
}

void TerminalPage::refresh(TerminalPane *pane)
{
    const Terminal &terminal = m_terminals.at(pane);
    pane->refresh(terminal.connection->transport(), terminal.connection->problem());
}

void TerminalPage::shellChanged(TerminalPane *pane)
{
    Terminal &terminal = m_terminals.at(pane);
    if (terminal.shell->state() == session::HostShell::State::AtPrompt && !terminal.command.isEmpty()) {
        // What a person has typed first comes first.
        const auto possible = terminal.shell->canSend(terminal.command);
        if (possible || possible.error().kind != ErrorKind::Busy)
            sendFirst(terminal);
    }
    refresh(pane);
}

void TerminalPage::sendFirst(Terminal &terminal)
{
    if (const auto sent = terminal.shell->send(std::exchange(terminal.command, {})); !sent)
        emit failed(sent.error());
}

void TerminalPage::close(TerminalPane *pane)
{
    askToClose(pane, copiesEndingWith(pane), [this, pane] {
        const auto found = m_terminals.find(pane);
        if (found == m_terminals.end())
            return;
        pane->attach(nullptr); // what shows the shell must let go of it before
        found->second.connection->disconnect(pane);
        m_area->remove(pane);
        (void)found->second.shell->end(tr("the terminal was closed"));
        const auto connection = found->second.connection;
        m_terminals.erase(found); // the connection goes with the last of its terminals
        keepUntilEnded(connection);
        if (m_terminals.empty())
            emit emptied();
        else
            focusTerminal();
    });
}

/// A shell that tmux has not begun to serve is ended once it does: the connection waits for that, though not for ever, and
/// longer than this page, which goes with its last terminal.
void TerminalPage::keepUntilEnded(const std::shared_ptr<HostConnection> &connection)
{
    const session::Transport *transport = connection->transport();
    if (!transport || std::ranges::any_of(m_terminals, [&](const auto &each) { return each.second.connection == connection; }))
        return;
    for (const auto *channel : transport->findChildren<session::TmuxChannel *>(QString(), Qt::FindDirectChildrenOnly)) {
        connection->disconnect(this);
        QWidget *stays = parentWidget() ? parentWidget() : this;
        auto *farewell = new QTimer(stays);
        connect(farewell, &QTimer::timeout, farewell, [farewell, connection] { farewell->deleteLater(); });
        connect(channel, &QObject::destroyed, farewell, &QObject::deleteLater);
        farewell->start(longestFarewell);
    }
}

QString TerminalPage::freeName(const QString &host) const
{
    const auto taken = [this](const QString &name) {
        return std::ranges::any_of(m_terminals, [&](const auto &each) { return each.first->name() == name; });
    };
    QString name = host;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1 (%2)").arg(host).arg(number);
    return name;
}

void TerminalPage::focusTerminal()
{
    if (TerminalPane *pane = currentPane())
        m_area->focusPane(pane);
}

TerminalPane *TerminalPage::currentPane() const { return m_area->currentPane(); }

bool TerminalPage::isBusy() const
{
    return std::ranges::any_of(m_terminals, [](const auto &each) { return each.first->isBusy(); });
}

QList<Copy> TerminalPage::runningCopies() const
{
    QSet<HostConnection *> connections;
    for (const auto &[pane, terminal] : m_terminals)
        connections.insert(terminal.connection.get());
    QList<Copy> running;
    for (HostConnection *connection : std::as_const(connections))
        running += connection->copies().running();
    return running;
}

/// Those that go over its connection, where no other terminal is on it.
QList<Copy> TerminalPage::copiesEndingWith(TerminalPane *pane) const
{
    const auto &connection = m_terminals.at(pane).connection;
    const auto uses = [&](const auto &each) { return each.second.connection == connection; };
    return std::ranges::count_if(m_terminals, uses) > 1 ? QList<Copy>() : connection->copies().running();
}

} // namespace holdpoint::ui
