// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/jsonpath.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QVariant>

namespace holdpoint::session {

namespace {

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const QVariant number = value.toVariant(); // a whole number up to 64 bits, or a double
        return number.typeId() == QMetaType::LongLong ? number.toString()
                                                      : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    case QJsonValue::String: return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return QStringLiteral("null");
}

} // namespace

Result<QString> jsonValueAt(const QByteArray &json, const QString &path)
{
    // A scalar alone is JSON too (RFC 8259); the array makes every text one that Qt reads.
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']', &problem);
    if (problem.error != QJsonParseError::NoError || document.array().size() != 1)
        return fail(ErrorKind::Invalid, QStringLiteral("the output is no JSON"));
    static const QRegularExpression part(QStringLiteral("\\G(?:\\.([A-Za-z0-9_-]+)|\\.?\"([^\"]+)\"|\\[(\\d{1,9})\\])"));
    QJsonValue value = document.array().first();
    qsizetype at = path == QStringLiteral(".") ? path.size() : 0;
    while (at < path.size()) {
        const QRegularExpressionMatch match = part.match(path, at);
        if (!match.hasMatch())
            return fail(ErrorKind::Invalid, QStringLiteral("the path %1 is not understood").arg(path));
        const bool index = match.hasCaptured(3);
        const QString key = match.hasCaptured(2) ? match.captured(2) : match.captured(1);
        value = index ? value.toArray().at(match.captured(3).toInt()) : value.toObject().value(key);
        if (value.isUndefined())
            return fail(ErrorKind::NotFound, QStringLiteral("there is no %1 in the output").arg(path));
        at = match.capturedEnd();
    }
    return textOf(value);
}

} // namespace holdpoint::session
