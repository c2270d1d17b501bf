// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/channelpipe.h>

#include <models/session/transport.h>

#include <memory>

namespace holdpoint::ssh {

/// The GUI's end of one channel.
///
/// Thread, invariants: as Channel. What is still in the inbox when ended() comes can be read until the channel dies.
class SshChannel final : public session::Channel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SshChannel)

public:
    SshChannel(std::shared_ptr<ChannelPipe> pipe, QObject *parent);
    ~SshChannel() override;

    [[nodiscard]] QByteArray read(qsizetype limit) override;
    [[nodiscard]] QByteArray readError(qsizetype limit) override;
    [[nodiscard]] bool hasPending() const override;
    void write(const QByteArray &bytes) override;
    void writeEof() override;
    void resize(int columns, int rows) override;
    void close() override;

    /// Tells the listeners what the worker left in the pipe.
    void attend();
    /// The connection is over: tells what the worker knew, else that the outcome is unknown.
    void endWithLink();
    /// The link was given up, and takes leave of the host for this channel too: it is not closed before that.
    void leaveToLink() { m_isLeftToLink = true; }

private:
    void finish(const ChannelPipe::News &news);

    const std::shared_ptr<ChannelPipe> m_pipe;
    bool m_finished = false;
    bool m_isLeftToLink = false;
};

} // namespace holdpoint::ssh
