// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/sftppacket.h>

#include <models/base/bytes.h>

#include <sys/stat.h>

namespace holdpoint::files {

namespace {

// SSH_FILEXFER_ATTR_*, section 5.
constexpr quint32 hasSize = 0x1;
constexpr quint32 hasOwner = 0x2;
constexpr quint32 hasPermissions = 0x4;
constexpr quint32 hasTimes = 0x8;
constexpr quint32 hasExtended = 0x80000000;

tl::unexpected<Error> broken()
{
    return fail(ErrorKind::Corrupt, QStringLiteral("the host's file service broke the SFTP protocol"));
}

FileAttributes readAttributes(ByteReader &reader)
{
    FileAttributes attributes;
    const quint32 flags = reader.u32();
    if (flags & hasSize)
        attributes.size = reader.u64();
    if (flags & hasOwner) {
        const quint32 user = reader.u32();
        attributes.owner = FileOwner{user, reader.u32()};
    }
    if (flags & hasPermissions)
        attributes.permissions = reader.u32();
    if (flags & hasTimes) {
        reader.u32();
        attributes.modified = reader.u32();
    }
    for (quint32 count = flags & hasExtended ? reader.u32() : 0; count > 0 && reader.isGood(); --count) {
        reader.string();
        reader.string();
    }
    return attributes;
}

QList<FolderEntry> readEntries(ByteReader &reader)
{
    QList<FolderEntry> entries;
    for (quint32 count = reader.u32(); count > 0 && reader.isGood(); --count) {
        const QByteArray name = reader.string();
        reader.string(); // the same as a line for people
        entries.append({name, readAttributes(reader)});
    }
    return entries;
}

QList<QByteArray> readExtensions(ByteReader &reader)
{
    QList<QByteArray> names;
    while (!reader.atEnd() && reader.isGood()) {
        names.append(reader.string());
        reader.string();
    }
    return names;
}

} // namespace

FileType FileAttributes::type() const
{
    switch (permissions.value_or(0) & S_IFMT) {
    case S_IFREG: return FileType::Regular;
    case S_IFDIR: return FileType::Folder;
    case S_IFLNK: return FileType::Link;
    case S_IFIFO: return FileType::Pipe;
    case S_IFSOCK: return FileType::Socket;
    case S_IFBLK: return FileType::BlockDevice;
    case S_IFCHR: return FileType::CharacterDevice;
    default: return FileType::Unknown;
    }
}

Result<IncomingPacket> decodePacket(QByteArrayView packet)
{
    ByteReader reader(packet);
    IncomingPacket incoming;
    Reply &reply = incoming.reply;
    reply.type = PacketType(reader.u8());
    incoming.id = reader.u32();
    switch (reply.type) {
    case PacketType::Version: incoming.extensions = readExtensions(reader); break;
    case PacketType::Status:
        reply.status = StatusCode(reader.u32());
        if (!reader.atEnd()) // old servers send the number alone
            reply.message = reader.string();
        break;
    case PacketType::Handle:
    case PacketType::Data: reply.bytes = reader.string(); break;
    case PacketType::Name: reply.entries = readEntries(reader); break;
    case PacketType::Attributes: reply.attributes = readAttributes(reader); break;
    case PacketType::ExtendedReply: break;
    default: return broken();
    }
    if (!reader.isGood())
        return broken();
    return incoming;
}

QByteArray encodeOwner(const FileOwner &owner)
{
    ByteWriter writer;
    writer.u32(hasOwner);
    writer.u32(owner.user);
    writer.u32(owner.group);
    return writer.bytes();
}

QByteArray encodeTimes(const FileTimes &times)
{
    ByteWriter writer;
    writer.u32(hasTimes);
    writer.u32(times.accessed);
    writer.u32(times.modified);
    return writer.bytes();
}

QByteArray encodePermissions(std::optional<quint32> permissions)
{
    ByteWriter writer;
    writer.u32(permissions ? hasPermissions : 0);
    if (permissions)
        writer.u32(*permissions);
    return writer.bytes();
}

} // namespace holdpoint::files
