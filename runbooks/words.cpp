// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/words.h>

#include <QStringList>

namespace holdpoint::runbooks {

bool isOneOf(QStringView word, const char *list)
{
    for (const char *at = list; *at != '\0'; ++at) {
        qsizetype same = 0;
        while (same < word.size() && *at != '\0' && *at != ' ' && word[same].unicode() == uchar(*at)) {
            ++same;
            ++at;
        }
        if (same == word.size() && same > 0 && (*at == ' ' || *at == '\0'))
            return true;
        while (*at != ' ' && *at != '\0')
            ++at;
        if (*at == '\0')
            return false;
    }
    return false;
}

QSet<QString> wordSet(const char *list)
{
    const QStringList all = QString::fromLatin1(list).split(u' ');
    return {all.begin(), all.end()};
}

} // namespace holdpoint::runbooks
