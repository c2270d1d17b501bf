// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/redactor.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace holdpoint {

namespace {

const QByteArray mask = QByteArrayLiteral("[redacted]");

/// The part of a base64 text that depends on the secret alone, whatever stands before and after it.
QList<QByteArray> base64Forms(const QByteArray &secret)
{
    QList<QByteArray> forms;
    for (int lead = 0; lead < 3; ++lead) {
        const QByteArray encoded = (QByteArray(lead, 'x') + secret).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype skip = (lead * 8 + 5) / 6;
        const qsizetype cut = (lead + secret.size()) % 3 == 0 ? 0 : 1;
        if (const auto form = encoded.mid(skip, encoded.size() - skip - cut); form.size() >= Redactor::minimumLength)
            forms.append(form);
    }
    return forms;
}

QByteArray jsonEscaped(const QByteArray &secret)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact);
    return array.mid(2, array.size() - 4);
}

} // namespace

bool Redactor::addSecret(const QByteArray &secret)
{
    if (secret.size() < minimumLength)
        return false;
    QList<QByteArray> forms{secret, QUrl::toPercentEncoding(QString::fromUtf8(secret)), jsonEscaped(secret)};
    forms += base64Forms(secret);
    for (const QByteArray &line : secret.split('\n')) {
        if (line.size() >= minimumLength)
            forms.append(line);
    }
    for (const QByteArray &form : forms) {
        if (!m_forms.contains(form))
            m_forms.append(form);
        m_longest = std::max(m_longest, form.size());
    }
    std::ranges::sort(m_forms, [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return true;
}

QByteArray Redactor::redacted(const QByteArray &text) const
{
    QByteArray clean = text;
    for (const QByteArray &form : m_forms)
        clean.replace(form, mask);
    return clean;
}

QString Redactor::redacted(const QString &text) const
{
    return isEmpty() ? text : QString::fromUtf8(redacted(text.toUtf8()));
}

QByteArray RedactingStream::feed(const QByteArray &bytes)
{
    if (m_redactor.isEmpty() && m_held.isEmpty())
        return bytes;
    QByteArray clean = m_redactor.redacted(m_held + bytes);
    // The longest tail that begins some form might be completed by the next read.
    qsizetype hold = 0;
    for (const QByteArray &form : m_redactor.m_forms) {
        for (qsizetype length = std::min(form.size() - 1, clean.size()); length > hold; --length) {
            if (clean.endsWith(QByteArrayView(form).first(length))) {
                hold = length;
                break;
            }
        }
    }
    m_held = clean.last(hold);
    clean.chop(hold);
    return clean;
}

QByteArray RedactingStream::flush()
{
    return std::exchange(m_held, {});
}

} // namespace holdpoint
