// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pseudonymkey.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <unistd.h>

namespace holdpoint::report {

Result<> checkKeyFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        return fail(ErrorKind::Invalid, QStringLiteral("%1 is there already and is not overwritten").arg(path));
    const QString folder = info.absolutePath();
    if (!QFileInfo(folder).isDir())
        return fail(ErrorKind::Invalid, QStringLiteral("there is no folder %1 to keep who is who in").arg(folder));
    return {};
}

Result<> writeKeyFile(const QString &path, const QByteArray &run, const QJsonObject &pseudonyms)
{
    const QByteArray key = QJsonDocument(QJsonObject{{QStringLiteral("run"), QString::fromLatin1(run.toHex())},
                                                     {QStringLiteral("pseudonyms"), pseudonyms}})
                               .toJson();
    const auto failed = [&path](const QFile &file) {
        return Error{ErrorKind::Io,
                     QStringLiteral("%1: who is who cannot be kept there: %2").arg(path, file.errorString())};
    };
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(failed(file));
    if (file.write(key) == key.size() && file.flush() && fsync(file.handle()) == 0)
        return {};
    const Error error = failed(file);
    file.remove();
    return fail(error);
}

} // namespace holdpoint::report
