// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/descriptor.h>

#include <QByteArray>
#include <QList>

#include <thread>

namespace holdpoint::ssh {

enum class AgentKeys {
    PreferredFirst, ///< all of them, so that the right one comes before the server has had enough
    PreferredOnly,  ///< IdentitiesOnly
};

/// Stands between the SSH library and ssh-agent and decides which keys are offered in which order: libssh 0.10.6 offers
/// all of them as they come. Protocol: draft-miller-ssh-agent.
///
/// Thread: made and destroyed on one thread, works on one of its own.
/// Owns: the connection to the agent.
class AgentProxy
{
public:
    /// `preferred` holds public key blobs.
    AgentProxy(Descriptor agent, QList<QByteArray> preferred, AgentKeys keys);
    /// Ends the conversation, also one that waits for a touch.
    ~AgentProxy();
    AgentProxy(const AgentProxy &) = delete;
    AgentProxy &operator=(const AgentProxy &) = delete;

    /// The end to give to the SSH library, once.
    [[nodiscard]] Descriptor takeClientEnd() { return std::move(m_clientEnd); }

private:
    void run();
    [[nodiscard]] QByteArray chosen(const QByteArray &answer) const;

    const Descriptor m_agent;
    const QList<QByteArray> m_preferred;
    const AgentKeys m_keys;
    Descriptor m_clientEnd;
    Descriptor m_ourEnd;
    std::thread m_thread;
};

} // namespace holdpoint::ssh
