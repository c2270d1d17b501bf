// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QList>

#include <optional>

/// The packets of the SSH file transfer protocol, version 3, as OpenSSH's server speaks it: draft-ietf-secsh-filexfer-02,
/// with the extensions of OpenSSH's PROTOCOL, section 4.
namespace holdpoint::files {

/// SSH_FXP_*, section 3.
enum class PacketType : quint8 {
    Init = 1,
    Version = 2,
    Open = 3,
    Close = 4,
    Read = 5,
    Write = 6,
    Lstat = 7,
    Fstat = 8,
    Setstat = 9,
    Fsetstat = 10,
    OpenDir = 11,
    ReadDir = 12,
    Remove = 13,
    MakeFolder = 14,
    RealPath = 16,
    Stat = 17,
    Rename = 18,
    ReadLink = 19,
    Status = 101,
    Handle = 102,
    Data = 103,
    Name = 104,
    Attributes = 105,
    Extended = 200,
    ExtendedReply = 201,
};

/// SSH_FX_*, section 7.
enum class StatusCode : quint32 {
    Ok = 0,
    Eof = 1,
    NoSuchFile = 2,
    PermissionDenied = 3,
    Failure = 4,
    BadMessage = 5,
    NoConnection = 6,
    ConnectionLost = 7,
    Unsupported = 8,
};

/// SSH_FXF_*, section 6.3.
constexpr quint32 openRead = 0x01;
constexpr quint32 openWrite = 0x02;
constexpr quint32 openCreate = 0x08;
constexpr quint32 openTruncate = 0x10;
constexpr quint32 openExclusive = 0x20;

/// Whose a file is, by number.
struct FileOwner
{
    quint32 user = 0;
    quint32 group = 0;
    friend bool operator==(const FileOwner &, const FileOwner &) = default;
};

/// When a file was read and changed last, in seconds since 1970: the protocol sets both or neither.
struct FileTimes
{
    quint32 accessed = 0;
    quint32 modified = 0;
};

/// What kind of thing a name stands for (stat(2), S_IFMT).
enum class FileType { Unknown, Regular, Folder, Link, Pipe, Socket, BlockDevice, CharacterDevice };

/// What a server says about a file; only what both sides of a copy need, section 5.
struct FileAttributes
{
    std::optional<quint64> size;
    std::optional<FileOwner> owner;
    std::optional<quint32> permissions; ///< st_mode, with the type of the file (stat(2))
    std::optional<quint32> modified;    ///< seconds since 1970

    [[nodiscard]] FileType type() const; ///< Unknown where the host does not say
    [[nodiscard]] bool isFolder() const { return type() == FileType::Folder; }
    [[nodiscard]] bool isRegular() const { return type() == FileType::Regular; }
};

/// One name in a folder.
struct FolderEntry
{
    QByteArray name; ///< bytes as the host has them
    FileAttributes attributes;
};

/// What a server answered to one request.
struct Reply
{
    PacketType type = PacketType::Status;
    StatusCode status = StatusCode::Ok;
    QByteArray message;           ///< of a status, as the host worded it
    QByteArray bytes;             ///< a handle, or data read
    FileAttributes attributes;    ///< of a file that was asked about
    QList<FolderEntry> entries;   ///< of a folder, or the one path that was made absolute
};

/// A whole packet without its length: type and request number, and the reply they belong to.
struct IncomingPacket
{
    quint32 id = 0; ///< of a Version: the version
    Reply reply;
    QList<QByteArray> extensions; ///< of a Version: their names
};

/// Errors: Corrupt for a packet that breaks the protocol or is of a type that no server sends.
Result<IncomingPacket> decodePacket(QByteArrayView packet);

/// Attributes with only these in them, as they are sent (section 5).
QByteArray encodePermissions(std::optional<quint32> permissions);
QByteArray encodeOwner(const FileOwner &owner);
QByteArray encodeTimes(const FileTimes &times);

} // namespace holdpoint::files
