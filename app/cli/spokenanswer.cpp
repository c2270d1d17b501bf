// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/spokenanswer.h>
#include <runbooks/words.h>

#include <algorithm>

namespace holdpoint::cli {

namespace {

bool isPunctuation(QChar c) { return c == u',' || c == u'.' || c == u':' || c == u';' || c == u'!' || c == u'?'; }

/// The first word in lower case, without punctuation behind it.
QString firstWord(const QString &line)
{
    QString word = line.trimmed().section(u' ', 0, 0).toLower();
    while (!word.isEmpty() && isPunctuation(word.back()))
        word.chop(1);
    return word;
}

} // namespace

std::optional<SpokenAnswer> spokenAnswer(const QString &line, std::span<const OfferedChoice> choices)
{
    const QString word = line.trimmed().isEmpty() ? QString(enterKey) : firstWord(line);
    const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const OfferedChoice &choice) {
        return (word.size() == 1 && word[0] == choice.letter) || runbooks::isOneOf(word, choice.words);
    });
    if (chosen == choices.end())
        return std::nullopt;
    return SpokenAnswer{chosen->letter, line.trimmed().section(u' ', 1).trimmed(), chosen->needsReason};
}

bool isRefusal(const QString &line)
{
    return runbooks::isOneOf(firstWord(line), "n no nope nein non never not don't stop q quit exit abort cancel");
}

} // namespace holdpoint::cli
