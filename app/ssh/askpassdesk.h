// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/descriptor.h>

#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <deque>
#include <memory>

namespace holdpoint::ssh {

/// Where the questions of one login by ssh(1) arrive, from the helper program it calls, one at a time.
///
/// Thread: the owner's, by its event loop.
/// Owns: the listening socket and the connections of the helpers.
/// Invariants: only the same user with the right token is heard; every asked() is followed by an answer(), or by
/// withdrawn() when the helper is gone.
class AskpassDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AskpassDesk)

public:
    AskpassDesk(const QByteArray &socketPath, QByteArray token);
    ~AskpassDesk() override;

    [[nodiscard]] bool isListening() const { return m_listener.isOpen(); }
    /// Whether ssh waits for a person, be it for an answer or for a touch of a key.
    [[nodiscard]] bool isWaiting() const { return !m_helpers.empty(); }
    void answer(QString &text);

signals:
    void asked(const QString &prompt);
    /// ssh only says something, that a key waits to be touched for example, and goes on by itself.
    void noticed(const QString &text);
    void withdrawn();

private:
    struct Helper
    {
        Descriptor socket;
        std::unique_ptr<QSocketNotifier> readable;
        QByteArray heard;
        bool isComplete = false;
        bool isTold = false; ///< its question is open

        [[nodiscard]] QByteArray part(int index) const;
    };

    void accept();
    void hear(Helper *helper);
    void next();
    void drop(const Helper *helper);

    const QByteArray m_token;
    Descriptor m_listener;
    std::unique_ptr<QSocketNotifier> m_incoming;
    std::deque<std::unique_ptr<Helper>> m_helpers; ///< in the order they came
};

} // namespace holdpoint::ssh
