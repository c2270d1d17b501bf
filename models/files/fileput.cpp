// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/fileput.h>

#include <models/base/sha256.h>
#include <models/files/partname.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace holdpoint::files {

namespace {

constexpr qint64 requestBytes = 32 << 10; // every server takes packets of 34,000 bytes (draft, section 3)
constexpr qint64 readBytes = 256 << 10;
constexpr qsizetype mostBuffered = 1 << 20;
constexpr int mostUnderWay = 64;
constexpr quint32 privatePermissions = 0600;
constexpr quint32 permissionBits = 0777;
constexpr qsizetype keyLength = 16; // of the content's hash, in a name

} // namespace

Result<FilePut::Source> FilePut::examine(const QString &path, const CancelFlag &cancel)
{
    const auto file = LocalFile::openSource(path);
    if (!file)
        return holdpoint::fail(file.error());
    Source source{*file, (*file)->size(), (*file)->permissions(), {}};
    Sha256 hash;
    if (const auto added = source.file->addTo(hash, source.size, cancel); !added)
        return holdpoint::fail(added.error());
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
                     m_target = servicePath(QFile::encodeName(order().remotePath));
                     greet([this] { lookAtTarget(); });
                 });
}

void FilePut::lookAtTarget()
{
    client().stat(m_target, answer([this](const Result<Reply> &reply) {
        const auto attributes = attributesOf(reply, trying("looking at", m_target));
        if (attributes)
            targetExists(*attributes);
        else if (attributes.error().kind == ErrorKind::NotFound && m_target.endsWith('/'))
            fail({ErrorKind::NotFound, QStringLiteral("there is no folder %1").arg(QString::fromUtf8(m_target))});
        else if (attributes.error().kind == ErrorKind::NotFound)
            lookAtPart();
        else
            fail(attributes.error());
    }));
}

void FilePut::targetExists(const FileAttributes &attributes)
{
    if (attributes.isFolder() && !m_insideFolder && !order().isPart) {
        m_insideFolder = true;
        m_target += (m_target.endsWith('/') ? "" : "/") + QFile::encodeName(QFileInfo(order().localPath).fileName());
        return lookAtTarget();
    }
    if (!attributes.isRegular())
        return fail({ErrorKind::Invalid, QStringLiteral("%1 exists and is no plain file").arg(QString::fromUtf8(m_target))});
    m_permissions = attributes.permissions.value_or(0) & permissionBits;
    m_owner = attributes.owner;
    const auto replace = [this] {
        if (order().existing == Existing::Replace) { // where a link leads, so that the link stays one
            return client().realPath(m_target, answer([this](const Result<Reply> &reply) {
                if (reply && reply->type == PacketType::Name && !reply->entries.isEmpty())
                    m_target = reply->entries.first().name;
                lookAtPart();
            }));
        }
        fail({ErrorKind::Busy,
              QStringLiteral("%1 exists already, with other content; nothing was changed").arg(QString::fromUtf8(m_target))});
    };
    if (attributes.size != quint64(m_source.size))
        return replace();
    digestRemote(m_target, m_source.size, [this, replace](const FileDigest &there) {
        if (there.size != m_source.size || there.sha256 != m_source.sha256)
            return replace();
        succeed({.size = m_source.size, .sha256 = m_source.sha256, .path = QString::fromUtf8(m_target), .wasThere = true});
    });
}

void FilePut::lookAtPart()
{
    m_part = folderOf(m_target) + partName(lastName(m_target), m_source.sha256.left(keyLength).toLatin1());
    client().lstat(m_part, answer([this](const Result<Reply> &reply) {
        const auto attributes = attributesOf(reply, trying("looking at", m_part));
        const auto size = qint64(attributes ? attributes->size.value_or(0) : 0);
        if (attributes && attributes->isRegular() && size > 0 && size <= m_source.size)
            compareStart(size);
        else
            openPart(0);
    }));
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
            openPart(there.size == size && there.sha256 == *here ? size : 0);
        });
    });
}

