// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/channelpipe.h>
#include <app/ssh/descriptor.h>
#include <app/ssh/muxconnection.h>

#include <models/session/transport.h>

#include <functional>
#include <memory>

namespace holdpoint::ssh {

/// One session that a master ssh(1) carries. Its bytes go through pipes of ours that the master reads and writes itself; a
/// pty of ours only says what kind of terminal there is and takes the input.
///
/// Thread: GUI thread; every turn of the event loop moves at most 64 KiB a stream, and nothing blocks.
/// Owns: the pipes and the conversation with the master.
/// Invariants: as Channel. An inbox that holds `ChannelPipe::capacity` is not read into: the pipe fills, the master stops
/// taking, and the SSH window stops the host.
class StockChannel final : public session::Channel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StockChannel)

public:
    /// `announceSize` makes the master look at the terminals' sizes again.
    StockChannel(const ChannelRequest &request, const QByteArray &controlPath, std::function<void()> announceSize,
                 QObject *parent);
    ~StockChannel() override;

    [[nodiscard]] QByteArray read(qsizetype limit) override { return take(m_output, limit); }
    [[nodiscard]] QByteArray readError(qsizetype limit) override { return take(m_error, limit); }
    [[nodiscard]] bool hasPending() const override { return m_output.inbox.size() + m_error.inbox.size() > 0; }
    void write(const QByteArray &bytes) override;
    void writeEof() override;
    void resize(int columns, int rows) override;
    void close() override;

    /// The master is gone: tells what is known, else that the outcome is unknown.
    void endWithLink();

private:
    struct Source
    {
        Descriptor descriptor;
        std::unique_ptr<QSocketNotifier> notifier;
        Inbox inbox;
    };

    [[nodiscard]] Result<std::array<Descriptor, 3>> makeStreams(const ChannelRequest &request);
    [[nodiscard]] bool makeSource(Source &source, Descriptor &theirs);
    [[nodiscard]] Descriptor makeInput(const ChannelRequest &request);
    void watchMaster();
    void opened();
    void flush();
    void receive(Source &source);
    [[nodiscard]] bool readOnce(Source &source);
    QByteArray take(Source &source, qsizetype limit);
    void endIfOver();
    void askForMaster();
    void finish(const std::optional<session::ChannelEnd> &end, const std::optional<Error> &failure);
    void release();

    const QByteArray m_controlPath;
    const std::function<void()> m_announceSize;
    std::unique_ptr<MuxConnection> m_master;
    std::unique_ptr<MuxConnection> m_probe; ///< whether the master outlived the session
    Descriptor m_input;                     ///< a socket, or the terminal
    std::unique_ptr<QSocketNotifier> m_writable;
    Source m_output;
    Source m_error;
    std::deque<QByteArray> m_outgoing;
    qsizetype m_sent = 0; ///< of the first
    std::optional<int> m_status;
    std::optional<Error> m_failure;
    bool m_hasTerminal = false;
    bool m_isOpen = false;
    bool m_eof = false;
    bool m_isClosed = false; ///< from this side
    bool m_sessionOver = false;
    bool m_finished = false;
};

} // namespace holdpoint::ssh
