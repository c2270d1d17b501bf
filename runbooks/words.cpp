// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/words.h>

#include <QStringList>

namespace holdpoint::runbooks {

bool isOneOf(QStringView word, const char *list)
{
    if (word.isEmpty())
        return false;
    const char16_t first = word.front().unicode();
    for (const char *at = list; *at != '\0'; ++at) {
        if (first == uchar(*at)) {
            qsizetype same = 1;
            while (same < word.size() && at[same] != '\0' && at[same] != ' ' && word[same].unicode() == uchar(at[same]))
                ++same;
            if (same == word.size() && (at[same] == ' ' || at[same] == '\0'))
                return true;
        }
        while (*at != ' ') {
            if (*at == '\0')
                return false;
            ++at;
        }
    }
    return false;
}

QSet<QString> wordSet(const char *list)
{
    const QStringList all = QString::fromLatin1(list).split(u' ');
    return {all.begin(), all.end()};
}

} // namespace holdpoint::runbooks
