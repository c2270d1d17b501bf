// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/sftpclient.h>

#include <models/base/bytes.h>
#include <models/base/text.h>

#include <utility>

namespace holdpoint::files {

namespace {

constexpr quint32 protocolVersion = 3;
constexpr qsizetype lengthSize = 4;

QByteArray packetOf(PacketType type, quint32 number, QByteArrayView body)
{
    ByteWriter writer;
    writer.u32(quint32(1 + 4 + body.size()));
    writer.u8(quint8(type));
    writer.u32(number);
    writer.raw(body);
    return writer.bytes();
}

/// What a start-up file of the login shell printed, most of all.
QString textInPlace(const QByteArray &text)
{
    constexpr int shown = 80;
    return QStringLiteral("the host printed text in place of SFTP (its login files must print nothing there): %1")
        .arg(elided(visibleControls(QString::fromUtf8(text).simplified()), shown));
}

QByteArray strings(std::initializer_list<QByteArrayView> texts)
{
    ByteWriter writer;
    for (const QByteArrayView text : texts)
        writer.string(text);
    return writer.bytes();
}

} // namespace

SftpClient::SftpClient(Send send) : m_send(std::move(send)) {}

SftpClient::~SftpClient() { *m_alive = false; }

void SftpClient::start(std::function<void(const Result<> &)> ready)
{
    if (m_lost) {
        ready(tl::unexpected(*m_lost));
        return;
    }
    if (m_greeted) {
        ready({});
        return;
    }
    m_ready = std::move(ready);
    m_send(packetOf(PacketType::Init, protocolVersion, {}));
}

void SftpClient::feed(const QByteArray &bytes)
{
    if (m_lost)
        return;
    m_incoming += bytes;
    const auto alive = m_alive;
    qsizetype used = 0;
    while (*alive && !m_lost && m_incoming.size() - used >= lengthSize) {
        const quint32 length = ByteReader(QByteArrayView(m_incoming).sliced(used, lengthSize)).u32();
        if (length == 0 || length > largestPacket) {
            lose({ErrorKind::Corrupt, !m_greeted ? textInPlace(m_incoming)
                                                 : QStringLiteral("the host's file service sent a packet of %1 bytes").arg(length)});
            return;
        }
        if (m_incoming.size() - used - lengthSize < qsizetype(length))
            break;
        const auto packet = decodePacket(QByteArrayView(m_incoming).sliced(used + lengthSize, length));
        used += lengthSize + length;
        if (packet)
            handle(*packet);
        else
            lose(packet.error());
    }
    if (*alive && !m_lost)
        m_incoming.remove(0, used);
}

void SftpClient::handle(const IncomingPacket &packet)
{
    if (packet.reply.type == PacketType::Version) {
        if (!m_ready || packet.id < protocolVersion) {
            lose({ErrorKind::Corrupt,
                  QStringLiteral("the host's file service speaks version %1 of SFTP, not %2").arg(packet.id).arg(protocolVersion)});
            return;
        }
        m_greeted = true;
        m_extensions = packet.extensions;
        std::exchange(m_ready, nullptr)({});
        return;
    }
    m_handles += packet.reply.type == PacketType::Handle ? 1 : 0;
    const Answer answer = m_open.take(packet.id);
    if (answer)
        answer(packet.reply);
    else
        lose({ErrorKind::Corrupt, QStringLiteral("the host's file service answered what nobody asked")});
}

void SftpClient::lose(const Error &why)
{
    if (m_lost)
        return;
    m_lost = why;
    m_incoming.clear();
    const auto alive = m_alive;
    const auto open = std::exchange(m_open, {});
    if (const auto ready = std::exchange(m_ready, nullptr))
        ready(tl::unexpected(why));
    for (auto answer = open.begin(); answer != open.end() && *alive; ++answer)
        answer.value()(tl::unexpected(why));
}

void SftpClient::send(PacketType type, QByteArrayView body, Answer answer)
{
    if (m_lost) {
        answer(tl::unexpected(*m_lost));
        return;
    }
    const quint32 id = m_nextId++;
    m_open.insert(id, std::move(answer));
    m_send(packetOf(type, id, body));
}

void SftpClient::open(const QByteArray &path, quint32 flags, std::optional<quint32> permissions, Answer answer)
{
    ByteWriter writer;
    writer.string(path);
    writer.u32(flags);
    writer.raw(encodePermissions(permissions));
    send(PacketType::Open, writer.bytes(), std::move(answer));
}

void SftpClient::close(const QByteArray &handle, Answer answer)
{
    --m_handles;
    send(PacketType::Close, strings({handle}), std::move(answer));
}

void SftpClient::read(const QByteArray &handle, quint64 offset, quint32 count, Answer answer)
{
    ByteWriter writer;
    writer.string(handle);
    writer.u64(offset);
    writer.u32(count);
    send(PacketType::Read, writer.bytes(), std::move(answer));
}

void SftpClient::write(const QByteArray &handle, quint64 offset, QByteArrayView data, Answer answer)
{
    ByteWriter writer;
    writer.string(handle);
    writer.u64(offset);
    writer.string(data);
    send(PacketType::Write, writer.bytes(), std::move(answer));
}

void SftpClient::stat(const QByteArray &path, Answer answer)
{
    send(PacketType::Stat, strings({path}), std::move(answer));
}

void SftpClient::lstat(const QByteArray &path, Answer answer)
{
    send(PacketType::Lstat, strings({path}), std::move(answer));
}

void SftpClient::fstat(const QByteArray &handle, Answer answer)
{
    send(PacketType::Fstat, strings({handle}), std::move(answer));
}

void SftpClient::setPermissions(const QByteArray &handle, quint32 permissions, Answer answer)
{
    ByteWriter writer;
    writer.string(handle);
    writer.raw(encodePermissions(permissions));
    send(PacketType::Fsetstat, writer.bytes(), std::move(answer));
}

void SftpClient::setOwner(const QByteArray &handle, const FileOwner &owner, Answer answer)
{
    ByteWriter writer;
    writer.string(handle);
    writer.raw(encodeOwner(owner));
    send(PacketType::Fsetstat, writer.bytes(), std::move(answer));
}

void SftpClient::setTimes(const QByteArray &handle, const FileTimes &times, Answer answer)
{
    ByteWriter writer;
    writer.string(handle);
    writer.raw(encodeTimes(times));
    send(PacketType::Fsetstat, writer.bytes(), std::move(answer));
}

void SftpClient::setTimesOf(const QByteArray &path, const FileTimes &times, Answer answer)
{
    ByteWriter writer;
    writer.string(path);
    writer.raw(encodeTimes(times));
    send(PacketType::Setstat, writer.bytes(), std::move(answer));
}

void SftpClient::setTimesOfLink(const QByteArray &path, const FileTimes &times, Answer answer)
{
    ByteWriter writer;
    writer.string("lsetstat@openssh.com");
    writer.string(path);
    writer.raw(encodeTimes(times));
    send(PacketType::Extended, writer.bytes(), std::move(answer));
}

void SftpClient::realPath(const QByteArray &path, Answer answer)
{
    send(PacketType::RealPath, strings({path}), std::move(answer));
}

void SftpClient::openFolder(const QByteArray &path, Answer answer)
{
    send(PacketType::OpenDir, strings({path}), std::move(answer));
}

void SftpClient::readFolder(const QByteArray &handle, Answer answer)
{
    send(PacketType::ReadDir, strings({handle}), std::move(answer));
}

void SftpClient::makeFolder(const QByteArray &path, quint32 permissions, Answer answer)
{
    ByteWriter writer;
    writer.string(path);
    writer.raw(encodePermissions(permissions));
    send(PacketType::MakeFolder, writer.bytes(), std::move(answer));
}

void SftpClient::readLink(const QByteArray &path, Answer answer)
{
    send(PacketType::ReadLink, strings({path}), std::move(answer));
}

void SftpClient::remove(const QByteArray &path, Answer answer)
{
    send(PacketType::Remove, strings({path}), std::move(answer));
}

void SftpClient::rename(const QByteArray &from, const QByteArray &to, Answer answer)
{
    send(PacketType::Rename, strings({from, to}), std::move(answer));
}

void SftpClient::posixRename(const QByteArray &from, const QByteArray &to, Answer answer)
{
    send(PacketType::Extended, strings({"posix-rename@openssh.com", from, to}), std::move(answer));
}

void SftpClient::sync(const QByteArray &handle, Answer answer)
{
    send(PacketType::Extended, strings({"fsync@openssh.com", handle}), std::move(answer));
}

} // namespace holdpoint::files
