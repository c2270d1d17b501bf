// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportfolder.h>

#include <models/base/privatefile.h>
#include <models/base/sha256.h>

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::report {

namespace {

constexpr qsizetype pieceSize = 1 << 20;

Error ioError(const QString &path)
{
    return {ErrorKind::Io, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno))};
}

/// Absolute and without a slash at the end, which would make lstat(2) follow a link.
QString cleanPath(const QString &path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); }

Result<> syncFolder(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return fail(ioError(path));
    const bool synced = ::fsync(fd) == 0;
    const Error error = ioError(path);
    ::close(fd);
    return synced ? Result<>() : fail(error);
}

Result<> writeInto(const QString &temporary, const QString &path, const QList<ReportFile> &files)
{
    for (const ReportFile &file : files) {
        const auto source = [&](const auto &take) { return file.pieces(take); };
        if (auto written = writePrivateFile(temporary + QLatin1Char('/') + file.name, source); !written)
            return written;
    }
    // rename(2) puts a folder over nothing but an empty folder, so what appeared meanwhile is safe.
    if (::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        return fail(ioError(path));
    return syncFolder(QFileInfo(path).absolutePath());
}

} // namespace

Result<> ReportFile::pieces(const std::function<Result<>(QByteArrayView)> &take) const
{
    return spool ? spool->pieces(take) : take(bytes);
}

Result<QByteArray> ReportFile::hash() const
{
    Sha256 hash;
    const auto done = pieces([&](QByteArrayView piece) {
        hash.add(piece);
        return Result<>();
    });
    return done ? Result<QByteArray>(hash.result()) : fail(done.error());
}

Result<> checkTarget(const QString &path)
{
    struct stat status{};
    if (::lstat(QFile::encodeName(cleanPath(path)).constData(), &status) == 0)
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1: something stands there already").arg(path));
    return {};
}

Result<> writeReportFolder(const QString &path, const QList<ReportFile> &files)
{
    if (auto free = checkTarget(path); !free)
        return free;
    const QString target = cleanPath(path);
    const QFileInfo info(target);
    if (auto made = makePrivateFolder(info.absolutePath()); !made)
        return made;
    QByteArray temporary
        = QFile::encodeName(info.absolutePath() + QStringLiteral("/.%1.XXXXXX").arg(info.fileName()));
    if (!::mkdtemp(temporary.data())) // mode 0700
        return fail(ioError(path));
    const QString folder = QFile::decodeName(temporary);
    auto written = writeInto(folder, target, files);
    if (!written)
        QDir(folder).removeRecursively();
    return written;
}

Result<> addToReportFolder(const QString &path, const ReportFile &file)
{
    const QString target = path + QLatin1Char('/') + file.name;
    if (auto free = checkTarget(target); !free)
        return free;
    return writePrivateFile(target, file.bytes);
}

QStringList ReportFolder::names() const
{
    // QDir leaves out names that it cannot decode.
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir(QFile::encodeName(m_path).constData()), ::closedir);
    QStringList names;
    while (const dirent *entry = folder ? ::readdir(folder.get()) : nullptr) {
        const QByteArrayView name(entry->d_name);
        if (name != "." && name != "..")
            names.append(fileNameFrom(name));
    }
    names.sort();
    return names;
}

Result<std::unique_ptr<QFile>> ReportFolder::open(const QString &name) const
{
    const QString path = m_path + QLatin1Char('/') + name;
    // O_NONBLOCK: a pipe somebody planted would block the open.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        if (errno == ENOENT)
            return fail(ErrorKind::NotFound, QStringLiteral("%1: no such file").arg(name));
        if (errno == ELOOP)
            return fail(ErrorKind::Invalid, QStringLiteral("%1: a symbolic link, not a file").arg(name));
        return fail(ioError(name));
    }
    auto file = std::make_unique<QFile>();
    struct stat status{};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)
        || !file->open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return fail(ErrorKind::Invalid, QStringLiteral("%1: not a plain file").arg(name));
    }
    return file;
}

Result<> ReportFolder::pieces(const QString &name, qint64 limit, const std::function<void(QByteArrayView)> &take) const
{
    auto file = open(name);
    if (!file)
        return fail(file.error());
    if ((*file)->size() > limit)
        return fail(ErrorKind::Invalid, QStringLiteral("%1: larger than %2 bytes").arg(name).arg(limit));
    QByteArray piece(pieceSize, Qt::Uninitialized);
    qint64 count = 0;
    while ((count = (*file)->read(piece.data(), piece.size())) > 0)
        take(QByteArrayView(piece).first(count));
    if (count < 0)
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(name, (*file)->errorString()));
    return {};
}

} // namespace holdpoint::report
