// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/terminalpane.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/elidedlabel.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>
#include <ui/terminal/promptmark.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/clipboardbutton.h>
#include <ui/wizard/findbar.h>
#include <ui/wizard/pastedialog.h>

#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

constexpr int keysFrame = 2; // pixels
constexpr int hintMs = 50; // a flood of output is looked at now and then, a question soon enough

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

QString allKeysWords()
{
    return TerminalPane::tr("ALL KEYS go to this terminal. %1 gives the window its own back.")
        .arg(QKeySequence(allKeysKey).toString(QKeySequence::NativeText));
}

QString failureWords(const std::optional<terminal::CommandOutcome> &outcome)
{
    return outcome && outcome->exit.value_or(0) != 0 ? outcomeText(outcome) : QString();
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        const QFileInfo info(url.toLocalFile());
        if (url.isLocalFile() && (info.isFile() || info.isDir()))
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

TerminalPane::TerminalPane(const QString &name, const QString &address, Lifetime lifetime, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_address(address)
    , m_lifetime(lifetime)
    , m_badge(new StatusBadge(lookOf(session::Transport::State::Closed), this))
    , m_where(new ElidedLabel(visibleControls(address), this))
    , m_problem(body({}, this))
    , m_notes(body({}, this))
    , m_hint(body(tr("The host asks for a secret. What you type goes to the host only and is not recorded."), this))
    , m_remark(muted({}, this))
    , m_broadcastLabel(new ToneLabel({}, Tone::Warning, this))
    , m_unrecordedLabel(new ToneLabel({}, Tone::Danger, this))
    , m_allKeysLabel(new ToneLabel(allKeysWords(), Tone::Warning, this))
    , m_keysLabel(new QLabel(tr("Keys go here"), this))
    , m_duration(muted({}, this))
    , m_notesButton(
          button(tr("SSH notes"), QStringLiteral("configurationNotes_%1").arg(name), {}, ButtonRole::Normal, this))
    , m_clipboardButton(new ClipboardButton(name, this))
    , m_connect(button(tr("Connect"), QStringLiteral("connect_%1").arg(name), QStringLiteral("refresh"),
                       ButtonRole::Normal, this))
    , m_head(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
    , m_view(new TerminalView(this))
    , m_find(new FindBar(this))
{
    setObjectName(QStringLiteral("terminalPane_%1").arg(name));
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_connect->setAccessibleName(tr("Connect to %1").arg(name));
    m_clipboardButton->setFixedHeight(m_badge->sizeHint().height()); // it comes and goes while programs run in the terminal
    m_head->setContentsMargins(gap, halfGap, gap, halfGap);
    m_head->setSpacing(gap);
    m_head->addWidget(m_badge);
    m_head->addWidget(m_where, 1);
    m_head->addWidget(m_keysLabel);
    m_head->addWidget(m_duration);
    m_head->addWidget(m_clipboardButton);
    m_head->addWidget(m_notesButton);
    m_head->addWidget(m_connect);
    for (QLabel *label : std::initializer_list<QLabel *>{m_problem, m_notes, m_hint, m_remark, m_broadcastLabel, m_unrecordedLabel, m_allKeysLabel}) {
        label->setContentsMargins(gap, 0, gap, halfGap);
        label->hide();
    }
    m_problem->setObjectName(QStringLiteral("connectionProblem"));
    m_notes->setObjectName(QStringLiteral("configurationNotes"));
    m_notesButton->setAccessibleName(tr("What the SSH configuration says and Holdpoint does not do"));
    m_notesButton->setToolTip(m_notesButton->accessibleName());
    m_notesButton->setCheckable(true);
    m_notesButton->hide();
    connect(m_notesButton, &QPushButton::toggled, m_notes, &QLabel::setVisible);
    m_hint->setObjectName(QStringLiteral("secretHint"));
    m_remark->setObjectName(QStringLiteral("paneRemark"));
    m_broadcastLabel->setObjectName(QStringLiteral("broadcastLabel"));
    m_unrecordedLabel->setObjectName(QStringLiteral("unrecordedLabel"));
    m_allKeysLabel->setObjectName(QStringLiteral("allKeysLabel"));
    m_keysLabel->setObjectName(QStringLiteral("keysLabel"));
    m_keysLabel->setForegroundRole(QPalette::Link);
    m_keysLabel->hide();
    m_duration->setObjectName(QStringLiteral("commandDuration"));
    m_duration->setWordWrap(false);
    m_duration->setMinimumWidth(1); // a word more must not make the window wider
    m_duration->hide();
    m_secondTimer.setInterval(1000);
    connect(&m_secondTimer, &QTimer::timeout, this, &TerminalPane::refreshDuration);
    m_hintTimer.setSingleShot(true);
    m_hintTimer.setInterval(hintMs);
    connect(&m_hintTimer, &QTimer::timeout, this, &TerminalPane::refreshHint);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_head);
    m_column->addWidget(m_remark);
    m_column->addWidget(m_unrecordedLabel);
    m_column->addWidget(m_broadcastLabel);
    m_column->addWidget(m_allKeysLabel);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_notes);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_find);
    m_column->addWidget(m_view, 1);
    setAcceptDrops(true);
    buildView();
    connect(m_connect, &QPushButton::clicked, this, &TerminalPane::connectWanted);
}

