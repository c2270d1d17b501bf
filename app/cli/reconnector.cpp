// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/reconnector.h>

#include <algorithm>

namespace holdpoint::cli {

namespace {

constexpr std::chrono::minutes longest{10};
constexpr std::chrono::seconds longestPause{30};

} // namespace

Reconnector::Reconnector(session::RunSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] {
        if (const QString role = lostRole(); !role.isEmpty())
            m_session.connectHost(role);
    });
    connect(&m_session, &session::RunSession::changed, this, &Reconnector::look);
}

bool Reconnector::takes(const Error &error) const
{
    const bool passes = error.kind == ErrorKind::Disconnected || error.kind == ErrorKind::Timeout
                        || error.kind == ErrorKind::Io || error.kind == ErrorKind::NotFound;
    return passes && m_session.awaitsLostShell() && m_since.isValid()
           && std::chrono::milliseconds(m_since.elapsed()) < longest;
}

/// The role whose kept shell is waited for and which has no connection; empty when there is none.
QString Reconnector::lostRole() const
{
    if (!m_session.awaitsLostShell())
        return {};
    for (const QString &role : m_session.roles()) {
        const session::HostShell *shell = m_session.shell(role);
        const session::Transport *link = m_session.transport(role);
        using State = session::Transport::State;
        const bool closed = !link || link->state() == State::Lost || link->state() == State::Closed
                            || link->state() == State::Ready; // only its shell is lost
        if (shell && shell->awaitsLostShell() && closed)
            return role;
    }
    return {};
}

void Reconnector::look()
{
    const auto isStarting = [this](const QString &role) {
        const session::HostShell *shell = m_session.shell(role);
        return shell && shell->state() == session::HostShell::State::Starting;
    };
    if (std::ranges::any_of(m_session.roles(), isStarting))
        return; // it may be lost again: only a shell that is there ends the count
    if (!m_session.awaitsLostShell()) {
        m_next.stop();
        m_since.invalidate();
        m_tries = 0;
        return;
    }
    const QString role = lostRole();
    if (role.isEmpty() || m_next.isActive())
        return;
    if (!m_since.isValid())
        m_since.start();
    if (std::chrono::milliseconds(m_since.elapsed()) >= longest) {
        emit gaveUp(role);
        return;
    }
    const auto pause = std::min(longestPause, std::chrono::seconds((1 << std::min(m_tries, 10)) / 2));
    ++m_tries;
    emit trying(role, pause);
    m_next.start(pause);
}

} // namespace holdpoint::cli
