// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace holdpoint {

/// The language something is written in, and our words in it. It is nobody's but its holder's: the application's own language
/// may be another.
///
/// A value; any thread, also several at once.
class Language
{
public:
    /// English, which our words are written in.
    Language() = default;
    /// `tag` as BCP 47 has it; `words` translate from English.
    Language(QString tag, std::shared_ptr<const QTranslator> words);

    [[nodiscard]] const QString &tag() const { return m_tag; }
    [[nodiscard]] bool isEnglish() const { return !m_words; }

    /// Our words in this language; the English ones where it has none. The arguments are those of QTranslator::translate(), and
    /// lupdate takes them from the source as it takes those of translate(). `count` chooses the plural and stands for %n.
    [[nodiscard]] QString say(const char *context, const char *english, const char *disambiguation = nullptr,
                              int count = -1) const;

private:
    QString m_tag = QStringLiteral("en");
    std::shared_ptr<const QTranslator> m_words;
};

} // namespace holdpoint
