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
        connect(pane, &QObject::destroyed, this,
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
    emit ended(reason);
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
        if (asking.isEmpty() && pane->asksForSecret())
            asking = pane->name();
    }
    if (asking.isEmpty() && m_state != State::Sending) {
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
    for (const QPointer<TerminalPane> &pane : QList(m_panes)) {
        if (pane && pane->shell())
            pane->send(typedFor(bytes, pane->shell()->screen().modes()));
    }
}

} // namespace holdpoint::ui
