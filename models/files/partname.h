// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

namespace holdpoint::files {

/// The name, in the same folder, of what has come so far of a file: hidden, told apart by `key` from other contents that
/// are to get the same name, and never longer than a name may be (255 bytes on Linux, NAME_MAX).
QByteArray partName(const QByteArray &name, const QByteArray &key);

/// The path's last name, and all before it with its slash.
QByteArray lastName(const QByteArray &path);
QByteArray folderOf(const QByteArray &path);

/// A path of a host as its file service takes it: "~/x" is "x", which begins in the home folder there too.
QByteArray servicePath(const QByteArray &path);

} // namespace holdpoint::files
