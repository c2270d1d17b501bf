// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/fileput.h>

#include <models/base/sha256.h>
#include <models/files/partname.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace holdpoint::files {

namespace {

constexpr qint64 requestBytes = 32 << 10; // every server takes packets of 34,000 bytes (draft, section 3)
constexpr qint64 readBytes = 256 << 10;
constexpr qsizetype mostBuffered = 1 << 20;
constexpr int mostUnderWay = 64;
constexpr quint32 privatePermissions = 0600;
constexpr quint32 permissionBits = 0777;
constexpr qsizetype keyLength = 16; // of the content's hash, in a name

QString becameShorter(const QString &path) { return QStringLiteral("%1 became shorter while it was sent").arg(path); }

} // namespace

Result<FilePut::Source> FilePut::examine(const QString &path, const CancelFlag &cancel)
{
    const auto file = LocalFile::openSource(path);
    if (!file)
        return holdpoint::fail(file.error());
    Source source{*file, (*file)->size(), (*file)->permissions(), (*file)->modified(), {}, {}};
    Sha256 hash;
    if (source.size <= readBytes) { // read once: what is sent is what was hashed
        const auto bytes = source.file->read(0, source.size);
        if (!bytes)
            return holdpoint::fail(bytes.error());
        if (bytes->size() < source.size)
            return holdpoint::fail(ErrorKind::Io, becameShorter(path));
        source.bytes = *bytes;
        hash.add(source.bytes);
    } else if (const auto added = source.file->addTo(hash, source.size, cancel); !added) {
        return holdpoint::fail(added.error());
    }
    source.sha256 = hash.hex();
    return source;
}

void FilePut::begin()
{
    onDiskOrFail([path = order().localPath, cancel = cancelFlag()] { return examine(path, cancel); },
                 [this](const Result<Source> &source) {
                     m_source = *source;
                     if (!order().sha256.isEmpty() && order().sha256 != m_source.sha256)
                         return fail({ErrorKind::Invalid, QStringLiteral("%1 changed after it was decided to send it; nothing was sent")
                                                              .arg(order().localPath)});
                     setTarget(servicePath(QFile::encodeName(order().remotePath)));
                     greet([this] { lookAtTarget(); });
                 });
}

void FilePut::setTarget(const QByteArray &target)
{
    m_target = m_path = target;
    m_part = folderOf(target) + partName(lastName(target), m_source.sha256.left(keyLength).toLatin1());
}

/// Most often the name is free, and then this is all there is to know.
void FilePut::lookAtTarget()
{
    const auto look = std::make_shared<Look>();
    const auto then = afterAll(3, [this, look] { looked(*look); });
    client().realPath(m_target, answer([this, then](const Result<Reply> &reply) {
                          if (const auto path = pathOf(reply, {}))
                              m_path = *path;
                          then();
                      }));
    client().lstat(m_part, partAnswer(look, then));
    client().stat(m_target, answer([this, look, then](const Result<Reply> &reply) {
                      look->target = attributesOf(reply, trying("looking at", m_target));
                      then();
                  }));
}

void FilePut::looked(const Look &look)
{
    if (look.target)
        targetExists(*look.target);
    else if (look.target.error().kind == ErrorKind::NotFound && m_target.endsWith('/'))
        fail({ErrorKind::NotFound, QStringLiteral("there is no folder %1").arg(QString::fromUtf8(m_target))});
    else if (look.target.error().kind == ErrorKind::NotFound)
        partLookedAt(look);
    else
        fail(look.target.error());
}

void FilePut::targetExists(const FileAttributes &attributes)
{
    if (attributes.isFolder() && !m_insideFolder && !order().isPart) {
        m_insideFolder = true;
        setTarget(m_target + (m_target.endsWith('/') ? "" : "/")
                  + QFile::encodeName(QFileInfo(order().localPath).fileName()));
        return lookAtTarget();
    }
    if (!attributes.isRegular())
        return fail({ErrorKind::Invalid, QStringLiteral("%1 exists and is no plain file").arg(QString::fromUtf8(m_target))});
    m_permissions = attributes.permissions.value_or(0) & permissionBits;
    m_owner = attributes.owner;
    const auto replace = [this] {
        if (order().existing == Existing::Refuse)
            return fail({ErrorKind::Busy, QStringLiteral("%1 exists already, with other content; nothing was changed")
                                              .arg(QString::fromUtf8(m_target))});
        setTarget(m_path); // where a link leads, so that the link stays one
        lookAtPart();
    };
    if (attributes.size != quint64(m_source.size))
        return replace();
    digestRemote(m_target, m_source.size, [this, replace](const FileDigest &there) {
        if (there.size != m_source.size || there.sha256 != m_source.sha256)
            return replace();
        succeed(
            {.size = m_source.size, .sha256 = m_source.sha256, .path = QString::fromUtf8(m_path), .wasThere = true});
    });
}

