// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/modes.h>

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace holdpoint::ui {

class TerminalPane;

/// What is typed in one of some panes goes to all of them, as long as each of them can take it.
///
/// Thread: GUI. Borrows the panes. Invariants: bytes go to all panes or to none; none goes while one of the panes asks for
/// a secret, until a person has said that this secret is for all that ask: then it goes to those; the end of one pane
/// ends it.
/// Not here: who chooses the panes (BroadcastDialog), and the ledger (RunSession).
class Broadcast final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Broadcast)

public:
    explicit Broadcast(QObject *parent = nullptr);
    ~Broadcast() override;

    void start(const QList<TerminalPane *> &panes);
    void end(const QString &reason);
    [[nodiscard]] bool isRunning() const { return m_state != State::Off; }
    [[nodiscard]] QStringList names() const { return m_names; }
    /// The secret that was asked for may go to all; asked again at the next one.
    void allowSecret();

signals:
    void ended(const QString &reason);
    /// Nothing is sent until allowSecret() or end().
    void secretAsked(const QString &pane);

private:
    enum class State { Off, Sending, Held, SecretAllowed };

    void look();
    [[nodiscard]] bool asksAnew(const TerminalPane *pane) const;
    void send(TerminalPane *from, const QByteArray &bytes);

    QList<QPointer<TerminalPane>> m_panes;
    QStringList m_names;
    QHash<const TerminalPane *, qint64> m_answered; ///< the line of the prompt that was given its secret
    State m_state = State::Off;
};

/// What was typed for one screen as another takes it: keys and pastes by its modes. Reports about the mouse and the focus
/// of one screen are for no other: empty.
[[nodiscard]] QByteArray typedFor(const QByteArray &bytes, const terminal::Modes &modes);

} // namespace holdpoint::ui
