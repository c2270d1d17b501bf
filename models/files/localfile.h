// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>

namespace holdpoint {
class Sha256;
}

namespace holdpoint::files {

/// Set by the one who waits, looked at by the one who works.
using CancelFlag = std::shared_ptr<std::atomic<bool>>;

/// What happens when the name that a copy is to get is taken already.
enum class Existing { Refuse, Replace };

/// The file of this machine that is copied from or to.
///
/// Thread: one at a time; its calls wait for the disk. Errors: Io with the path, Invalid for what is no plain file,
/// NotFound, Cancelled.
class LocalFile
{
public:
    static Result<std::shared_ptr<LocalFile>> openSource(const QString &path);
    /// What has come so far of a file that is being fetched, mode 0600; never through a symbolic link.
    static Result<std::shared_ptr<LocalFile>> openPart(const QString &path);

    LocalFile(const LocalFile &) = delete;
    LocalFile &operator=(const LocalFile &) = delete;
    ~LocalFile();

    [[nodiscard]] qint64 size() const;
    [[nodiscard]] quint32 permissions() const; ///< the nine bits of chmod(2)
    [[nodiscard]] qint64 modified() const;     ///< seconds since 1970
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 count) const;
    /// SHA-256 over the first `count` bytes, added to `hash`.
    Result<> addTo(Sha256 &hash, qint64 count, const CancelFlag &cancel) const;
    Result<> write(qint64 offset, const QByteArray &bytes);
    Result<> truncate(qint64 size);
    Result<> setModified(qint64 seconds);
    /// Makes it durable and gives it its final name, the folder included.
    Result<> moveTo(const QString &path, Existing existing);

private:
    LocalFile(int fd, QString path) : m_fd(fd), m_path(std::move(path)) {}
    static Result<std::shared_ptr<LocalFile>> open(const QString &path, int flags);
    [[nodiscard]] tl::unexpected<Error> failure(const QString &what) const;

    int m_fd;
    QString m_path;
};

/// SHA-256 of a whole file in hexadecimal, with its size.
struct FileDigest
{
    qint64 size = 0;
    QString sha256;
};
Result<FileDigest> digestOf(const QString &path, const CancelFlag &cancel);

} // namespace holdpoint::files
