// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/language.h>

#include <QTranslator>

namespace holdpoint {

Language::Language(QString tag, std::shared_ptr<const QTranslator> words)
    : m_tag(std::move(tag))
    , m_words(std::move(words))
{
}

QString Language::say(const char *context, const char *english, const char *disambiguation, int count) const
{
    QString words = m_words ? m_words->translate(context, english, disambiguation, count) : QString();
    if (words.isEmpty())
        words = QString::fromUtf8(english);
    return count < 0 ? words : words.replace(QStringLiteral("%n"), QString::number(count));
}

} // namespace holdpoint
