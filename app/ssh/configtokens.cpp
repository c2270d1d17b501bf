// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshconfig.h>

#include <QSysInfo>

#include <array>
#include <optional>
#include <pwd.h>
#include <unistd.h>

namespace holdpoint::ssh {

namespace {

struct Account
{
    QString name;
    QString home;
};

Account account()
{
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {qEnvironmentVariable("USER"), qEnvironmentVariable("HOME")};
    return {QString::fromLocal8Bit(entry.pw_name), QString::fromLocal8Bit(entry.pw_dir)};
}

std::optional<QString> token(QChar name, const ConfigTokens &tokens)
{
    switch (name.unicode()) {
    case '%':
        return QStringLiteral("%");
    case 'd':
        return homeFolder();
    case 'h':
        return tokens.host;
    case 'i':
        return QString::number(::getuid());
    case 'L':
        return QSysInfo::machineHostName().section(QLatin1Char('.'), 0, 0);
    case 'l':
        return QSysInfo::machineHostName();
    case 'n':
        return tokens.originalHost;
    case 'p':
        return QString::number(tokens.port);
    case 'r':
        return tokens.remoteUser;
    case 'u':
        return localUserName();
    default:
        return std::nullopt;
    }
}

} // namespace

QString localUserName()
{
    return account().name;
}

QString homeFolder()
{
    return account().home;
}

Result<QString> expandTokens(const QString &text, const ConfigTokens &tokens)
{
    QString expanded;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != QLatin1Char('%')) {
            expanded += text[at];
            continue;
        }
        const auto value = ++at < text.size() ? token(text[at], tokens) : std::nullopt;
        if (!value)
            return fail(ErrorKind::Invalid, QStringLiteral("%1: unknown %-token").arg(text));
        expanded += *value;
    }
    return expanded;
}

Result<QString> expandPath(const QString &path, const ConfigTokens &tokens)
{
    auto expanded = expandTokens(path, tokens);
    if (expanded && (path == QLatin1String("~") || path.startsWith(QLatin1String("~/"))))
        expanded->replace(0, 1, homeFolder());
    return expanded;
}

} // namespace holdpoint::ssh
