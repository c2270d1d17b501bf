// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/configline.h>

namespace holdpoint::ssh {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

void skipBlanks(QByteArrayView &rest)
{
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
}

/// As the stock client's argv_split(): both kinds of quotes, a backslash before a quote, a backslash or a blank. Nothing
/// when a quote stays open.
std::optional<QByteArray> takeArgument(QByteArrayView &rest)
{
    QByteArray word;
    char quote = 0;
    while (!rest.isEmpty()) {
        const char c = rest.front();
        const char next = rest.size() > 1 ? rest[1] : 0;
        const bool escapes = c == '\\' && (next == '\'' || next == '"' || next == '\\' || (quote == 0 && next == ' '));
        if (escapes) {
            word += next;
            rest = rest.sliced(2);
            continue;
        }
        if (quote == 0 && (c == ' ' || c == '\t'))
            break;
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote != 0 && c == quote)
            quote = 0;
        else
            word += c;
        rest = rest.sliced(1);
    }
    return quote == 0 ? std::optional(word) : std::nullopt;
}

} // namespace

std::optional<QByteArray> takeDelimited(QByteArrayView &rest)
{
    qsizetype end = 0;
    while (end < rest.size() && !isBlank(rest[end]) && rest[end] != '"' && rest[end] != '=')
        ++end;
    QByteArray word = rest.first(end).toByteArray();
    const char delimiter = end < rest.size() ? rest[end] : 0;
    rest = rest.sliced(delimiter == 0 ? end : end + 1);
    if (delimiter == '"') {
        const qsizetype close = rest.indexOf('"');
        if (close < 0)
            return std::nullopt;
        word += rest.first(close);
        rest = rest.sliced(close + 1);
        skipBlanks(rest);
        return word;
    }
    skipBlanks(rest);
    if (delimiter != '=' && rest.startsWith('=')) {
        rest = rest.sliced(1);
        skipBlanks(rest);
    }
    return word;
}

std::optional<ConfigLine> ConfigLine::parse(const QByteArray &line)
{
    qsizetype end = line.size();
    while (end > 0 && (isBlank(line[end - 1]) || line[end - 1] == '\f'))
        --end;
    QByteArrayView rest = QByteArrayView(line).first(end);
    auto keyword = takeDelimited(rest);
    if (keyword && keyword->isEmpty())
        keyword = takeDelimited(rest);
    if (!keyword)
        return std::nullopt;
    ConfigLine found;
    if (keyword->startsWith('#'))
        return found;
    skipBlanks(rest);
    found.keyword = keyword->toLower();
    found.rest = rest.toByteArray();
    while (!rest.isEmpty() && rest.front() != '#') {
        const auto argument = takeArgument(rest);
        if (!argument)
            return std::nullopt;
        found.arguments.append(*argument);
        skipBlanks(rest);
    }
    return found;
}

} // namespace holdpoint::ssh
