// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/witnessfolder.h>

#include <models/base/clock.h>
#include <models/base/privatefile.h>
#include <models/ledger/checkpoint.h>

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::ledger {

namespace {

constexpr qint64 checkpointBytes = 64 * 1024;
constexpr qint64 rememberedBytes = 16 * 1024;
constexpr qint64 timestampBytes = 64 * 1024;
constexpr QLatin1String suffix(".checkpoint");
constexpr QLatin1String stampSuffix(".tsr");

Error ioError(const QString &path)
{
    return {ErrorKind::Io, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno))};
}

tl::unexpected<Error> noSuchFolder(const QString &folder)
{
    return fail(ErrorKind::NotFound,
                QStringLiteral("%1: no such folder. It is not made: is the witness's share mounted?").arg(folder));
}

/// Size and root make the name, so that another history gets another file and none is ever in another's way.
QString fileName(const Checkpoint &checkpoint)
{
    QString ledger = checkpoint.origin.section(QLatin1Char('/'), -1);
    const auto isForeign = [](QChar c) {
        return c != QLatin1Char('-') && (c.unicode() > 0x7f || !c.isLetterOrNumber());
    };
    ledger.removeIf(isForeign);
    return QStringLiteral("%1-%2-%3")
               .arg(ledger)
               .arg(checkpoint.head.size, 12, 10, QLatin1Char('0'))
               .arg(QString::fromLatin1(checkpoint.head.root.toHex().first(16)))
           + suffix;
}

Result<> syncPath(const QByteArray &path, int flags)
{
    const int fd = ::open(path.constData(), flags | O_CLOEXEC);
    if (fd < 0)
        return fail(ioError(QFile::decodeName(path)));
    const bool synced = ::fsync(fd) == 0;
    const Error error = ioError(QFile::decodeName(path));
    ::close(fd);
    return synced ? Result<>() : fail(error);
}

/// The whole file under a hidden name, on disk.
Result<QByteArray> writeHidden(const QString &folder, const QByteArray &bytes)
{
    QByteArray path = QFile::encodeName(folder + QStringLiteral("/.checkpoint.XXXXXX"));
    const int fd = ::mkstemp(path.data());
    if (fd < 0)
        return fail(ioError(folder));
    QFile file;
    const bool isWritten = file.open(fd, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)
                           && file.write(bytes) == bytes.size() && file.flush() && ::fsync(fd) == 0
                           && ::fchmod(fd, 0444) == 0;
    const Error error = ioError(folder);
    if (isWritten)
        return path;
    ::unlink(path.constData());
    return fail(error);
}

/// Gives the file its name unless something stands there. link(2) never replaces; some shares have no links.
bool publish(const QByteArray &hidden, const QByteArray &path)
{
    struct stat status
    {
    };
    bool isThere = ::link(hidden.constData(), path.constData()) == 0 || errno == EEXIST;
    if (!isThere && ::lstat(path.constData(), &status) != 0 && errno == ENOENT)
        isThere = ::rename(hidden.constData(), path.constData()) == 0;
    const int problem = errno;
    ::unlink(hidden.constData());
    errno = problem;
    return isThere;
}

/// A new file with these bytes, unless something has its name already.
Result<> keepFile(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    const auto hidden = writeHidden(folder, bytes);
    if (!hidden)
        return fail(hidden.error());
    if (!publish(*hidden, QFile::encodeName(path)))
        return fail(ioError(path));
    return syncPath(QFile::encodeName(folder), O_RDONLY | O_DIRECTORY);
}

QString rememberedPath(const QString &ledgerFolder) { return ledgerFolder + QStringLiteral("/ledger.witnessed"); }

} // namespace

