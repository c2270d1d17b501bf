// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/configvalues.h>

#include <map>

namespace holdpoint::ssh {

namespace {

constexpr qint64 week = 604'800;

} // namespace

std::optional<bool> flagOf(const QByteArray &value)
{
    const QByteArray lower = value.toLower();
    if (lower == "yes" || lower == "true")
        return true;
    if (lower == "no" || lower == "false")
        return false;
    return std::nullopt;
}

std::optional<int> secondsOf(const QByteArray &value)
{
    static const std::map<char, int> units{{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}, {'w', 604800}};
    if (value.isEmpty())
        return std::nullopt;
    qint64 total = 0;
    qint64 number = -1;
    for (const char character : value.toLower() + (isdigit(value.back()) ? "s" : "")) {
        if (character >= '0' && character <= '9') {
            number = (number < 0 ? 0 : number * 10) + (character - '0');
        } else if (number >= 0 && units.contains(character)) {
            total += number * units.at(character);
            number = -1;
        } else {
            return std::nullopt;
        }
        if (number > week || total > week)
            return std::nullopt;
    }
    return int(total);
}

std::optional<int> numberOf(const QByteArray &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace holdpoint::ssh
