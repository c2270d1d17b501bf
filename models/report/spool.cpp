// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/spool.h>

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace holdpoint::report {

namespace {

constexpr qsizetype pieceSize = 1 << 20;

Error ioError(const QString &what)
{
    return {ErrorKind::Io, what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno))};
}

Error ioError() { return ioError(QStringLiteral("what goes into the report cannot be put on the disk")); }

/// A file system that knows no files without a name gets one with a name that goes at once.
int openNameless(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        return descriptor;
    QByteArray name = QFile::encodeName(folder + QStringLiteral("/.report.XXXXXX"));
    const int named = ::mkostemp(name.data(), O_CLOEXEC); // mode 0600
    if (named >= 0 && ::unlink(name.constData()) != 0) {
        ::close(named);
        return -1;
    }
    return named;
}

} // namespace

Result<std::shared_ptr<Spool>> Spool::open(const QString &folder)
{
    const int descriptor = openNameless(folder);
    if (descriptor < 0)
        return fail(ioError(folder));
    return std::shared_ptr<Spool>(new Spool(descriptor));
}

Spool::~Spool() { ::close(m_descriptor); }

Result<> Spool::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::pwrite(m_descriptor, bytes.data(), std::size_t(bytes.size()), m_size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ioError());
        m_size += count;
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<> Spool::pieces(const std::function<Result<>(QByteArrayView)> &take) const
{
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (qint64 at = 0; at < m_size;) {
        const ssize_t count =
            ::pread(m_descriptor, piece.data(), std::size_t(std::min<qint64>(pieceSize, m_size - at)), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(ioError());
        if (auto taken = take(QByteArrayView(piece).first(count)); !taken)
            return taken;
        at += count;
    }
    return {};
}

int Spool::duplicate() const { return ::fcntl(m_descriptor, F_DUPFD_CLOEXEC, 0); }

} // namespace holdpoint::report
