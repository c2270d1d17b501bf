// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/fuzzy.h>

namespace holdpoint::ui {

namespace {
constexpr int letterScore = 1;
constexpr int neighbourScore = 4;
constexpr int wordStartScore = 6;
constexpr int longestDistance = 3; ///< letters skipped cost no more than this
} // namespace

std::optional<int> fuzzyScore(const QString &pattern, const QString &text)
{
    int score = 0;
    qsizetype from = 0;
    qsizetype previous = -1;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        const qsizetype at = text.indexOf(wanted, from, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        const bool startsWord = at == 0 || !text[at - 1].isLetterOrNumber();
        const qsizetype skipped = at - from;
        score += letterScore + (startsWord ? wordStartScore : 0)
                 + (previous >= 0 && at == previous + 1 ? neighbourScore : 0)
                 - int(qMin<qsizetype>(skipped, longestDistance));
        previous = at;
        from = at + 1;
    }
    return score;
}

} // namespace holdpoint::ui
