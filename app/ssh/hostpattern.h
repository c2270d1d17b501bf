// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace holdpoint::ssh {

/// Whether the whole text matches a pattern of '*' and '?' (PATTERNS in ssh_config(5)). Case matters.
bool matchesPattern(QByteArrayView text, QByteArrayView pattern);

/// Whether one of the patterns matches and none that is negated by '!' does.
bool matchesAny(QByteArrayView text, const QList<QByteArray> &patterns);

/// The same for patterns parted by commas. As for the stock client, no list with a pattern of more than 1022 bytes matches.
bool matchesList(QByteArrayView text, const QByteArray &patterns);

} // namespace holdpoint::ssh