TerminalPane::~TerminalPane() { emit leaving(); }

void TerminalPane::addBar(QWidget *bar) { m_column->insertWidget(m_column->indexOf(m_view), bar); }

void TerminalPane::showKeys(Keys keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    m_keysLabel->setVisible(keys == Keys::Here);
    const int frame = keys == Keys::Alone ? 0 : keysFrame; // there for all, so that nothing moves with the focus
    m_column->setContentsMargins(frame, frame, frame, frame);
    update();
}

void TerminalPane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_keys != Keys::Here)
        return;
    QPainter painter(this);
    const QColor colour = palette().color(QPalette::Link);
    painter.fillRect(QRect(0, 0, width(), keysFrame), colour);
    painter.fillRect(QRect(0, height() - keysFrame, width(), keysFrame), colour);
    painter.fillRect(QRect(0, 0, keysFrame, height()), colour);
    painter.fillRect(QRect(width() - keysFrame, 0, keysFrame, height()), colour);
}

void TerminalPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void TerminalPane::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // the file stays where it is, whatever was offered
    event->accept();
    emit filesDropped(localFiles(*event->mimeData()));
}

void TerminalPane::buildView()
{
    m_view->setObjectName(QStringLiteral("terminalView_%1").arg(m_name));
    m_view->setAccessibleName(tr("Terminal of %1").arg(m_name));
    connect(m_view, &TerminalView::input, this, [this](const QByteArray &bytes) {
        if (m_broadcast.isEmpty())
            send(bytes);
        else
            emit typed(bytes);
    });
    connect(m_view, &TerminalView::resized, this, [this](int columns, int rows) {
        if (m_shell)
            m_shell->resize(columns, rows);
    });
    connect(m_view, &TerminalView::findWanted, this, &TerminalPane::openFind);
    connect(m_view, &TerminalView::resetWanted, this, [this] {
        if (m_shell)
            m_shell->resetTerminal();
    });
    connect(m_view, &TerminalView::pasteNeedsConfirmation, this,
            [this](const QString &text, const terminal::PasteFindings &findings) {
                auto *dialog = new PasteDialog(text, findings, m_broadcast, this);
                connect(dialog, &PasteDialog::confirmed, m_view, &TerminalView::confirmPaste);
                dialog->open();
            });
}

