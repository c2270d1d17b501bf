// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/whenfinished.h>
#include <models/files/localfile.h>
#include <models/files/remotereader.h>
#include <models/files/sftperror.h>

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThreadPool>
#include <QtConcurrent>

#include <memory>

namespace holdpoint::files {

enum class Direction { Put, Fetch };

/// Whether an order is about one file, or a folder with all that lies below it.
enum class Extent { File, Folder };

/// What is to be copied.
struct TransferOrder
{
    Direction direction = Direction::Put;
    QString localPath;
    QString remotePath; ///< "~/x" and "x" begin in the home folder; where one file is put, a folder means: under the same name in it
    Existing existing = Existing::Refuse;
    QString sha256{}; ///< what the file of a put must still be, in hexadecimal; empty: whatever it is
    Extent extent = Extent::File; ///< of a folder both paths name the folder itself, at either side
    QStringList names{}; ///< of a folder: no more than these of what lies in it; empty: all
    bool isPart = false; ///< of a folder that is copied: the paths are exact, whatever stands there
};

/// What both sides hold once a transfer has succeeded.
struct Copied
{
    qint64 size = 0;
    QString sha256;       ///< of the source, and of the copy as it was read back
    QString path;         ///< the copy's: absolute here, as the host knows it there
    qint64 resumedAt = 0; ///< so many bytes were there from an attempt before, and were compared
    bool wasThere = false;       ///< the same content stood under that name already; nothing was changed
    bool changedMeanwhile = false; ///< the host's file grew or was touched while it was fetched
    bool timeLost = false;         ///< the copy has not the time at which its source was changed last

    friend bool operator==(const Copied &, const Copied &) = default;
};

/// Copies one file between this machine and a host by the SSH file transfer protocol, and proves that it arrived: the
/// source is hashed, the copy is read back and hashed. It takes its name only then, in one step; what came so far stays
/// under a hidden name beside it, and the next attempt goes on from there. It keeps the time at which its source was
/// changed last, where the receiving side lets it: that alone fails no transfer. Requests that do not wait for each other's
/// answers go out together: a small file costs a handful of round trips.
///
/// Thread: GUI thread; disk and hashing are on a thread of its own. The client is borrowed; once the transfer has
/// succeeded, it is at rest and may serve the next one.
/// Invariants: finished() exactly once, after begin(); nothing is sent after it. progressed() counts bytes that are
/// written on the receiving side.
/// Errors, by finished(): NotFound, NotPermitted, Busy (the name is taken by other content), Invalid (no plain file), Io, Disconnected,
/// Cancelled, Corrupt (the copy is not what was sent; the name was not given).
/// Not here: the channel (session::HostTransfer), who may and the record of it (session::RunSession).
class FileTransfer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTransfer)

public:
    /// The transfer of this order, which is about one file.
    static std::unique_ptr<FileTransfer> create(const TransferOrder &order, SftpClient &client);
    ~FileTransfer() override;

    virtual void begin() = 0;
    void lose(const Error &why);
    void cancel() { lose({ErrorKind::Cancelled, QStringLiteral("called off")}); }
    [[nodiscard]] bool isOver() const { return m_over; }

signals:
    /// `total` is 0 where the host does not say how long the file is.
    void progressed(qint64 done, qint64 total);
    void finished(const holdpoint::Result<holdpoint::files::Copied> &result);

protected:
    FileTransfer(TransferOrder order, SftpClient &client);

    [[nodiscard]] SftpClient &client() { return m_client; }
    [[nodiscard]] const TransferOrder &order() const { return m_order; }
    [[nodiscard]] const CancelFlag &cancelFlag() const { return m_cancel; }

    void succeed(const Copied &copied);
    void fail(const Error &error);

    /// Begins the conversation with the host, then goes on; an error ends the transfer.
    void greet(std::function<void()> then);
    /// Calls `handler` with what `work` gave, on this thread; never after the end. Work is done one after the other.
    template <class Work, class Handler> void onDisk(Work work, Handler handler)
    {
        whenFinished(QtConcurrent::run(m_pool.get(), std::move(work)), this,
                     [this, call = std::move(handler)](const auto &result) {
                         if (!m_over)
                             call(result);
                     });
    }
    /// The same for a result that must be good: an error ends the transfer.
    template <class Work, class Handler> void onDiskOrFail(Work work, Handler handler)
    {
        onDisk(std::move(work), [this, call = std::move(handler)](const auto &result) {
            if (result)
                call(result);
            else
                fail(result.error());
        });
    }
    /// A handler for what the server answered, whatever that is; never called after the end, which a lost connection is.
    template <class Handler> SftpClient::Answer answer(Handler handler)
    {
        return [self = QPointer<FileTransfer>(this), call = std::move(handler)](const Result<Reply> &reply) {
            if (!self || self->m_over)
                return;
            if (reply)
                call(reply);
            else
                self->lose(reply.error());
        };
    }
    /// The same for an answer that must be Ok.
    template <class Handler> SftpClient::Answer whenDone(const QString &what, Handler handler)
    {
        return answer([this, what, call = std::move(handler)](const Result<Reply> &reply) {
            if (const auto result = done(reply, what); !result)
                fail(result.error());
            else
                call();
        });
    }
    /// The same for an answer that must hold a handle.
    template <class Handler> SftpClient::Answer whenOpened(const QString &what, Handler handler)
    {
        return answer([this, what, call = std::move(handler)](const Result<Reply> &reply) {
            if (const auto handle = bytesOf(reply, PacketType::Handle, what))
                call(*handle);
            else
                fail(handle.error());
        });
    }

    /// Calls `then` once what it gives has been called so often: requests that are under way together.
    static std::function<void()> afterAll(int count, std::function<void()> then)
    {
        return [left = std::make_shared<int>(count), then = std::move(then)] {
            if (--*left == 0)
                then();
        };
    }
    /// Reads an open remote file into a sink; an error ends the transfer.
    void readRemote(const QByteArray &handle, RemoteReader::Range range, ByteSink sink,
                    std::function<void(qint64)> progressed, std::function<void(qint64 end)> then);
    /// SHA-256 in hexadecimal of the first bytes of a remote file, and how many there were.
    void digestRemote(const QByteArray &path, qint64 size, std::function<void(const FileDigest &)> then);
    void digestOpen(const QByteArray &handle, qint64 size, std::function<void(const FileDigest &)> then);
    /// From now on, until it is answered, nobody knows whether the copy has its name.
    void setNaming() { m_naming = true; }

private:
    const TransferOrder m_order;
    const CancelFlag m_cancel = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<QThreadPool> m_pool = std::make_unique<QThreadPool>(); ///< of one thread
    SftpClient &m_client;
    std::unique_ptr<RemoteReader> m_reader;
    bool m_naming = false;
    bool m_over = false;
};

} // namespace holdpoint::files
