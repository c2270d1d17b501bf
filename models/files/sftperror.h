// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/sftppacket.h>

namespace holdpoint::files {

/// What was tried, for errorOf(): "opening /etc/motd".
QString trying(const char *what, const QByteArray &path);

/// What a reply says that is not the one expected. `what` is what was tried: "opening /etc/motd".
/// Kinds: NotFound, NotPermitted, Disconnected, Io for the rest, Corrupt for an answer to another question.
Error errorOf(const Reply &reply, const QString &what);

/// Errors: those of the reply itself, of errorOf() for a status that is not Ok.
Result<> done(const Result<Reply> &reply, const QString &what);
/// The reply's bytes, where it is of this type (Handle, Data).
Result<QByteArray> bytesOf(const Result<Reply> &reply, PacketType type, const QString &what);
Result<FileAttributes> attributesOf(const Result<Reply> &reply, const QString &what);
/// The one path of a reply that names one. Errors: also Corrupt for a reply without any.
Result<QByteArray> pathOf(const Result<Reply> &reply, const QString &what);

} // namespace holdpoint::files
