// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

/// Patterns as OpenSSH reads them (PATTERNS in ssh_config(5)), byte by byte.
namespace holdpoint {

/// Whether the whole text matches a pattern of '*' and '?'. Case matters.
bool matchesPattern(QByteArrayView text, QByteArrayView pattern);

/// Whether one of the patterns matches and none that is negated by '!' does.
bool matchesAny(QByteArrayView text, const QList<QByteArray> &patterns);

/// The same for what stood there parted by commas. As for OpenSSH, no such list with a pattern of more than 1022 bytes matches.
bool matchesList(QByteArrayView text, const QList<QByteArray> &patterns);
bool matchesList(QByteArrayView text, const QByteArray &patterns);

} // namespace holdpoint
