// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/containment.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace holdpoint::practice {

namespace {

constexpr int tryMs = 5000;

QByteArray wrapper() { return QFile::encodeName(QStandardPaths::findExecutable(QStringLiteral("bwrap"))); }

/// Folders that a container has its own of.
bool isOwn(const QString &name)
{
    return name == QStringLiteral("dev") || name == QStringLiteral("proc") || name == QStringLiteral("tmp");
}

/// The machine's root, folder by folder, so that folders can be added beside them.
QList<QByteArray> readOnlyRoot()
{
    QList<QByteArray> options{"--tmpfs", "/"};
    for (const QFileInfo &entry : QDir(QStringLiteral("/")).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const QByteArray path = QFile::encodeName(entry.filePath());
        if (isOwn(entry.fileName()))
            continue;
        if (entry.isSymLink())
            options << "--symlink" << QFile::encodeName(entry.symLinkTarget()) << path;
        else
            options << "--ro-bind-try" << path << path;
    }
    return options << "--dev" << "/dev" << "--proc" << "/proc" << "--tmpfs" << "/tmp";
}

QList<QByteArray> isolation()
{
    return {"--unshare-user-try", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
            "--cap-drop",         "ALL",           "--die-with-parent"};
}

} // namespace

bool canContain()
{
    static const bool can = [] {
        if (wrapper().isEmpty())
            return false;
        QStringList arguments;
        for (const QByteArray &option : isolation() + readOnlyRoot() + QList<QByteArray>{"true"})
            arguments.append(QFile::decodeName(option));
        QProcess attempt;
        attempt.start(QFile::decodeName(wrapper()), arguments, QIODevice::ReadOnly);
        return attempt.waitForFinished(tryMs) && attempt.exitStatus() == QProcess::NormalExit && attempt.exitCode() == 0;
    }();
    return can;
}

QList<QByteArray> contained(const QList<QByteArray> &arguments, const Surroundings &surroundings, SystemFolders folders)
{
    QList<QByteArray> wrapped{wrapper()};
    wrapped += isolation();
    wrapped += readOnlyRoot();
    if (!surroundings.tools.isEmpty())
        wrapped << "--ro-bind-try" << surroundings.tools << surroundings.tools;
    wrapped << "--bind" << surroundings.home << surroundings.home;
    wrapped << "--bind" << surroundings.state << surroundings.state;
    const QDir rehearsed(QFile::decodeName(surroundings.home) + QStringLiteral("/rootfs"));
    for (const QFileInfo &folder : rehearsed.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString real = u'/' + folder.fileName();
        const bool holdsHome = surroundings.home.startsWith(QFile::encodeName(real) + '/');
        if (!QFileInfo::exists(real) || (folders == SystemFolders::Rehearsed && !holdsHome && !isOwn(folder.fileName())))
            wrapped << "--bind" << QFile::encodeName(folder.filePath()) << QFile::encodeName(real);
    }
    wrapped << "--chdir" << surroundings.home << "--";
    return wrapped + arguments;
}

} // namespace holdpoint::practice