Result<QString> keepCheckpoint(const QString &folder, const Checkpoint &checkpoint)
{
    if (!QFileInfo(folder).isDir())
        return noSuchFolder(folder);
    const QString name = fileName(checkpoint);
    const QString path = folder + QLatin1Char('/') + name;
    if (const auto there = readFile(path, checkpointBytes); there && there->startsWith(checkpoint.body))
        return name;
    if (auto written = keepFile(path, checkpoint.body + checkpoint.signature); !written)
        return fail(written.error());
    const auto there = readFile(path, checkpointBytes);
    if (!there || !there->startsWith(checkpoint.body))
        return fail(ErrorKind::Io, QStringLiteral("%1: something else stands there; it was left as it is").arg(path));
    return name;
}

Result<QList<KeptCheckpoint>> keptCheckpoints(const QString &folder)
{
    const QDir files(folder);
    if (!files.exists())
        return noSuchFolder(folder);
    QList<KeptCheckpoint> kept;
    for (const QString &name : files.entryList({QLatin1Char('*') + suffix}, QDir::AllEntries | QDir::System)) {
        const auto text = readFile(files.filePath(name), checkpointBytes);
        auto checkpoint = text ? parseCheckpoint(*text) : fail(text.error());
        if (!checkpoint)
            return fail(ErrorKind::Corrupt,
                        QStringLiteral("%1: %2").arg(files.filePath(name), checkpoint.error().detail));
        checkpoint->utc = QFileInfo(files.filePath(name)).lastModified().toUTC();
        kept.append({name, *std::move(checkpoint)});
    }
    std::ranges::stable_sort(kept, {}, [](const KeptCheckpoint &one) { return one.checkpoint.head.size; });
    return kept;
}

QString timestampFolder(const QString &ledgerFolder) { return ledgerFolder + QStringLiteral("/timestamps"); }

Result<> keepTimestamp(const QString &folder, const QString &checkpointFile, const QByteArray &response)
{
    return keepFile(folder + QLatin1Char('/') + checkpointFile + stampSuffix, response);
}

Result<QList<KeptTimestamp>> keptTimestamps(const QString &folder)
{
    const QDir files(folder);
    QList<KeptTimestamp> kept;
    for (const QString &name : files.entryList({QLatin1Char('*') + suffix + stampSuffix}, QDir::AllEntries | QDir::System)) {
        const QString path = files.filePath(name);
        const auto response = readFile(path, timestampBytes);
        if (!response)
            return fail(response.error());
        const auto text = readFile(path.chopped(stampSuffix.size()), checkpointBytes);
        const auto checkpoint = text ? parseCheckpoint(*text) : fail(text.error());
        if (!checkpoint)
            return fail(ErrorKind::Corrupt, QStringLiteral("%1 has no checkpoint beside it: %2").arg(path, checkpoint.error().detail));
        kept.append({name, *checkpoint, *response});
    }
    std::ranges::stable_sort(kept, {}, [](const KeptTimestamp &one) { return one.checkpoint.head.size; });
    return kept;
}

Result<> rememberWitness(const QString &ledgerFolder, const LastWitness &witness)
{
    const QJsonObject object{{QStringLiteral("size"), qint64(witness.size)},
                             {QStringLiteral("utc"), isoUtc(witness.utc)},
                             {QStringLiteral("folder"), witness.folder},
                             {QStringLiteral("authority"), witness.authority}};
    return writePrivateFile(rememberedPath(ledgerFolder), QJsonDocument(object).toJson());
}

std::optional<LastWitness> lastWitness(const QString &ledgerFolder)
{
    const auto bytes = readFile(rememberedPath(ledgerFolder), rememberedBytes);
    const QJsonObject object = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    LastWitness witness{.size = quint64(object[QLatin1String("size")].toInteger()),
                        .utc = QDateTime::fromString(object[QLatin1String("utc")].toString(), Qt::ISODateWithMs),
                        .folder = object[QLatin1String("folder")].toString(),
                        .authority = object[QLatin1String("authority")].toString()};
    return witness.size > 0 && witness.utc.isValid() ? std::optional(witness) : std::nullopt;
}

} // namespace holdpoint::ledger
