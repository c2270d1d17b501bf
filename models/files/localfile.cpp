// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/localfile.h>

#include <models/base/sha256.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint::files {

namespace {

constexpr qint64 blockBytes = 256 << 10;
constexpr quint32 permissionBits = 0777;

ErrorKind kindOf(int error) { return error == ENOENT ? ErrorKind::NotFound : ErrorKind::Io; }

} // namespace

Result<std::shared_ptr<LocalFile>> LocalFile::open(const QString &path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
    const int error = errno;
    std::shared_ptr<LocalFile> file(new LocalFile(fd, path));
    if (fd < 0)
        return fail(kindOf(error), QStringLiteral("cannot open %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(error))));
    struct stat status{};
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorKind::Invalid, QStringLiteral("%1 is no plain file").arg(path));
    return file;
}

Result<std::shared_ptr<LocalFile>> LocalFile::openSource(const QString &path) { return open(path, O_RDONLY); }

Result<std::shared_ptr<LocalFile>> LocalFile::openPart(const QString &path)
{
    return open(path, O_RDWR | O_CREAT | O_NOFOLLOW);
}

LocalFile::~LocalFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

tl::unexpected<Error> LocalFile::failure(const QString &what) const
{
    return fail(ErrorKind::Io, QStringLiteral("%1 %2: %3").arg(what, m_path, QString::fromLocal8Bit(std::strerror(errno))));
}

qint64 LocalFile::size() const
{
    struct stat status{};
    return ::fstat(m_fd, &status) == 0 ? qint64(status.st_size) : 0;
}

quint32 LocalFile::permissions() const
{
    struct stat status{};
    return ::fstat(m_fd, &status) == 0 ? quint32(status.st_mode) & permissionBits : 0;
}

qint64 LocalFile::modified() const
{
    struct stat status
    {
    };
    return ::fstat(m_fd, &status) == 0 ? qint64(status.st_mtim.tv_sec) : 0;
}

Result<QByteArray> LocalFile::read(qint64 offset, qint64 count) const
{
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 done = 0;
    while (done < count) {
        const ssize_t got = ::pread(m_fd, bytes.data() + done, size_t(count - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(QStringLiteral("cannot read"));
        if (got == 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

Result<> LocalFile::addTo(Sha256 &hash, qint64 count, const CancelFlag &cancel) const
{
    for (qint64 done = 0; done < count;) {
        if (*cancel)
            return fail(ErrorKind::Cancelled, QStringLiteral("called off"));
        const auto block = read(done, std::min(blockBytes, count - done));
        if (!block)
            return fail(block.error());
        if (block->isEmpty())
            return fail(ErrorKind::Io, QStringLiteral("%1 became shorter while it was read").arg(m_path));
        hash.add(*block);
        done += block->size();
    }
    return {};
}

Result<> LocalFile::write(qint64 offset, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = ::pwrite(m_fd, bytes.constData() + done, size_t(bytes.size() - done), offset + done);
        if (count < 0 && errno != EINTR)
            return failure(QStringLiteral("cannot write"));
        done += std::max<ssize_t>(count, 0);
    }
    return {};
}

Result<> LocalFile::truncate(qint64 size)
{
    if (::ftruncate(m_fd, size) != 0)
        return failure(QStringLiteral("cannot write"));
    return {};
}

Result<> LocalFile::setModified(qint64 seconds)
{
    const timespec times[] = {{0, UTIME_OMIT}, {time_t(seconds), 0}};
    if (::futimens(m_fd, times) != 0)
        return failure(QStringLiteral("cannot set the time of"));
    return {};
}

Result<> LocalFile::moveTo(const QString &path, Existing existing)
{
    if (::fsync(m_fd) != 0)
        return failure(QStringLiteral("cannot write"));
    const QByteArray from = QFile::encodeName(m_path);
    const QByteArray to = QFile::encodeName(path);
    const unsigned flags = existing == Existing::Refuse ? RENAME_NOREPLACE : 0;
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), flags) != 0) {
        if (errno == EEXIST)
            return fail(ErrorKind::Busy, QStringLiteral("%1 exists already").arg(path));
        return failure(QStringLiteral("cannot give its name to"));
    }
    m_path = path;
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

Result<FileDigest> digestOf(const QString &path, const CancelFlag &cancel)
{
    const auto file = LocalFile::openSource(path);
    if (!file)
        return fail(file.error());
    const qint64 size = (*file)->size();
    Sha256 hash;
    if (const auto added = (*file)->addTo(hash, size, cancel); !added)
        return fail(added.error());
    return FileDigest{size, hash.hex()};
}

} // namespace holdpoint::files
