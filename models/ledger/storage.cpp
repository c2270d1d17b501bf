// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/storage.h>

#include <models/base/privatefile.h>

#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace holdpoint::ledger {

namespace {

struct FileSystem
{
    quint32 type;
    const char *name;
};
// linux/magic.h and fs/*/super.c
constexpr std::array remoteFileSystems{
    FileSystem{0x6969, "NFS"},         FileSystem{0x517b, "SMB"},         FileSystem{0xfe534d42, "SMB2"},
    FileSystem{0xff534d42, "CIFS"},    FileSystem{0x65735546, "FUSE"},    FileSystem{0x00c36400, "Ceph"},
    FileSystem{0x5346414f, "AFS"},     FileSystem{0x6b414653, "AFS"},     FileSystem{0x73757245, "Coda"},
    FileSystem{0x01021997, "9P"},      FileSystem{0x0bd00bd0, "Lustre"},  FileSystem{0x01161970, "GFS2"},
    FileSystem{0x7461636f, "OCFS2"},   FileSystem{0x47504653, "GPFS"},
};

tl::unexpected<Error> systemError(const QString &path)
{
    return fail(ErrorKind::Io, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

Result<> checkFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    struct statfs fileSystem{};
    struct statvfs flags{};
    if (::statfs(name.constData(), &fileSystem) != 0 || ::statvfs(name.constData(), &flags) != 0)
        return systemError(folder);
    if (const QString remote = remoteFileSystem(quint64(fileSystem.f_type)); !remote.isEmpty())
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("%1 is on a network file system (%2); a ledger needs a local disk").arg(folder, remote));
    if ((flags.f_flag & ST_RDONLY) != 0 || ::access(name.constData(), R_OK | W_OK | X_OK) != 0)
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1 cannot be written").arg(folder));
    return {};
}

} // namespace

QString remoteFileSystem(quint64 type)
{
    for (const FileSystem &fileSystem : remoteFileSystems) {
        if (fileSystem.type == quint32(type))
            return QString::fromLatin1(fileSystem.name);
    }
    return {};
}

Storage::Storage(const QString &folder)
    : m_folder(folder)
    , m_lock(folder + QStringLiteral("/ledger.lock"))
{
    // A lock is stale when its process is gone, never because it is old.
    m_lock.setStaleLockTime(0);
}

Result<std::unique_ptr<Storage>> Storage::open(const QString &folder)
{
    const QString path = QFileInfo(folder).absoluteFilePath();
    if (auto made = makePrivateFolder(path); !made)
        return fail(made.error());
    if (auto checked = checkFolder(path); !checked)
        return fail(checked.error());
    if (::chmod(QFile::encodeName(path).constData(), 0700) != 0)
        return systemError(path);
    std::unique_ptr<Storage> storage(new Storage(path));
    if (auto locked = storage->lock(); !locked)
        return fail(locked.error());
    return storage;
}

/// A process that was killed between making its lock file and writing its name into it leaves one that says nothing, which
/// QLockFile takes for a live one as long as locks do not grow old. Whoever lives holds it by flock(2) too.
bool Storage::retakeUnsigned()
{
    constexpr int signing = 200; // ms; a live process needs microseconds
    const auto isSigned = [this] {
        qint64 pid = 0;
        QString host;
        QString program;
        return m_lock.getLockInfo(&pid, &host, &program);
    };
    if (m_lock.error() != QLockFile::LockFailedError || isSigned())
        return false;
    QThread::msleep(signing);
    return !isSigned() && m_lock.removeStaleLockFile() && m_lock.tryLock(0);
}

Result<> Storage::lock()
{
    if (m_lock.tryLock(0) || retakeUnsigned()) {
        ::chmod(QFile::encodeName(m_lock.fileName()).constData(), 0600);
        return {};
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1 cannot be written").arg(m_lock.fileName()));
    qint64 pid = 0;
    QString host;
    QString program;
    m_lock.getLockInfo(&pid, &host, &program);
    return fail(ErrorKind::Busy, QStringLiteral("%1 is already open in process %2 (%3) on %4")
                                     .arg(m_folder).arg(pid).arg(program, host));
}

QString Storage::ledgerPath() const { return m_folder + QStringLiteral("/ledger.db"); }
QString Storage::reservePath() const { return m_folder + QStringLiteral("/ledger.reserve"); }

qint64 Storage::freeBytes() const
{
    struct statvfs status{};
    if (::statvfs(QFile::encodeName(m_folder).constData(), &status) != 0)
        return -1;
    return qint64(status.f_bavail) * qint64(status.f_frsize);
}

Result<> Storage::makeReserve()
{
    const QByteArray name = QFile::encodeName(reservePath());
    const int fd = ::open(name.constData(), O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError(reservePath());
    const int error = ::posix_fallocate(fd, 0, reserveSize);
    ::close(fd);
    if (error == 0)
        return {};
    ::unlink(name.constData());
    errno = error;
    return systemError(reservePath());
}

void Storage::freeReserve() { ::unlink(QFile::encodeName(reservePath()).constData()); }

} // namespace holdpoint::ledger
