// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace holdpoint::cli {

/// Connects a host again whose shell tmux keeps, while the command under way there is waited for; at growing intervals, for
/// ten minutes.
///
/// Thread: main. Borrows the session. Other lost connections are a person's to decide.
class Reconnector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reconnector)

public:
    explicit Reconnector(session::RunSession &session, QObject *parent = nullptr);

    /// Whether a connection that failed with this is tried again by itself.
    [[nodiscard]] bool takes(const Error &error) const;

    /// Looks whether there is something to do; by itself after each change of the run.
    void look();

signals:
    void trying(const QString &role, std::chrono::seconds in);
    void gaveUp(const QString &role);

private:
    [[nodiscard]] QString lostRole() const;

    session::RunSession &m_session;
    QTimer m_next;
    QElapsedTimer m_since; ///< the connection was lost
    int m_tries = 0;
};

} // namespace holdpoint::cli
