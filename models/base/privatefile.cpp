// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/privatefile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdpoint {

namespace {

Error ioError(const QString &path)
{
    return {ErrorKind::Io, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno))};
}

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

bool writeAll(int fd, QByteArrayView bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.data() + done, size_t(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += count > 0 ? count : 0;
    }
    return true;
}

Result<> fill(int fd, const QString &path, const ByteSource &source)
{
    const auto filled = source([&](QByteArrayView piece) {
        return writeAll(fd, piece) ? Result<>() : Result<>(fail(ioError(path)));
    });
    if (filled && ::fsync(fd) != 0)
        return fail(ioError(path));
    return filled;
}

Result<> syncFolderOf(const QString &path)
{
    const Descriptor folder(::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0)
        return fail(ioError(path));
    return {};
}

/// False with EEXIST when something stands there. Network file systems do not know the flag, and some no second names.
bool renameOverNothing(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (::link(from.constData(), to.constData()) == 0) {
        ::unlink(from.constData());
        return true;
    }
    if (errno == EEXIST)
        return false;
    struct stat status{};
    if (::lstat(to.constData(), &status) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.constData(), to.constData()) == 0;
}

} // namespace

Result<> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    return writePrivateFile(path, [&](const auto &take) { return take(bytes); });
}

Result<> writePrivateFile(const QString &path, const ByteSource &source)
{
    const QByteArray target = QFile::encodeName(path);
    struct stat status{};
    if (::lstat(target.constData(), &status) == 0 && S_ISLNK(status.st_mode))
        return fail(ErrorKind::Io, QStringLiteral("%1: refusing to write through a symbolic link").arg(path));
    QByteArray temporary = target + ".XXXXXX";
    const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC)); // creates with mode 0600
    if (file.get() < 0)
        return fail(ioError(path));
    auto written = fill(file.get(), path, source);
    if (written && ::rename(temporary.constData(), target.constData()) != 0)
        written = fail(ioError(path));
    if (!written) {
        ::unlink(temporary.constData());
        return written;
    }
    return syncFolderOf(path);
}

Result<> moveIntoPlace(const QString &from, const QString &to)
{
    const QByteArray made = QFile::encodeName(from);
    const Descriptor file(::open(made.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0)
        return fail(ioError(from));
    ::fchmod(file.get(), 0600); // where the file system has no rights of single files, nobody else is kept out anyway
    if (!renameOverNothing(made, QFile::encodeName(to))) {
        if (errno == EEXIST)
            return fail(ErrorKind::NotPermitted, QStringLiteral("%1: something stands there already").arg(to));
        return fail(ioError(to));
    }
    return syncFolderOf(to);
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such file").arg(path));
    if (!info.isFile())
        return fail(ErrorKind::Invalid, QStringLiteral("%1: not a plain file").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    QByteArray bytes = file.read(limit + 1);
    if (bytes.size() > limit)
        return fail(ErrorKind::Invalid, QStringLiteral("%1: larger than %2 bytes").arg(path).arg(limit));
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return bytes;
}

Result<> makePrivateFolder(const QString &path)
{
    const QDir folder(path);
    if (folder.exists())
        return {};
    if (const QString parent = QFileInfo(folder.absolutePath()).path(); !QFileInfo::exists(parent)) {
        if (auto made = makePrivateFolder(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(folder.absolutePath()).constData(), 0700) != 0 && errno != EEXIST)
        return fail(ioError(path));
    return {};
}

} // namespace holdpoint