void FilePut::lookAtPart()
{
    const auto look = std::make_shared<Look>();
    client().lstat(m_part, partAnswer(look, [this, look] { partLookedAt(*look); }));
}

SftpClient::Answer FilePut::partAnswer(const std::shared_ptr<Look> &look, const std::function<void()> &then)
{
    return answer([this, look, then](const Result<Reply> &reply) {
        const auto part = attributesOf(reply, trying("looking at", m_part));
        if (part)
            look->part = *part;
        look->partIsFree = !part && part.error().kind == ErrorKind::NotFound;
        then();
    });
}

void FilePut::partLookedAt(const Look &look)
{
    const auto size = qint64(look.part ? look.part->size.value_or(0) : 0);
    if (look.partIsFree)
        createPart();
    else if (look.part && look.part->isRegular() && size > 0 && size <= m_source.size)
        compareStart(size);
    else
        removePart();
}

/// Whether what an attempt before has left is the beginning of our file.
void FilePut::compareStart(qint64 size)
{
    digestRemote(m_part, size, [this, size](const FileDigest &there) {
        const auto digest = [file = m_source.file, size, cancel = cancelFlag()]() -> Result<QString> {
            Sha256 hash;
            if (const auto added = file->addTo(hash, size, cancel); !added)
                return holdpoint::fail(added.error());
            return hash.hex();
        };
        onDiskOrFail(digest, [this, size, there](const Result<QString> &here) {
            if (there.size == size && there.sha256 == *here)
                openPart(size, 0);
            else
                removePart();
        });
    });
}

/// Whatever somebody else has put in its place is not written to.
void FilePut::removePart()
{
    client().remove(m_part, answer([this](const Result<Reply> &) { createPart(); }));
}

void FilePut::createPart() { openPart(0, openCreate | openExclusive); }

void FilePut::openPart(qint64 offset, quint32 flags)
{
    m_resumedAt = m_read = m_sent = m_written = offset;
    client().open(m_part, openRead | openWrite | flags, privatePermissions,
                  whenOpened(trying("writing", m_part), [this](const QByteArray &handle) { partOpened(handle); }));
}

void FilePut::partOpened(const QByteArray &handle)
{
    m_handle = handle;
    emit progressed(m_written, m_source.size);
    if (m_written == m_source.size)
        return finishPart();
    if (m_source.bytes.isEmpty())
        return readOn();
    m_buffer = m_source.bytes.sliced(m_read);
    m_read = m_source.size;
    sendOn();
}

void FilePut::readOn()
{
    if (m_reading || m_read == m_source.size || m_buffer.size() > mostBuffered)
        return;
    m_reading = true;
    const qint64 count = std::min(readBytes, m_source.size - m_read);
    onDiskOrFail([file = m_source.file, at = m_read, count] { return file->read(at, count); },
                 [this](const Result<QByteArray> &bytes) {
                     m_reading = false;
                     if (bytes->isEmpty())
                         return fail({ErrorKind::Io, becameShorter(order().localPath)});
                     m_read += bytes->size();
                     m_buffer += *bytes;
                     sendOn();
                     readOn();
                 });
}

void FilePut::sendOn()
{
    if (m_writeError)
        return;
    qsizetype used = 0;
    while (m_underWay < mostUnderWay && used < m_buffer.size()) {
        const QByteArrayView piece = QByteArrayView(m_buffer).sliced(used, std::min<qsizetype>(requestBytes, m_buffer.size() - used));
        ++m_underWay;
        client().write(m_handle, quint64(m_sent), piece,
                       answer([this, count = piece.size()](const Result<Reply> &reply) {
                           --m_underWay;
                           const auto result = done(reply, trying("writing", m_target));
                           if (!result && !m_writeError)
                               m_writeError = result.error();
                           if (m_writeError)
                               writeFailed();
                           else
                               written(count);
                       }));
        m_sent += piece.size();
        used += piece.size();
    }
    m_buffer.remove(0, used);
}

void FilePut::written(qint64 count)
{
    m_written += count;
    emit progressed(m_written, m_source.size);
    if (m_written == m_source.size)
        return finishPart();
    sendOn();
    readOn();
}

/// A disk that is full stays no fuller than it was, once nothing more is on its way to it.
void FilePut::writeFailed()
{
    if (m_writeError->kind != ErrorKind::Io)
        return fail(*m_writeError);
    if (m_underWay == 0)
        client().remove(m_part, answer([this](const Result<Reply> &) { fail(*m_writeError); }));
}

