// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/paths.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

namespace holdpoint::app {

namespace {

/// A folder of the installed package (PREFIX/share/holdpoint/NAME), else one of the source tree.
QString shipped(const QString &name, const QString &inSource)
{
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/holdpoint/") + name;
    return QFileInfo(installed).isDir() ? QFileInfo(installed).canonicalFilePath()
                                        : QStringLiteral(HOLDPOINT_SOURCE_DIR "/") + inSource;
}

} // namespace

Paths Paths::choose(const QString &data, const QString &config)
{
    const auto standard = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + QStringLiteral("/holdpoint");
    };
    return {data.isEmpty() ? standard(QStandardPaths::GenericDataLocation) : QFileInfo(data).absoluteFilePath(),
            config.isEmpty() ? standard(QStandardPaths::GenericConfigLocation) : QFileInfo(config).absoluteFilePath()};
}

QString libraryFolder() { return shipped(QStringLiteral("library"), QStringLiteral("runbooks/library")); }

QString practiceToolsFolder()
{
    return shipped(QStringLiteral("practice-tools"), QStringLiteral("app/practice/tools"));
}

QString localOperator()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME", QStringLiteral("operator"));
    return user + u'@' + QSysInfo::machineHostName();
}

} // namespace holdpoint::app
