// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/sshserver.h>

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <gtest/gtest.h>

#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::testing {

namespace {

void writeFile(const QString &path, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    ASSERT_TRUE(file.open(mode)) << path.toStdString();
    file.write(bytes);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The processes below this one, nearest first.
void collectChildren(qint64 parent, QList<qint64> &found)
{
    const QByteArray children = contents(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    for (const QByteArray &child : children.simplified().split(' ')) {
        if (child.isEmpty())
            continue;
        found.append(child.toLongLong());
        collectChildren(child.toLongLong(), found);
    }
}

} // namespace

bool runProgram(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(30000);
    if (output != nullptr)
        *output = process.readAll();
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

SshServer::SshServer(const QByteArray &more)
{
    const QString hostKey = path(QStringLiteral("host"));
    EXPECT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"),
                                                          QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                                                          QStringLiteral("-f"), hostKey}));
    addClientKey(QStringLiteral("client"), QStringLiteral("ed25519"));
    if (::geteuid() == 0)
        ::mkdir("/run/sshd", 0755); // where sshd separates privileges when started by root
    for (int attempt = 0; attempt < 5 && m_port == 0; ++attempt) {
        const quint16 port = freePort();
        m_port = port;
        writeConfig(more);
        if (!start())
            m_port = 0;
    }
    EXPECT_TRUE(isRunning()) << contents(path(QStringLiteral("log"))).toStdString();
    writeFile(knownHosts(), "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + this->hostKey() + '\n');
}

SshServer::~SshServer()
{
    stop();
}

QString SshServer::user() const
{
    return QString::fromLocal8Bit(::getpwuid(::getuid())->pw_name);
}

QByteArray SshServer::hostKey() const
{
    const QList<QByteArray> parts = contents(path(QStringLiteral("host.pub"))).trimmed().split(' ');
    return parts.size() < 2 ? QByteArray() : parts[0] + ' ' + parts[1];
}

QString SshServer::addClientKey(const QString &name, const QString &type, const QString &passphrase)
{
    EXPECT_TRUE(runProgram(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), passphrase,
                            QStringLiteral("-f"), path(name)}));
    writeFile(path(QStringLiteral("authorized_keys")), contents(path(name + QStringLiteral(".pub"))),
              QIODevice::Append);
    return path(name);
}

/// Shells there start as on a host of nobody's: what the person who tests has in the own home would slow them down or stop them.
void SshServer::writeConfig(const QByteArray &more)
{
    const QByteArray folder = QFile::encodeName(m_folder.path());
    QDir(m_folder.path()).mkdir(QStringLiteral("home"));
    const bool hasOwn = more.contains("HOME=");
    QByteArray settings = more;
    if (!hasOwn && more.contains("SetEnv ")) // sshd takes the first one only
        settings.replace("SetEnv ", "SetEnv HOME=" + folder + "/home ");
    else if (!hasOwn)
        settings += "SetEnv HOME=" + folder + "/home\n";
    writeFile(path(QStringLiteral("sshd_config")),
              "ListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) + "\nHostKey " + folder
                  + "/host\nPidFile none\nAuthorizedKeysFile " + folder
                  + "/authorized_keys\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nPasswordAuthentication no\n"
                    "KbdInteractiveAuthentication no\nPrintMotd no\nMaxStartups 100\nMaxSessions 200\n"
                    "Subsystem sftp internal-sftp\n"
                  + settings);
}

bool SshServer::start()
{
    // A test program that crashes leaves no server behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QStringLiteral("/usr/sbin/sshd"), {QStringLiteral("-D"), QStringLiteral("-f"),
                                                       path(QStringLiteral("sshd_config")), QStringLiteral("-E"),
                                                       path(QStringLiteral("log"))});
    if (!m_process.waitForStarted(5000))
        return false;
    for (int i = 0; i < 500 && m_process.state() == QProcess::Running; ++i) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, m_port);
        if (probe.waitForConnected(100))
            return true;
        QThread::msleep(10);
        m_process.waitForFinished(0);
    }
    return false;
}

QList<qint64> SshServer::sessions() const
{
    QList<qint64> found;
    if (m_process.processId() > 0)
        collectChildren(m_process.processId(), found);
    return found;
}

void SshServer::signalSessions(int signal) const
{
    for (const qint64 pid : sessions())
        ::kill(pid_t(pid), signal);
}

void SshServer::stop()
{
    const QList<qint64> children = sessions();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    for (const qint64 pid : children)
        ::kill(pid_t(pid), SIGKILL);
}

} // namespace holdpoint::testing
