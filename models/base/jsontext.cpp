// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/jsontext.h>

#include <QJsonDocument>

namespace holdpoint {

namespace {

/// In JSON a byte order mark behind a quotation mark is in a string, at its begin or behind an escaped one.
QByteArray withEscapedMarks(QByteArray json) { return json.replace("\"\xef\xbb\xbf", "\"\\ufeff"); }

} // namespace

QByteArray jsonText(const QJsonObject &object)
{
    return withEscapedMarks(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QJsonObject> jsonObjectFrom(QByteArrayView text)
{
    const QJsonDocument document = QJsonDocument::fromJson(withEscapedMarks(text.toByteArray()));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace holdpoint
