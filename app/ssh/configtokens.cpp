// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshconfig.h>

#include <QCryptographicHash>
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

/// Those that only the names of files may hold.
std::optional<QString> fileToken(QChar name, const ConfigTokens &tokens)
{
    if (name == QLatin1Char('k'))
        return tokens.hostKeyAlias.isEmpty() ? tokens.originalHost : tokens.hostKeyAlias;
    if (name != QLatin1Char('C'))
        return token(name, tokens);
    const QString all = QSysInfo::machineHostName() + tokens.host + QString::number(tokens.port) + tokens.remoteUser;
    return QString::fromLatin1(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).toHex());
}

/// Of a text that begins with "${NAME}": how long that is, and the value.
struct Variable
{
    qsizetype length = 0;
    QString value;
};

Result<Variable> variableAt(QStringView text)
{
    constexpr qsizetype opening = 2;
    const qsizetype closing = text.indexOf(QLatin1Char('}'));
    if (closing < 0)
        return fail(ErrorKind::Invalid, QStringLiteral("%1: a \"${\" without its \"}\"").arg(text));
    const QByteArray name = text.sliced(opening, closing - opening).toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData())) {
        return fail(ErrorKind::Invalid, QStringLiteral("the SSH configuration refers to the environment variable %1, which "
                                                       "is not set here")
                                            .arg(QString::fromLocal8Bit(name)));
    }
    return Variable{closing + 1, qEnvironmentVariable(name.constData())};
}

enum class Kind { Plain, File };

/// In one pass: what a variable holds is not looked through again.
Result<QString> expand(const QString &text, const ConfigTokens &tokens, Kind kind)
{
    QString expanded;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView rest = QStringView(text).sliced(at);
        if (kind == Kind::File && rest.startsWith(QLatin1String("${"))) {
            const auto variable = variableAt(rest);
            if (!variable)
                return fail(variable.error());
            expanded += variable->value;
            at += variable->length - 1;
            continue;
        }
        if (text[at] != QLatin1Char('%')) {
            expanded += text[at];
            continue;
        }
        const auto find = kind == Kind::File ? fileToken : token;
        const auto value = ++at < text.size() ? find(text[at], tokens) : std::nullopt;
        if (!value)
            return fail(ErrorKind::Invalid, QStringLiteral("%1: unknown %-token").arg(text));
        expanded += *value;
    }
    return expanded;
}

/// A "~/" counts where it is written, not where a value begins with it.
Result<QString> atHome(const QString &path, Result<QString> expanded)
{
    if (expanded && (path == QLatin1String("~") || path.startsWith(QLatin1String("~/"))))
        expanded->replace(0, 1, homeFolder());
    return expanded;
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
    return expand(text, tokens, Kind::Plain);
}

Result<QString> expandPath(const QString &path, const ConfigTokens &tokens)
{
    return atHome(path, expand(path, tokens, Kind::Plain));
}

Result<QString> expandFileName(const QString &path, const ConfigTokens &tokens)
{
    return atHome(path, expand(path, tokens, Kind::File));
}

} // namespace holdpoint::ssh
