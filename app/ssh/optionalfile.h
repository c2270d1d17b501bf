// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/privatefile.h>

namespace holdpoint::ssh {

/// Whether the path means "no file", as people write it in SSH configurations.
inline bool meansNoFile(const QString &path)
{
    return path == QLatin1String("/dev/null") || path == QLatin1String("none");
}

/// The file's bytes; nothing for one that does not exist. Errors: as readFile().
inline Result<QByteArray> readOptionalFile(const QString &path, qint64 limit)
{
    if (meansNoFile(path))
        return QByteArray();
    auto bytes = readFile(path, limit);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
        return QByteArray();
    return bytes;
}

} // namespace holdpoint::ssh
