// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

#include <string.h>

namespace holdpoint::ssh {

/// A typed secret as UTF-8 for the SSH library; wiped, like the text it came from, when it goes out of scope.
class SecretText
{
public:
    explicit SecretText(QString &text) : m_text(text), m_utf8(text.toUtf8()) {}
    SecretText(const SecretText &) = delete;
    SecretText &operator=(const SecretText &) = delete;
    ~SecretText()
    {
        ::explicit_bzero(m_utf8.data(), size_t(m_utf8.size()));
        ::explicit_bzero(m_text.data(), size_t(m_text.size()) * sizeof(QChar));
    }
    [[nodiscard]] const char *get() const { return m_utf8.constData(); }

private:
    QString &m_text;
    QByteArray m_utf8;
};

} // namespace holdpoint::ssh
