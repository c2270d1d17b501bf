// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/filefetch.h>

#include <models/base/sha256.h>
#include <models/files/partname.h>

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <limits>

namespace holdpoint::files {

namespace {

/// Of a file whose length the host does not tell, such as those below /proc.
constexpr qint64 mostOfUnknownLength = 1 << 30;
/// What a fetch leaves free: the ledger may be on the same disk.
constexpr qint64 spared = 64 << 20;

} // namespace

void FileFetch::begin()
{
    m_source = servicePath(QFile::encodeName(order().remotePath));
    greet([this] { open(); });
}

void FileFetch::open()
{
    client().stat(m_source, answer([this](const Result<Reply> &reply) {
        const auto attributes = attributesOf(reply, trying("looking at", m_source));
        if (!attributes)
            return fail(attributes.error());
        if (attributes->isFolder())
            return fail({ErrorKind::Invalid, QStringLiteral("%1 is a folder: end its name with a slash to fetch all of it")
                                                 .arg(QString::fromUtf8(m_source))});
        if (!attributes->isRegular()) // a pipe would never end
            return fail({ErrorKind::Invalid, QStringLiteral("%1 is no plain file").arg(QString::fromUtf8(m_source))});
        constexpr quint64 most = quint64(std::numeric_limits<qint64>::max()) / 2;
        if (attributes->size.value_or(0) > most)
            return fail({ErrorKind::Corrupt, QStringLiteral("the host says that %1 has %2 bytes")
                                                 .arg(QString::fromUtf8(m_source))
                                                 .arg(*attributes->size)});
        m_attributes = *attributes;
        m_size = qint64(attributes->size.value_or(0));
        client().open(m_source, openRead, std::nullopt, whenOpened(trying("opening", m_source), [this](const QByteArray &handle) {
            m_handle = handle;
            opened();
        }));
    }));
}

Result<FileFetch::Part> FileFetch::openPart(const QString &path, qint64 mostKept, const CancelFlag &cancel)
{
    auto file = LocalFile::openPart(path);
    if (!file)
        return holdpoint::fail(file.error());
    Part part{*file, std::make_shared<Sha256>(), (*file)->size()};
    if (part.size > mostKept) {
        part.size = 0;
        if (const auto cut = part.file->truncate(0); !cut)
            return holdpoint::fail(cut.error());
    }
    if (const auto added = part.file->addTo(*part.hash, part.size, cancel); !added)
        return holdpoint::fail(added.error());
    part.sha256 = part.hash->hex();
    return part;
}

/// What is left of an attempt before may be of another file of that size and time, or never have reached the disk.
void FileFetch::compareStart()
{
    if (m_part.size == 0)
        return receive();
    digestOpen(m_handle, m_part.size, [this](const FileDigest &there) {
        if (there.size == m_part.size && there.sha256 == m_part.sha256)
            return receive();
        onDiskOrFail([file = m_part.file] { return file->truncate(0); }, [this](const Result<> &) {
            m_part.size = 0;
            m_part.hash->reset();
            receive();
        });
    });
}

void FileFetch::opened()
{
    if (QFileInfo::exists(order().localPath))
        targetExists();
    else
        prepare();
}

/// Its name is taken. The conversation goes on with the next file.
void FileFetch::targetDiffers()
{
    if (order().existing == Existing::Replace)
        return prepare();
    client().close(
        m_handle, answer([this](const Result<Reply> &) {
            fail({ErrorKind::Busy,
                  QStringLiteral("%1 exists already, with other content; nothing was changed").arg(order().localPath)});
        }));
}

/// The same content under that name is as good as a copy, whatever was asked for.
void FileFetch::targetExists()
{
    const QFileInfo target(order().localPath);
    if (!target.isFile() || target.size() != m_size)
        return targetDiffers();
    onDiskOrFail([path = order().localPath, cancel = cancelFlag()] { return digestOf(path, cancel); },
                 [this](const Result<FileDigest> &here) {
                     digestOpen(m_handle, here->size + 1, [this, here = *here](const FileDigest &there) {
                         if (there.size != here.size || there.sha256 != here.sha256)
                             return targetDiffers();
                         client().close(m_handle, answer([this, here](const Result<Reply> &) {
                                            succeed({.size = here.size,
                                                     .sha256 = here.sha256,
                                                     .path = QFileInfo(order().localPath).absoluteFilePath(),
                                                     .wasThere = true});
                                        }));
                     });
                 });
}

void FileFetch::prepare()
{
    // What an attempt before has left counts only for the same version of the file.
    const QByteArray key = QByteArray::number(m_size) + '-' + QByteArray::number(m_attributes.modified.value_or(0));
    const QFileInfo target(order().localPath);
    const QString path = target.absolutePath() + u'/'
                         + QFile::decodeName(partName(QFile::encodeName(target.fileName()), key));
    const auto makeRoom = [path, size = m_size, cancel = cancelFlag()]() -> Result<Part> {
        const qint64 free = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
        const qint64 there = QFileInfo(path).size();
        if (free >= 0 && size - there + spared > free)
            return holdpoint::fail(ErrorKind::Io, QStringLiteral("%1 bytes are needed and %2 free in %3")
                                                      .arg(size).arg(free).arg(QFileInfo(path).absolutePath()));
        return openPart(path, size, cancel);
    };
    onDiskOrFail(makeRoom, [this](const Result<Part> &part) {
        m_part = *part;
        compareStart();
    });
}

void FileFetch::receive()
{
    emit progressed(m_part.size, m_size);
    const ByteSink sink = [part = m_part](qint64 offset, const QByteArray &bytes) {
        part.hash->add(bytes);
        return part.file->write(offset, bytes);
    };
    readRemote(m_handle, {m_part.size, m_size > 0 ? m_size : mostOfUnknownLength}, sink,
               [this](qint64 at) { emit progressed(at, m_size); }, [this](qint64 end) { received(end); });
}

void FileFetch::received(qint64 end)
{
    if (m_size == 0 && end == mostOfUnknownLength)
        return fail({ErrorKind::Invalid, QStringLiteral("%1 has no end: after %2 bytes it was given up").arg(QString::fromUtf8(m_source)).arg(end)});
    const auto then = afterAll(2, [this, end] { finishHere(end); });
    client().fstat(
        m_handle, answer([this, end, then](const Result<Reply> &reply) {
            const auto now = attributesOf(reply, trying("looking at", m_source));
            if (!now)
                return fail(now.error());
            if (end < m_size)
                return fail(
                    {ErrorKind::Io,
                     QStringLiteral("%1 became shorter while it was fetched").arg(QString::fromUtf8(m_source))});
            m_changed = m_size > 0 && (now->size != m_attributes.size || now->modified != m_attributes.modified);
            then();
        }));
    client().close(m_handle, answer([then](const Result<Reply> &) { then(); }));
}

void FileFetch::finishHere(qint64 end)
{
    const auto finish = [part = m_part, end, target = order().localPath, existing = order().existing,
                         modified = m_attributes.modified, cancel = cancelFlag()]() -> Result<Finished> {
        const QByteArray came = part.hash->result();
        Sha256 hash;
        if (const auto added = part.file->addTo(hash, end, cancel); !added)
            return holdpoint::fail(added.error());
        if (hash.result() != came || part.file->size() != end)
            return holdpoint::fail(ErrorKind::Corrupt, QStringLiteral("what is on this disk is not what came: %1 was not given its name").arg(target));
        if (*cancel)
            return holdpoint::fail(ErrorKind::Cancelled, QStringLiteral("called off"));
        const bool timeLost = !modified || !part.file->setModified(*modified);
        if (const auto moved = part.file->moveTo(target, existing); !moved)
            return holdpoint::fail(moved.error());
        return Finished{QString::fromLatin1(came.toHex()), timeLost};
    };
    onDiskOrFail(finish, [this, end](const Result<Finished> &finished) {
        succeed({.size = end,
                 .sha256 = finished->sha256,
                 .path = QFileInfo(order().localPath).absoluteFilePath(),
                 .resumedAt = m_part.size,
                 .changedMeanwhile = m_changed,
                 .timeLost = finished->timeLost});
    });
}

} // namespace holdpoint::files
