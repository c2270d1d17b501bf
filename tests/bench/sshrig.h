// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshtransportfactory.h>
#include <tests/support/scriptedprompter.h>
#include <tests/support/sshserver.h>

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace holdpoint::bench {

/// Times of one thing, in the order they were taken.
struct Series
{
    std::vector<double> values;
    void add(double value) { values.push_back(value); }
    [[nodiscard]] double quantile(double part) const
    {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
    }
};

double milliseconds(const std::function<void()> &work);

/// Runs the event loop until `done`, without the pauses of qWait.
void spinUntil(const std::function<bool()> &done);

/// A private OpenSSH server and our client to it. Its shells have no home: what the user's own start-up files take would
/// be a part of every figure.
class SshRig
{
public:
    SshRig();

    [[nodiscard]] testing::SshServer &server() { return m_server; }
    [[nodiscard]] session::TransportFactory &factory() { return *m_factory; }
    /// One more port behind which the server is known to be.
    void know(quint16 port);
    /// A connection that is ready.
    [[nodiscard]] std::unique_ptr<session::Transport> open(quint16 port);
    [[nodiscard]] std::unique_ptr<session::Transport> open() { return open(m_server.port()); }

private:
    testing::SshServer m_server{"SetEnv HOME=/nonexistent\n"};
    testing::ScriptedPrompter m_prompter;
    std::unique_ptr<ssh::SshTransportFactory> m_factory;
};

} // namespace holdpoint::bench
