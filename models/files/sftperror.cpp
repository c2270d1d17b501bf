// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/sftperror.h>

#include <models/base/text.h>

namespace holdpoint::files {

namespace {

constexpr int longestMessage = 200;

ErrorKind kindOf(StatusCode status)
{
    switch (status) {
    case StatusCode::NoSuchFile: return ErrorKind::NotFound;
    case StatusCode::PermissionDenied: return ErrorKind::NotPermitted;
    case StatusCode::NoConnection:
    case StatusCode::ConnectionLost: return ErrorKind::Disconnected;
    default: return ErrorKind::Io;
    }
}

/// Where the host gave a number only.
QString wordsOf(StatusCode status)
{
    switch (status) {
    case StatusCode::NoSuchFile: return QStringLiteral("no such file");
    case StatusCode::PermissionDenied: return QStringLiteral("permission denied");
    case StatusCode::Unsupported: return QStringLiteral("the host cannot do that");
    case StatusCode::Eof: return QStringLiteral("the file ended");
    default: return QStringLiteral("it failed (status %1)").arg(quint32(status));
    }
}

} // namespace

QString trying(const char *what, const QByteArray &path)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(what), QString::fromUtf8(path));
}

Error errorOf(const Reply &reply, const QString &what)
{
    if (reply.type != PacketType::Status || reply.status == StatusCode::Ok)
        return {ErrorKind::Corrupt, QStringLiteral("%1: the host's file service answered something else").arg(what)};
    const QString message = elided(visibleControls(QString::fromUtf8(reply.message)), longestMessage);
    return {kindOf(reply.status), QStringLiteral("%1: %2").arg(what, message.isEmpty() ? wordsOf(reply.status) : message)};
}

Result<> done(const Result<Reply> &reply, const QString &what)
{
    if (!reply)
        return fail(reply.error());
    if (reply->type == PacketType::Status && reply->status == StatusCode::Ok)
        return {};
    return fail(errorOf(*reply, what));
}

Result<QByteArray> bytesOf(const Result<Reply> &reply, PacketType type, const QString &what)
{
    if (!reply)
        return fail(reply.error());
    if (reply->type == type)
        return reply->bytes;
    return fail(errorOf(*reply, what));
}

Result<FileAttributes> attributesOf(const Result<Reply> &reply, const QString &what)
{
    if (!reply)
        return fail(reply.error());
    if (reply->type == PacketType::Attributes)
        return reply->attributes;
    return fail(errorOf(*reply, what));
}

Result<QByteArray> pathOf(const Result<Reply> &reply, const QString &what)
{
    if (!reply)
        return fail(reply.error());
    if (reply->type == PacketType::Name && !reply->entries.isEmpty())
        return reply->entries.first().name;
    return fail(errorOf(*reply, what));
}

} // namespace holdpoint::files
