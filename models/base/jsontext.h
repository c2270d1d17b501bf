// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace holdpoint {

/// The object as compact JSON that every reader reads alike, Qt too: QJsonDocument drops U+FEFF in front of a string or key
/// where it stands there as itself, so it is written as an escape.
QByteArray jsonText(const QJsonObject &object);

/// What jsonText() wrote, and what others wrote, with each U+FEFF where it was. Nothing when it is no object.
std::optional<QJsonObject> jsonObjectFrom(QByteArrayView text);

} // namespace holdpoint
