// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stockcommand.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

namespace holdpoint::ssh {

namespace {

/// Whatever the configuration says.
constexpr const char *always[] = {
    // The host key is checked, and a question about it is ours to answer.
    "StrictHostKeyChecking=ask",
    "NoHostAuthenticationForLocalhost=no",
    "VerifyHostKeyDNS=no",
    "FingerprintHash=sha256",
    "VisualHostKey=no",
    "UpdateHostKeys=no",
    "BatchMode=no",
    // Nothing that leads from the host to this machine.
    "ClearAllForwardings=yes",
    "ForwardAgent=no",
    "ForwardX11=no",
    "Tunnel=no",
    // It ends with us, and does nothing but carry channels.
    "ControlPersist=no",
    "ForkAfterAuthentication=no",
    "RemoteCommand=none",
};

/// A path as the value of an option, which ssh_config(5) takes apart by quotes and expands by "%" and "${...}".
Result<QByteArray> quotedPath(const QString &path)
{
    const bool hasControls = std::any_of(path.begin(), path.end(), [](QChar character) { return character < u' '; });
    if (hasControls || path.contains(QLatin1String("${"))) {
        return fail(ErrorKind::Invalid,
                    QStringLiteral("the path %1 cannot be passed to ssh: it holds \"${\" or a control "
                                   "character")
                        .arg(path));
    }
    QString quoted = QFileInfo(path).absoluteFilePath();
    quoted.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'"', QLatin1String("\\\""))
        .replace(u'%', QLatin1String("%%"));
    return '"' + QFile::encodeName(quoted) + '"';
}

Result<> appendPath(QList<QByteArray> &arguments, const QByteArray &option, const QString &path)
{
    const auto quoted = quotedPath(path);
    if (!quoted)
        return fail(quoted.error());
    arguments << "-o" << option + '=' + *quoted;
    return {};
}

Result<> appendFiles(QList<QByteArray> &arguments, const SshOptions &options)
{
    if (!options.configFile.isEmpty())
        arguments << "-F" << QFile::encodeName(QFileInfo(options.configFile).absoluteFilePath());
    for (const QString &file : options.identityFiles) {
        if (auto done = appendPath(arguments, "IdentityFile", file); !done)
            return done;
    }
    if (options.knownHostsFile.isEmpty())
        return {};
    arguments << "-o"
              << "GlobalKnownHostsFile=/dev/null"
              << "-o"
              << "KnownHostsCommand=none";
    return appendPath(arguments, "UserKnownHostsFile", options.knownHostsFile);
}

Result<QByteArray> found(const QString &program, const QString &path)
{
    if (!path.isEmpty() && QFileInfo(path).isExecutable())
        return QFile::encodeName(path);
    return fail(ErrorKind::NotFound,
                QStringLiteral("the program \"%1\" is needed for \"ssh HOST\" and is not installed").arg(program));
}

} // namespace

QString askpassProgram()
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString beside = folder + QStringLiteral("/holdpoint-askpass");
    return QFileInfo::exists(beside) ? beside : folder + QStringLiteral("/../libexec/holdpoint/holdpoint-askpass");
}

Result<QList<QByteArray>> stockCommand(const session::HostAddress &address, const SshOptions &options,
                                       const StockFolder &folder)
{
    if (!session::isSafeHostName(address.host) || (!address.user.isEmpty() && !session::isSafeUserName(address.user)))
        return fail(ErrorKind::Invalid, QStringLiteral("the host or user name holds characters that are not allowed"));
    const QString askpass = options.askpassProgram.isEmpty() ? askpassProgram() : options.askpassProgram;
    const auto helper = found(QStringLiteral("holdpoint-askpass"), askpass);
    const auto ssh = found(QStringLiteral("ssh"), QStandardPaths::findExecutable(QStringLiteral("ssh")));
    if (!helper || !ssh)
        return fail(helper ? ssh.error() : helper.error());
    QList<QByteArray> arguments{*helper, QByteArray::number(QCoreApplication::applicationPid()), *ssh};
    arguments << "-N"
              << "-M"
              << "-v"
              << "-S" << folder.control() << "-E" << folder.log();
    for (const char *option : always)
        arguments << "-o" << option;
    // The third that is unanswered ends the connection: silence is told after silentAfter.
    using std::chrono::seconds;
    const auto interval = std::max<qint64>(1, duration_cast<seconds>(options.timing.silentAfter).count() / 3);
    arguments << "-o"
              << "ServerAliveInterval=" + QByteArray::number(interval) << "-o"
              << "ServerAliveCountMax=2";
    if (auto done = appendFiles(arguments, options); !done)
        return fail(done.error());
    if (!address.user.isEmpty())
        arguments << "-l" << address.user.toUtf8();
    if (address.port != 0)
        arguments << "-p" << QByteArray::number(address.port);
    return arguments << "--" << address.host.toUtf8();
}

QList<QByteArray> stockEnvironment(const QString &askpass, const StockFolder &folder, const QByteArray &token)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SSH_ASKPASS"), askpass);
    environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    environment.remove(QStringLiteral("SSH_ASKPASS_PROMPT"));
    environment.insert(QStringLiteral("HOLDPOINT_ASKPASS_SOCKET"), QFile::decodeName(folder.questions()));
    environment.insert(QStringLiteral("HOLDPOINT_ASKPASS_TOKEN"), QString::fromLatin1(token));
    QList<QByteArray> lines;
    for (const QString &line : environment.toStringList())
        lines.append(QFile::encodeName(line));
    return lines;
}

} // namespace holdpoint::ssh