void FilePut::finishPart()
{
    if (m_owner)
        keepOwner([this] { completePart(); });
    else
        completePart();
}

void FilePut::keepOwner(const std::function<void()> &then)
{
    client().fstat(m_handle, answer([this, then](const Result<Reply> &reply) {
                       const auto own = attributesOf(reply, trying("looking at", m_part));
                       if (!own)
                           return fail(own.error());
                       if (own->owner == m_owner)
                           return then();
                       client().setOwner(
                           m_handle, *m_owner, answer([this, then](const Result<Reply> &set) {
                               if (done(set, {}))
                                   return then();
                               fail({ErrorKind::NotPermitted,
                                     QStringLiteral("the owner of %1 cannot be kept, so it was not replaced")
                                         .arg(QString::fromUtf8(m_target))});
                           }));
                   }));
}

/// All that is still to be done with the open file, at once. Everything is written by now, so that nothing of this
/// depends on the order in which the host does it.
void FilePut::completePart()
{
    const bool canSync = client().offers("fsync@openssh.com");
    const auto then = afterAll(canSync ? 5 : 4, [this] { closePart(); });
    client().setPermissions(m_handle, m_permissions.value_or(m_source.permissions),
                            whenDone(trying("setting the permissions of", m_part), then));
    keepTime(then);
    if (canSync)
        client().sync(m_handle, whenDone(trying("writing", m_target), then));
    client().read(m_handle, quint64(m_source.size), 1, answer([this, then](const Result<Reply> &reply) {
                      m_isLonger = !reply || reply->type != PacketType::Status || reply->status != StatusCode::Eof;
                      then();
                  }));
    digestOpen(m_handle, m_source.size, [this, then](const FileDigest &there) {
        m_readBack = there;
        then();
    });
}

void FilePut::keepTime(const std::function<void()> &then)
{
    m_timeLost = m_source.modified < 0 || m_source.modified > std::numeric_limits<quint32>::max();
    if (m_timeLost) // the protocol has no words for it
        return then();
    const auto seconds = quint32(m_source.modified);
    client().setTimes(m_handle, {.accessed = seconds, .modified = seconds},
                      answer([this, then](const Result<Reply> &reply) {
                          m_timeLost = !done(reply, {});
                          then();
                      }));
}

void FilePut::closePart()
{
    const bool arrived = !m_isLonger && m_readBack.size == m_source.size && m_readBack.sha256 == m_source.sha256;
    client().close(m_handle, answer([this, arrived](const Result<Reply> &) {
                       if (arrived)
                           takeName();
                       else
                           throwAway();
                   }));
}

void FilePut::throwAway()
{
    client().remove(
        m_part, answer([this](const Result<Reply> &) {
            fail(
                {ErrorKind::Corrupt,
                 QStringLiteral("what arrived is not what was sent (or %1 changed meanwhile); the copy was thrown away "
                                "and %2 was not touched")
                     .arg(order().localPath, QString::fromUtf8(m_target))});
        }));
}

void FilePut::takeName()
{
    const QString what = trying("giving the name", m_target);
    setNaming();
    if (m_permissions && client().offers("posix-rename@openssh.com"))
        return client().posixRename(m_part, m_target, whenDone(what, [this] { named(); }));
    if (m_permissions)
        return replaceByHand();
    // Fails where the name exists: whoever took it meanwhile keeps it.
    client().rename(m_part, m_target, answer([this, what](const Result<Reply> &reply) {
        if (const auto result = done(reply, what); result)
            return named();
        else if (result.error().kind != ErrorKind::Io)
            return fail(result.error());
        fail({ErrorKind::Busy, QStringLiteral("%1 was taken by something else meanwhile; nothing was changed").arg(QString::fromUtf8(m_target))});
    }));
}

/// Without the extension a name must be free before it is given: the old file waits under another one.
void FilePut::replaceByHand()
{
    const QString what = trying("giving the name", m_target);
    const QByteArray old = folderOf(m_target) + partName(lastName(m_target), "old");
    client().rename(m_target, old, whenDone(what, [this, what, old] {
        client().rename(m_part, m_target, answer([this, what, old](const Result<Reply> &reply) {
            const auto result = done(reply, what);
            if (result)
                return client().remove(old, answer([this](const Result<Reply> &) { named(); }));
            client().rename(old, m_target, answer([this, error = result.error()](const Result<Reply> &) { fail(error); }));
        }));
    }));
}

void FilePut::named()
{
    succeed({.size = m_source.size,
             .sha256 = m_source.sha256,
             .path = QString::fromUtf8(m_path),
             .resumedAt = m_resumedAt,
             .timeLost = m_timeLost});
}

} // namespace holdpoint::files