void FilePut::openPart(qint64 offset)
{
    m_resumedAt = m_read = m_sent = m_written = offset;
    const auto open = [this](quint32 flags) {
        client().open(m_part, openRead | openWrite | flags, privatePermissions,
                      whenOpened(trying("writing", m_part), [this](const QByteArray &handle) {
                          m_handle = handle;
                          emit progressed(m_written, m_source.size);
                          if (m_written == m_source.size)
                              finishPart();
                          else
                              readOn();
                      }));
    };
    if (offset > 0)
        return open(0);
    // Whatever somebody else has put in its place is not written to.
    client().remove(m_part, answer([open](const Result<Reply> &) { open(openCreate | openExclusive); }));
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
                         return fail({ErrorKind::Io, QStringLiteral("%1 became shorter while it was sent").arg(order().localPath)});
                     m_read += bytes->size();
                     m_buffer += *bytes;
                     sendOn();
                     readOn();
                 });
}

void FilePut::sendOn()
{
    qsizetype used = 0;
    while (m_underWay < mostUnderWay && used < m_buffer.size()) {
        const QByteArrayView piece = QByteArrayView(m_buffer).sliced(used, std::min<qsizetype>(requestBytes, m_buffer.size() - used));
        ++m_underWay;
        client().write(m_handle, quint64(m_sent), piece,
                       answer([this, count = piece.size()](const Result<Reply> &reply) {
                           if (const auto result = done(reply, trying("writing", m_target)); !result)
                               writeFailed(result.error());
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
    --m_underWay;
    m_written += count;
    emit progressed(m_written, m_source.size);
    if (m_written == m_source.size)
        return finishPart();
    sendOn();
    readOn();
}

/// A disk that is full stays no fuller than it was.
void FilePut::writeFailed(const Error &error)
{
    if (error.kind != ErrorKind::Io)
        return fail(error);
    client().remove(m_part, answer([this, error](const Result<Reply> &) { fail(error); }));
}

void FilePut::finishPart()
{
    const auto givePermissions = [this] {
        client().setPermissions(m_handle, m_permissions.value_or(m_source.permissions),
                                whenDone(trying("setting the permissions of", m_part), [this] { makeDurable(); }));
    };
    if (!m_owner)
        return givePermissions();
    client().fstat(m_handle, answer([this, givePermissions](const Result<Reply> &reply) {
        const auto own = attributesOf(reply, trying("looking at", m_part));
        if (!own)
            return fail(own.error());
        if (own->owner == m_owner)
            return givePermissions();
        client().setOwner(m_handle, *m_owner, answer([this, givePermissions](const Result<Reply> &set) {
            if (done(set, {}))
                return givePermissions();
            fail({ErrorKind::NotPermitted, QStringLiteral("the owner of %1 cannot be kept, so it was not replaced")
                                               .arg(QString::fromUtf8(m_target))});
        }));
    }));
}

void FilePut::makeDurable()
{
    if (client().offers("fsync@openssh.com"))
        client().sync(m_handle, whenDone(trying("writing", m_target), [this] { verify(); }));
    else
        verify();
}

void FilePut::verify()
{
    // One byte more than was sent: a longer file is another one.
    digestOpen(m_handle, m_source.size + 1, [this](const FileDigest &there) {
        const bool arrived = there.size == m_source.size && there.sha256 == m_source.sha256;
        client().close(m_handle, answer([this, arrived](const Result<Reply> &) {
            if (arrived)
                return takeName();
            client().remove(m_part, answer([this](const Result<Reply> &) {
                fail({ErrorKind::Corrupt,
                      QStringLiteral("what arrived is not what was sent (or %1 changed meanwhile); the copy was thrown away "
                                     "and %2 was not touched").arg(order().localPath, QString::fromUtf8(m_target))});
            }));
        }));
    });
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
    client().realPath(m_target, answer([this](const Result<Reply> &reply) {
        const bool known = reply && reply->type == PacketType::Name && !reply->entries.isEmpty();
        succeed({.size = m_source.size,
                 .sha256 = m_source.sha256,
                 .path = QString::fromUtf8(known ? reply->entries.first().name : m_target),
                 .resumedAt = m_resumedAt});
    }));
}

} // namespace holdpoint::files