void TerminalPane::attach(session::HostShell *shell)
{
    if (shell == m_shell)
        return;
    if (m_shell) {
        m_shell->disconnect(this);
        m_shell->disconnect(m_clipboardButton);
    }
    m_shell = shell;
    m_view->setScreen(shell ? &shell->screen() : nullptr);
    if (!shell)
        return;
    connect(shell, &session::HostShell::screenChanged, this, [this] {
        m_view->screenChanged();
        if (!m_hintTimer.isActive())
            m_hintTimer.start();
        emit inputChanged();
    });
    connect(shell, &session::HostShell::clipboardWanted, m_clipboardButton, &ClipboardButton::offer);
    connect(shell, &session::HostShell::stateChanged, this, &TerminalPane::refreshHint);
    connect(shell, &session::HostShell::stateChanged, this, &TerminalPane::inputChanged);
    connect(shell, &session::HostShell::stateChanged, this, &TerminalPane::refreshDuration);
    refreshDuration();
    // The shell's screen dies with it, so the view must let go of it before.
    connect(shell, &QObject::destroyed, this, [this] {
        m_view->setScreen(nullptr);
        emit inputChanged();
    });
}

void TerminalPane::setInputPolicy(InputPolicy policy)
{
    m_view->setInputEnabled(policy);
    emit inputChanged();
}

