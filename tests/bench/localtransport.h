// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/practice/childprocess.h>
#include <app/ssh/doorbell.h>
#include <app/ssh/sshchannel.h>

#include <thread>
#include <vector>

namespace holdpoint::bench {

/// A transport to this machine without SSH: each shell is a program on a pty, read by a thread of its own into the same
/// bounded inbox that the SSH worker fills. So the pane above it is the program's own, and its peers' local terminals
/// are comparable.
///
/// Thread: GUI thread. Owns: the programs and their threads; both end with it.
class LocalTransport final : public session::Transport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalTransport)

public:
    LocalTransport();
    ~LocalTransport() override;

    void open() override;
    void close() override {}
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] session::HostIdentity identity() const override { return {}; }
    [[nodiscard]] session::Channel *openShell(int columns, int rows, const QByteArray &command) override;
    /// The same on a pty: a benchmark needs no exec.
    [[nodiscard]] session::Channel *exec(const QByteArray &command) override { return openShell(80, 24, command); }

private:
    class Pump;

    State m_state = State::Closed;
    std::shared_ptr<ssh::Doorbell> m_bell;
    std::vector<std::unique_ptr<Pump>> m_pumps;
};

class LocalTransportFactory final : public session::TransportFactory
{
public:
    [[nodiscard]] std::unique_ptr<session::Transport> create(const session::HostAddress &) override
    {
        return std::make_unique<LocalTransport>();
    }
};

} // namespace holdpoint::bench
