// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/partname.h>

namespace holdpoint::files {

namespace {

constexpr qsizetype longestName = 200; // room for the key and the rest

} // namespace

QByteArray partName(const QByteArray &name, const QByteArray &key)
{
    return '.' + name.left(longestName) + '.' + key + ".part";
}

QByteArray lastName(const QByteArray &path) { return path.mid(path.lastIndexOf('/') + 1); }

QByteArray folderOf(const QByteArray &path) { return path.left(path.lastIndexOf('/') + 1); }

QByteArray servicePath(const QByteArray &path)
{
    if (path == "~" || path == "~/")
        return ".";
    return path.startsWith("~/") ? path.mid(2) : path;
}

} // namespace holdpoint::files
