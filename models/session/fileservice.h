// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/sftpclient.h>
#include <models/session/filechannel.h>

namespace holdpoint::session {

/// A conversation with the file service of a host, on a channel of its own: to look at folders and to make some, or to
/// copy one file after the other.
///
/// Thread: GUI thread. Invariants: what is open when the service is lost is answered with the reason, then lost() comes.
/// Errors: as FileChannel; Corrupt for a host that breaks the protocol, by the answers alone.
class FileService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileService)

public:
    explicit FileService(Transport &transport, QObject *parent = nullptr);

    /// Begins, once whoever made it had time to listen.
    void start(std::function<void(const Result<> &)> ready);
    /// What is open is not answered any more.
    void close() { m_channel.close(); }
    [[nodiscard]] files::SftpClient &client() { return m_client; }

signals:
    void lost(const holdpoint::Error &why);

private:
    FileChannel m_channel;
    files::SftpClient m_client;
};

} // namespace holdpoint::session