void TerminalPane::setRemark(const QString &text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

void TerminalPane::setBroadcast(const QStringList &names)
{
    m_broadcast = names;
    m_broadcastLabel->setText(tr("BROADCAST: what you type here goes to %1. Ctrl+Shift+B ends it.")
                                  .arg(visibleControls(names.join(QStringLiteral(", ")))));
    m_broadcastLabel->setVisible(!names.isEmpty());
    emit titleChanged();
}

void TerminalPane::setUnrecorded(const QString &text)
{
    if (text == m_unrecordedLabel->text())
        return;
    m_unrecordedLabel->setText(text);
    m_unrecordedLabel->setVisible(!text.isEmpty());
    emit titleChanged();
}

void TerminalPane::send(const QByteArray &bytes)
{
    if (m_shell)
        m_shell->type(bytes);
}

QString TerminalPane::inputProblem() const
{
    using State = session::HostShell::State;
    if (!m_shell || m_shell->state() == State::Closed || m_shell->state() == State::Lost)
        return tr("“%1” has no shell that could take it").arg(visibleControls(m_name));
    if (m_view->inputPolicy() == InputPolicy::Locked)
        return tr("“%1” is locked").arg(visibleControls(m_name));
    return {};
}

QString TerminalPane::title() const
{
    if (!m_unrecordedLabel->text().isEmpty())
        return tr("UNRECORDED %1: %2", "a host and the state of its connection").arg(visibleControls(m_name), stateWord());
    return m_broadcast.isEmpty()
               ? tr("%1: %2", "a host and the state of its connection").arg(visibleControls(m_name), stateWord())
               : tr("BROADCAST %1: %2", "a host and the state of its connection")
                     .arg(visibleControls(m_name), stateWord());
}

void TerminalPane::toggleAllKeys()
{
    const bool all = m_view->keyPolicy() == KeyPolicy::Shared;
    m_view->setKeyPolicy(all ? KeyPolicy::AllToHost : KeyPolicy::Shared);
    m_allKeysLabel->setVisible(all);
    const QString name = tr("Terminal of %1").arg(m_name);
    m_view->setAccessibleName(all ? tr("%1. %2", "a terminal's name, and a sentence").arg(name, allKeysWords()) : name);
}

void TerminalPane::openFind() { m_find->open(m_view); }

void TerminalPane::refresh(const session::Transport *transport, const QString &lastProblem)
{
    const auto state = transport ? transport->state() : session::Transport::State::Closed;
    const bool linked = state != session::Transport::State::Closed && state != session::Transport::State::Lost;
    const bool isReached = state == session::Transport::State::Ready || state == session::Transport::State::Silent;
    const bool shellEnded =
        isReached && m_shell && m_shell->state() == session::HostShell::State::Lost && !m_shell->isLeftBehind();
    const bool open = linked && !shellEnded;
    m_badge->setLook(shellEnded ? Look{tr("Shell ended"), QStringLiteral("cross"), Tone::Danger} : lookOf(state));
    m_connect->setVisible(!open);
    m_connect->setText(shellEnded                                 ? tr("New shell")
                       : state == session::Transport::State::Lost ? tr("Reconnect")
                                                                  : tr("Connect"));
    const bool kept = m_shell && !m_shell->keptIn().isEmpty();
    const QString awaited = transport ? transport->awaited() : QString();
    m_problem->setText(
        !awaited.isEmpty() ? tr("Waiting for %1.").arg(visibleControls(awaited))
        : open             ? QString()
        : kept && !shellEnded && !lastProblem.isEmpty()
            ? tr("%1. The shell is kept in tmux: reconnect to find it again.", "why the connection was lost")
                  .arg(visibleControls(lastProblem))
            : visibleControls(lastProblem));
    m_problem->setVisible(!m_problem->text().isEmpty());
    showNotes(transport ? transport->notes() : QStringList());
    if (transport && state == session::Transport::State::Ready) {
        const session::HostIdentity identity = transport->identity();
        m_badge->setToolTip(
            tr("%1, key %2, login by %3, over %4")
                .arg(visibleControls(identity.host), identity.keyFingerprint, identity.authMethod, identity.client));
    }
    refreshHint();
    emit titleChanged();
}

void TerminalPane::showNotes(const QStringList &notes)
{
    m_notes->setText(visibleControlsKeepingLines(notes.join(QLatin1Char('\n'))));
    m_notesButton->setVisible(!notes.isEmpty());
    m_notes->setVisible(!notes.isEmpty() && m_notesButton->isChecked());
}

void TerminalPane::refreshHint()
{
    m_hint->setVisible(m_shell && m_shell->asksForSecret());
    const QString folder = m_shell ? m_shell->workingDirectory() : QString();
    m_where->setText(folder.isEmpty()
                         ? visibleControls(m_address)
                         : QStringLiteral("%1:%2").arg(visibleControls(m_address), visibleControls(folder)));
}

/// Says how long the command has run, or ran; one that is done at once is not worth the words, but that it failed is.
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
    const auto outcome = !busy && !lost && m_shell ? m_shell->lastOutcome() : std::nullopt;
    const QString failure = failureWords(outcome);
    m_durationWords = !failure.isEmpty() ? failure
                      : !busy            ? tr("took %1").arg(time)
                      : far.isEmpty()    ? tr("running for %1").arg(time)
                                         : tr("running for %1, %2", "a time and how far it is").arg(time, far);
    //: A cross and an exit status, where there is no room for words.
    m_durationSign = failure.isEmpty() ? time : tr("✗ %1").arg(outcome->exit.value_or(0));
    m_duration->setToolTip(m_durationWords);
    m_duration->setAccessibleName(m_durationWords);
    m_duration->setVisible(!failure.isEmpty() || (passed >= worthSayingMs && !lost));
    fitDuration();
}

/// In a narrow pane the folder is worth more than how the command fares in words.
void TerminalPane::fitDuration()
{
    int room = width() - m_head->contentsMargins().left() - m_head->contentsMargins().right();
    for (int i = 0; i < m_head->count(); ++i) {
        const QWidget *each = m_head->itemAt(i)->widget();
        if (!each->isHidden() && each != m_duration)
            room -= each->sizeHint().width() + m_head->spacing();
    }
    const bool fits = m_duration->fontMetrics().horizontalAdvance(m_durationWords) <= room;
    m_duration->setText(fits ? m_durationWords : m_durationSign);
    // The host stands on the tab too.
    m_where->setElideMode(2 * m_where->width() < m_where->sizeHint().width() ? Qt::ElideLeft : Qt::ElideMiddle);
}

bool TerminalPane::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitDuration();
    return handled;
}

void TerminalPane::focusTerminal()
{
    QWidget *target = m_shell ? static_cast<QWidget *>(m_view) : m_connect;
    target->setFocus(Qt::ShortcutFocusReason);
}

QString TerminalPane::stateWord() const { return m_badge->word(); }

} // namespace holdpoint::ui
