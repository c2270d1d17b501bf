// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/filetransfer.h>

#include <models/base/sha256.h>
#include <models/files/filefetch.h>
#include <models/files/fileput.h>

#include <utility>

namespace holdpoint::files {

FileTransfer::FileTransfer(TransferOrder order, SftpClient &client)
    : m_order(std::move(order))
    , m_client(client)
{
    m_pool->setMaxThreadCount(1);
}

FileTransfer::~FileTransfer()
{
    m_over = true;
    *m_cancel = true;
    m_reader.reset();
    // A pool waits for the disk call that is under way when it goes, which may be a long one: not here.
    QThreadPool::globalInstance()->start([pool = m_pool.release()] { delete pool; });
}

std::unique_ptr<FileTransfer> FileTransfer::create(const TransferOrder &order, SftpClient &client)
{
    if (order.direction == Direction::Put)
        return std::make_unique<FilePut>(order, client);
    return std::make_unique<FileFetch>(order, client);
}

void FileTransfer::lose(const Error &why)
{
    if (m_naming)
        fail({ErrorKind::Disconnected, QStringLiteral("whether the copy took its name is not known: %1").arg(why.detail)});
    else
        fail(why);
}

void FileTransfer::greet(std::function<void()> then)
{
    m_client.start([self = QPointer<FileTransfer>(this), then = std::move(then)](const Result<> &ready) {
        if (!self || self->m_over)
            return;
        if (ready)
            then();
        else
            self->fail(ready.error());
    });
}

void FileTransfer::succeed(const Copied &copied)
{
    if (std::exchange(m_over, true))
        return;
    emit finished(copied);
}

void FileTransfer::fail(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    *m_cancel = true;
    emit finished(holdpoint::fail(error));
}

void FileTransfer::readRemote(const QByteArray &handle, RemoteReader::Range range, ByteSink sink,
                              std::function<void(qint64)> progressed, std::function<void(qint64)> then)
{
    m_reader = std::make_unique<RemoteReader>(m_client, handle, range, *m_pool, std::move(sink),
                                              [this, then = std::move(then)](const Result<qint64> &end) {
                                                  m_reader.release()->deleteLater(); // it is telling us this
                                                  if (m_over)
                                                      return;
                                                  if (end)
                                                      then(*end);
                                                  else
                                                      fail(end.error());
                                              });
    m_reader->start(std::move(progressed));
}

void FileTransfer::digestRemote(const QByteArray &path, qint64 size, std::function<void(const FileDigest &)> then)
{
    const QString what = trying("reading", path);
    client().open(path, openRead, std::nullopt, whenOpened(what, [=, this](const QByteArray &handle) {
        digestOpen(handle, size, [=, this](const FileDigest &digest) {
            client().close(handle, answer([=](const Result<Reply> &) { then(digest); }));
        });
    }));
}

void FileTransfer::digestOpen(const QByteArray &handle, qint64 size, std::function<void(const FileDigest &)> then)
{
    const auto hash = std::make_shared<Sha256>();
    const ByteSink sink = [hash](qint64, const QByteArray &bytes) -> Result<> {
        hash->add(bytes);
        return {};
    };
    readRemote(handle, {0, size}, sink, [](qint64) {}, [hash, then = std::move(then)](qint64 end) {
        then({end, hash->hex()});
    });
}

} // namespace holdpoint::files
