// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/childprocess.h>
#include <models/session/transport.h>

#include <QSocketNotifier>

#include <array>

namespace holdpoint::bench {

/// One program on a pty of this machine, read when the event loop says so.
///
/// Thread, invariants: as Channel. Owns: the program, which ends with it.
class LocalChannel final : public session::Channel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalChannel)

public:
    LocalChannel(std::unique_ptr<ssh::ChildProcess> child, QObject *parent);

    [[nodiscard]] QByteArray read(qsizetype limit) override;
    [[nodiscard]] QByteArray readError(qsizetype) override { return {}; }
    [[nodiscard]] bool hasPending() const override { return !m_inbox.isEmpty(); }
    void write(const QByteArray &bytes) override;
    void writeEof() override {}
    void resize(int columns, int rows) override { m_child->resize({columns, rows}); }
    void close() override {}

private:
    void receive();
    void send();

    const std::unique_ptr<ssh::ChildProcess> m_child;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    std::array<char, 64 * 1024> m_buffer;
    QByteArray m_inbox;
    QByteArray m_outgoing;
};

/// A transport to this machine without SSH, so that the pane above it is the program's own and local terminals are
/// comparable with it.
class LocalTransport final : public session::Transport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalTransport)

public:
    LocalTransport() = default;

    void open() override;
    void close() override {}
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] session::HostIdentity identity() const override { return {}; }
    [[nodiscard]] session::Channel *openShell(int columns, int rows, const QByteArray &command) override;
    /// The same on a pty: a benchmark needs no exec.
    [[nodiscard]] session::Channel *exec(const QByteArray &command) override { return openShell(80, 24, command); }
    [[nodiscard]] session::Channel *openSubsystem(const QByteArray &name) override { return openShell(80, 24, name); }
    [[nodiscard]] QStringList notes() const override { return {}; }
    [[nodiscard]] QString awaited() const override { return {}; }

private:
    State m_state = State::Closed;
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
