// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sshpattern.h>

#include <algorithm>

namespace holdpoint {

namespace {

constexpr qsizetype longestPattern = 1022; // match_pattern_list() of OpenSSH has room for 1024 with its mark and end

} // namespace

// Walks both once and returns only to the last star, so that hostile patterns cost no more than length times length.
bool matchesPattern(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = in++;
            resume = at;
        } else if (in < pattern.size() && (pattern[in] == '?' || pattern[in] == text[at])) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == '*')
        ++in;
    return in == pattern.size();
}

bool matchesAny(QByteArrayView text, const QList<QByteArray> &patterns)
{
    bool matched = false;
    for (const QByteArray &pattern : patterns) {
        if (pattern.startsWith('!')) {
            if (matchesPattern(text, QByteArrayView(pattern).sliced(1)))
                return false;
        } else if (!matched) {
            matched = matchesPattern(text, pattern);
        }
    }
    return matched;
}

bool matchesList(QByteArrayView text, const QList<QByteArray> &patterns)
{
    const bool isTooLong = std::ranges::any_of(
        patterns, [](const QByteArray &one) { return one.size() - (one.startsWith('!') ? 1 : 0) > longestPattern; });
    return !isTooLong && matchesAny(text, patterns);
}

bool matchesList(QByteArrayView text, const QByteArray &patterns) { return matchesList(text, patterns.split(',')); }

} // namespace holdpoint
