// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/channelpipe.h>
#include <app/ssh/descriptor.h>

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <deque>
#include <memory>

namespace holdpoint::ssh {

/// One conversation with a master ssh(1) over its control socket, as OpenSSH's PROTOCOL.mux describes it (version 4): one
/// session, or the question whether the master is alive. No process stands in between, so that an exit status is the one
/// the host sent, and an end without one is not taken for status 255.
///
/// Thread: the owner's, by its event loop; nothing blocks.
/// Owns: the socket, and the descriptors until they are handed over. Closing it ends the session.
/// Invariants: closed() comes at most once and last, also when there was no master to connect to.
class MuxConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MuxConnection)

public:
    explicit MuxConnection(const QByteArray &controlPath);
    ~MuxConnection() override;

    /// The descriptors become the session's standard input, output and error.
    void openSession(const ChannelRequest &request, std::array<Descriptor, 3> streams);
    void askWhetherAlive();

signals:
    void sessionOpened();
    void refused(const QString &reason);
    void terminalRefused();
    void exited(int status);
    void alive();
    void closed();

private:
    struct Outgoing
    {
        QByteArray bytes;
        Descriptor descriptor; ///< goes with a byte of its own
    };

    void send(const QByteArray &packet);
    void flush();
    [[nodiscard]] bool sendFirst();
    void receive();
    void takePackets();
    void handle(const QByteArray &packet);
    void end();

    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    std::deque<Outgoing> m_outgoing;
    qsizetype m_sent = 0; ///< of the first
    QByteArray m_incoming;
};

} // namespace holdpoint::ssh
