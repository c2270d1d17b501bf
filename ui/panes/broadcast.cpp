// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/broadcast.h>

#include <models/base/text.h>
#include <models/terminal/paste.h>
#include <ui/wizard/terminalpane.h>

#include <QRegularExpression>

namespace holdpoint::ui {

namespace {

constexpr QByteArrayView pasteBegins("\x1b[200~");
constexpr QByteArrayView pasteEnds("\x1b[201~");

/// Mouse reports of every coding, and focus reports (ctlseqs, "Mouse Tracking").
bool isReport(const QByteArray &bytes)
{
    static const QRegularExpression urxvt(QStringLiteral("^\x1b\\[\\d+;\\d+;\\d+M$"));
    return bytes == "\x1b[I" || bytes == "\x1b[O" || bytes.startsWith("\x1b[M") || bytes.startsWith("\x1b[<")
           || urxvt.match(QString::fromLatin1(bytes)).hasMatch();
}

/// A cursor key without modifiers: CSI or SS3, by DECCKM.
bool isCursorKey(const QByteArray &bytes)
{
    return bytes.size() == 3 && bytes[0] == '\x1b' && (bytes[1] == '[' || bytes[1] == 'O')
           && QByteArrayView("ABCDHF").contains(bytes[2]);
}

/// The line that the cursor is in, counted since the start.
qint64 promptLine(const TerminalPane &pane)
{
    const terminal::Screen &screen = pane.shell()->screen();
    return screen.droppedLines() + screen.scrollbackLines() + screen.cursorRow();
}

/// Whether both encode keys alike: with key protocols of programs on one side, Ctrl+C would not interrupt on the other.
bool takesKeysLike(const TerminalPane &one, const TerminalPane &other)
{
    if (!one.shell() || !other.shell())
        return true;
    const terminal::Modes &a = one.shell()->screen().modes();
    const terminal::Modes &b = other.shell()->screen().modes();
    return a.keyFlags == b.keyFlags && a.otherKeys == b.otherKeys;
}

} // namespace

QByteArray typedFor(const QByteArray &bytes, const terminal::Modes &modes)
{
    if (isReport(bytes))
        return {};
    if (isCursorKey(bytes))
        return QByteArray(modes.applicationCursorKeys ? "\x1bO" : "\x1b[") + bytes.last(1);
    if (bytes.startsWith(pasteBegins) && bytes.endsWith(pasteEnds)) {
        const QByteArray text = bytes.sliced(pasteBegins.size(), bytes.size() - pasteBegins.size() - pasteEnds.size());
        return terminal::encodePaste(QString::fromUtf8(text), modes);
    }
    return bytes;
}

Broadcast::Broadcast(QObject *parent)
    : QObject(parent)
{
}

Broadcast::~Broadcast()
{
    for (const QPointer<TerminalPane> &pane : std::as_const(m_panes)) {
        if (pane)
            pane->setBroadcast({});
    }
}

void Broadcast::start(const QList<TerminalPane *> &panes)
{
    end(tr("another one began"));
    for (TerminalPane *pane : panes) {
        m_panes.append(pane);
        m_names.append(pane->name());
        connect(pane, &TerminalPane::typed, this, [this, pane](const QByteArray &bytes) { send(pane, bytes); });
        connect(pane, &TerminalPane::inputChanged, this, &Broadcast::look);
        connect(pane, &TerminalPane::leaving, this,
                [this, name = pane->name()] { end(tr("“%1” was closed").arg(visibleControls(name))); });
    }
    for (TerminalPane *pane : panes)
        pane->setBroadcast(m_names);
    m_state = State::Sending;
    look();
}

void Broadcast::end(const QString &reason)
{
    if (m_state == State::Off)
        return;
    m_state = State::Off;
    for (const QPointer<TerminalPane> &pane : std::exchange(m_panes, {})) {
        if (!pane)
            continue;
        pane->disconnect(this);
        pane->setBroadcast({});
    }
    m_names.clear();
    m_answered.clear();
    emit ended(reason);
}

/// Whether a pane asks for a secret that has not been given to it.
bool Broadcast::asksAnew(const TerminalPane *pane) const
{
    return pane->asksForSecret() && m_answered.value(pane, -1) != promptLine(*pane);
}

/// Whether every pane can still take it, and none asks for what must not go to all.
void Broadcast::look()
{
    if (m_state == State::Off)
        return;
    QString asking;
    for (const QPointer<TerminalPane> &pane : std::as_const(m_panes)) {
        const QString problem = pane ? pane->inputProblem() : tr("one of the terminals was closed");
        if (!problem.isEmpty()) {
            end(problem);
            return;
        }
        if (!takesKeysLike(*pane, *m_panes.first())) {
            end(tr("“%1” takes keys in another way than “%2”")
                    .arg(visibleControls(pane->name()), visibleControls(m_panes.first()->name())));
            return;
        }
        if (asking.isEmpty() && asksAnew(pane))
            asking = pane->name();
    }
    // Only a person ends a hold: a line that came in between does not make the secret any less one.
    if (asking.isEmpty() && m_state == State::SecretAllowed) {
        m_state = State::Sending;
    } else if (!asking.isEmpty() && m_state == State::Sending) {
        m_state = State::Held;
        emit secretAsked(asking);
    }
}

void Broadcast::allowSecret()
{
    if (m_state == State::Held)
        m_state = State::SecretAllowed;
}

void Broadcast::send(TerminalPane *from, const QByteArray &bytes)
{
    if (isReport(bytes)) {
        from->send(bytes);
        return;
    }
    look();
    if (m_state != State::Sending && m_state != State::SecretAllowed)
        return;
    const bool isSecret = m_state == State::SecretAllowed;
    for (const QPointer<TerminalPane> &pane : QList(m_panes)) {
        if (!pane || !pane->shell() || (isSecret && !asksAnew(pane))) // where nobody asks it would be shown and run
            continue;
        pane->send(typedFor(bytes, pane->shell()->screen().modes()));
        if (isSecret && bytes.contains('\r'))
            m_answered.insert(pane, promptLine(*pane));
    }
    if (isSecret && bytes.contains('\r'))
        m_state = State::Sending; // each secret is asked about
}

} // namespace holdpoint::ui
