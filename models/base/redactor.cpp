// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/redactor.h>

#include <models/base/escapescan.h>
#include <models/base/redactingstream.h>
#include <models/base/secretforms.h>

#include <algorithm>

namespace holdpoint {

bool Redactor::addSecret(const QByteArray &secret)
{
    if (secret.size() < minimumLength)
        return false;
    for (const QByteArray &form : secretForms(secret, minimumLength)) {
        QByteArray text = form;
        text.removeIf(isSkippedControl);
        const bool hasControls = text != form;
        add({form, hasControls});
        if (hasControls && text.size() >= minimumLength)
            add({text, false});
    }
    return true;
}

void Redactor::add(const Form &form)
{
    QList<Form> &alike = m_forms[quint8(form.bytes.front())];
    if (std::ranges::find(alike, form.bytes, &Form::bytes) == alike.end())
        alike.append(form);
    m_seconds[quint8(form.bytes.front())].set(quint8(form.bytes[1]));
    m_isEmpty = false;
}

QByteArray Redactor::redacted(const QByteArray &text) const
{
    if (m_isEmpty)
        return text;
    RedactingStream stream(*this);
    const QByteArray clean = stream.feed(text).stored;
    return clean + stream.flush().stored;
}

QString Redactor::redacted(const QString &text) const
{
    return m_isEmpty ? text : QString::fromUtf8(redacted(text.toUtf8()));
}

} // namespace holdpoint
