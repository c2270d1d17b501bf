// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>

namespace holdpoint {

/// Replaces the file by these bytes in one step (temporary file, fsync, rename, fsync of the folder), mode 0600.
/// Refuses a symbolic link in the file's place. Errors: Io; the old file is intact then.
Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

/// The same with what `source` gives, piece by piece, to the function it is called with. Errors: also those of `source`.
using ByteSource = std::function<Result<>(const std::function<Result<>(QByteArrayView)> &take)>;
Result<> writePrivateFile(const QString &path, const ByteSource &source);

/// Gives a finished file of the same file system another name, mode 0600, on disk when it returns. Errors: Io; NotPermitted when
/// something stands there already.
Result<> moveIntoPlace(const QString &from, const QString &to);

/// Reads a whole file of at most `limit` bytes. Errors: NotFound, Io, Invalid when it is larger or no plain file.
Result<QByteArray> readFile(const QString &path, qint64 limit);

/// Creates the folder with all its parents, mode 0700 for what is new. Errors: Io, with the path.
Result<> makePrivateFolder(const QString &path);

} // namespace holdpoint
