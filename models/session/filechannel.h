// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/transport.h>

#include <QPointer>

namespace holdpoint::session {

/// A channel to the file service of a host, on the connection that the shell has too.
///
/// Thread: GUI thread. Owns its channel. Invariants: lost() at most once; nothing is received after it, or after close().
/// Errors, by lost(): Disconnected when the link breaks, NotFound for a host whose service ended, those of the channel.
class FileChannel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileChannel)

public:
    explicit FileChannel(Transport &transport, QObject *parent = nullptr);
    ~FileChannel() override;

    void write(const QByteArray &bytes);
    void close();

signals:
    void received(const QByteArray &bytes);
    void lost(const holdpoint::Error &why);

private:
    void receive();
    void ended(const ChannelEnd &end);
    void lose(const Error &why);

    QPointer<Channel> m_channel;
    QByteArray m_complaint; ///< what the host's program said on its error output
};

} // namespace holdpoint::session
