// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/terminalpane.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/elidedlabel.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/findbar.h>
#include <ui/wizard/pastedialog.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

QString progressWords(const terminal::Progress &progress)
{
    using State = terminal::Progress::State;
    switch (progress.state) {
    case State::None:
    case State::Unknown: return {};
    case State::Running: return TerminalPane::tr("%1 % done").arg(progress.percent);
    case State::Failed: return TerminalPane::tr("failed at %1 %").arg(progress.percent);
    case State::Paused: return TerminalPane::tr("paused at %1 %").arg(progress.percent);
    }
    Q_UNREACHABLE();
}

} // namespace

TerminalPane::TerminalPane(const QString &role, const QString &address, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
    , m_address(address)
    , m_badge(new StatusBadge(lookOf(session::Transport::State::Closed), this))
    , m_where(new ElidedLabel(visibleControls(address), this))
    , m_problem(body({}, this))
    , m_hint(body(tr("The host asks for a secret. What you type goes to the host only and is not recorded."), this))
    , m_duration(muted({}, this))
    , m_connect(button(tr("Connect"), QStringLiteral("connect_%1").arg(role), QStringLiteral("refresh"),
                       ButtonRole::Normal, this))
    , m_column(new QVBoxLayout(this))
    , m_view(new TerminalView(this))
    , m_find(new FindBar(this))
{
    setObjectName(QStringLiteral("terminalPane_%1").arg(role));
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_connect->setAccessibleName(tr("Connect to %1").arg(role));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap, halfGap, gap, halfGap);
    row->setSpacing(gap);
    row->addWidget(m_badge);
    row->addWidget(m_where, 1);
    row->addWidget(m_duration);
    row->addWidget(m_connect);
    for (QLabel *label : {m_problem, m_hint}) {
        label->setContentsMargins(gap, 0, gap, halfGap);
        label->hide();
    }
    m_hint->setObjectName(QStringLiteral("secretHint"));
    m_duration->setObjectName(QStringLiteral("commandDuration"));
    m_duration->hide();
    m_secondTimer.setInterval(1000);
    connect(&m_secondTimer, &QTimer::timeout, this, &TerminalPane::refreshDuration);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(row);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_find);
    m_column->addWidget(m_view, 1);
    buildView();
    connect(m_connect, &QPushButton::clicked, this, &TerminalPane::connectWanted);
}

void TerminalPane::buildView()
{
    m_view->setObjectName(QStringLiteral("terminalView_%1").arg(m_role));
    m_view->setAccessibleName(tr("Terminal of %1").arg(m_role));
    connect(m_view, &TerminalView::input, this, [this](const QByteArray &bytes) {
        if (m_shell)
            m_shell->type(bytes);
    });
    connect(m_view, &TerminalView::resized, this, [this](int columns, int rows) {
        if (m_shell)
            m_shell->resize(columns, rows);
    });
    connect(m_view, &TerminalView::pasteNeedsConfirmation, this,
            [this](const QString &text, const terminal::PasteFindings &findings) {
                auto *dialog = new PasteDialog(text, findings, this);
                connect(dialog, &PasteDialog::confirmed, m_view, &TerminalView::confirmPaste);
                dialog->open();
            });
}

void TerminalPane::attach(session::HostShell *shell)
{
    if (shell == m_shell)
        return;
    if (m_shell)
        m_shell->disconnect(this);
    m_shell = shell;
    m_view->setScreen(shell ? &shell->screen() : nullptr);
    if (!shell)
        return;
    connect(shell, &session::HostShell::screenChanged, this, [this] {
        m_view->screenChanged();
        refreshHint();
    });
    connect(shell, &session::HostShell::stateChanged, this, &TerminalPane::refreshHint);
    connect(shell, &session::HostShell::stateChanged, this, &TerminalPane::refreshDuration);
    refreshDuration();
    // The shell's screen dies with it, so the view must let go of it before.
    connect(shell, &QObject::destroyed, this, [this] { m_view->setScreen(nullptr); });
}

void TerminalPane::setInputPolicy(InputPolicy policy) { m_view->setInputEnabled(policy); }

void TerminalPane::openFind() { m_find->open(m_view); }

void TerminalPane::refresh(const session::Transport *transport, const QString &lastProblem)
{
    const auto state = transport ? transport->state() : session::Transport::State::Closed;
    const bool linked = state != session::Transport::State::Closed && state != session::Transport::State::Lost;
    const bool shellEnded = linked && m_shell && m_shell->state() == session::HostShell::State::Lost;
    const bool open = linked && !shellEnded;
    m_badge->setLook(shellEnded ? Look{tr("Shell ended"), QStringLiteral("cross"), Tone::Danger} : lookOf(state));
    m_connect->setVisible(!open);
    m_connect->setText(shellEnded                                  ? tr("New shell")
                       : state == session::Transport::State::Lost ? tr("Reconnect")
                                                                  : tr("Connect"));
    m_problem->setText(visibleControls(lastProblem));
    m_problem->setVisible(!open && !lastProblem.isEmpty());
    if (transport && state == session::Transport::State::Ready) {
        const session::HostIdentity identity = transport->identity();
        m_badge->setToolTip(
            tr("%1, key %2, login by %3, over %4")
                .arg(visibleControls(identity.host), identity.keyFingerprint, identity.authMethod, identity.client));
    }
    refreshHint();
}

void TerminalPane::refreshHint()
{
    m_hint->setVisible(m_shell && m_shell->asksForSecret());
    const QString folder = m_shell ? m_shell->workingDirectory() : QString();
    m_where->setText(folder.isEmpty()
                         ? visibleControls(m_address)
                         : QStringLiteral("%1:%2").arg(visibleControls(m_address), visibleControls(folder)));
}

/// Says how long the command has run, or ran; one that is done at once is not worth the words.
void TerminalPane::refreshDuration()
{
    constexpr qint64 worthSayingMs = 2000;
    const bool lost = m_shell && m_shell->state() == session::HostShell::State::Lost; // nobody knows how long it ran
    const bool busy = m_shell && m_shell->state() == session::HostShell::State::Busy;
    const qint64 passed = m_shell ? m_shell->commandMs().value_or(0) : 0;
    if (busy)
        m_secondTimer.start();
    else
        m_secondTimer.stop();
    const QString time = items::durationText(passed);
    const QString far = busy ? progressWords(m_shell->progress()) : QString();
    m_duration->setText(!busy           ? tr("took %1").arg(time)
                        : far.isEmpty() ? tr("running for %1").arg(time)
                                        : tr("running for %1, %2", "a time and how far it is").arg(time, far));
    m_duration->setVisible(passed >= worthSayingMs && !lost);
}

void TerminalPane::focusTerminal()
{
    QWidget *target = m_shell ? static_cast<QWidget *>(m_view) : m_connect;
    target->setFocus(Qt::ShortcutFocusReason);
}

QString TerminalPane::stateWord() const { return m_badge->word(); }

} // namespace holdpoint::ui
