// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArrayView>

namespace holdpoint {

constexpr int deepestJson = 128;

/// Whether the text is one JSON object that every reader reads alike: the grammar of RFC 8259 to the letter, UTF-8, no key
/// twice in an object (RFC 7493 section 2.3), nothing before or after it, nested no deeper than deepestJson.
///
/// QJsonDocument reads more than that: the last of two keys, unknown escapes, control characters, a byte order mark.
/// Errors: Invalid.
Result<> checkStrictJson(QByteArrayView text);

} // namespace holdpoint
