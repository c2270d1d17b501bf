// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QString>

namespace holdpoint::session {

/// The value at a path of a JSON text, as text: ".status", ".items[0].metadata.name", "." for the whole. Keys with other
/// characters than letters, digits, `_` and `-` stand in quotes: ."a.b". Objects and arrays are given as compact JSON.
/// Errors: Invalid for a path or text that cannot be read, NotFound when nothing is there.
Result<QString> jsonValueAt(const QByteArray &json, const QString &path);

} // namespace holdpoint::session
