// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/sftppacket.h>

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace holdpoint::files {

/// A client of the SSH file transfer protocol without a connection: requests become bytes to send, bytes that came become
/// answers. Many requests may be under way; each is answered once, in whatever order the server likes.
///
/// Thread: its owner's. Invariants: after a protocol error, or lose(), every open request has been answered with that
/// error and nothing is sent any more. A handler may make further requests, and may destroy the client.
/// Errors: Corrupt for a server that breaks the protocol; what a request answers is for its caller to judge.
class SftpClient
{
public:
    using Answer = std::function<void(const Result<Reply> &)>;
    using Send = std::function<void(const QByteArray &)>;

    /// OpenSSH's server takes packets up to 256 KiB and answers with no larger ones (PROTOCOL.sftp, SFTP_MAX_MSG_LENGTH).
    static constexpr quint32 largestPacket = 256 << 10;

    explicit SftpClient(Send send);
    SftpClient(const SftpClient &) = delete;
    SftpClient &operator=(const SftpClient &) = delete;
    ~SftpClient();

    /// Begins the conversation; `ready` is told once the server has named its version, at once where it has already.
    void start(std::function<void(const Result<> &)> ready);
    void feed(const QByteArray &bytes);
    /// The connection is gone: everything that is open is answered with this.
    void lose(const Error &why);

    /// Whether the conversation can go on with something else: nothing is asked any more, nothing was left open there.
    [[nodiscard]] bool isAtRest() const { return m_greeted && !m_lost && m_open.isEmpty() && m_handles == 0; }

    /// Whether the server offers an extension, "posix-rename@openssh.com" for example.
    [[nodiscard]] bool offers(const QByteArray &extension) const { return m_extensions.contains(extension); }

    void open(const QByteArray &path, quint32 flags, std::optional<quint32> permissions, Answer answer);
    void close(const QByteArray &handle, Answer answer);
    void read(const QByteArray &handle, quint64 offset, quint32 count, Answer answer);
    void write(const QByteArray &handle, quint64 offset, QByteArrayView data, Answer answer);
    void stat(const QByteArray &path, Answer answer);
    /// Of a symbolic link itself.
    void lstat(const QByteArray &path, Answer answer);
    void fstat(const QByteArray &handle, Answer answer);
    void setPermissions(const QByteArray &handle, quint32 permissions, Answer answer);
    void setOwner(const QByteArray &handle, const FileOwner &owner, Answer answer);
    void setTimes(const QByteArray &handle, const FileTimes &times, Answer answer);
    void setTimesOf(const QByteArray &path, const FileTimes &times, Answer answer);
    /// Of a symbolic link itself; only where the server offers it ("lsetstat@openssh.com").
    void setTimesOfLink(const QByteArray &path, const FileTimes &times, Answer answer);
    void realPath(const QByteArray &path, Answer answer);
    void openFolder(const QByteArray &path, Answer answer);
    /// The next names of an open folder, in the order of the host; a status of Eof once there are no more.
    void readFolder(const QByteArray &handle, Answer answer);
    void makeFolder(const QByteArray &path, quint32 permissions, Answer answer);
    /// Where a symbolic link leads, as the only name of the reply.
    void readLink(const QByteArray &path, Answer answer);
    void remove(const QByteArray &path, Answer answer);
    /// Fails where the new name exists.
    void rename(const QByteArray &from, const QByteArray &to, Answer answer);
    /// Replaces the new name in one step; only where the server offers it.
    void posixRename(const QByteArray &from, const QByteArray &to, Answer answer);
    /// Makes the file durable; only where the server offers it.
    void sync(const QByteArray &handle, Answer answer);

private:
    void send(PacketType type, QByteArrayView body, Answer answer);
    void handle(const IncomingPacket &packet);

    const Send m_send;
    std::function<void(const Result<> &)> m_ready;
    QByteArray m_incoming;
    QHash<quint32, Answer> m_open;
    int m_handles = 0; ///< that the server gave and was not told to close
    QList<QByteArray> m_extensions;
    bool m_greeted = false; ///< the server has named its version
    std::optional<Error> m_lost;
    quint32 m_nextId = 1;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< a handler may end us
};

} // namespace holdpoint::files
