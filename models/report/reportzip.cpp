// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportzip.h>

#include <models/base/privatefile.h>
#include <models/ledger/openssluse.h>
#include <models/report/sizelimits.h>
#include <models/report/unpacking.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

namespace holdpoint::report {

namespace {

constexpr qsizetype pieceSize = 1 << 20;

tl::unexpected<Error> invalid(const QString &what) { return fail(ErrorKind::Invalid, what); }

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name != QLatin1String(".") && name != QLatin1String("..")
           && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'));
}

/// Whether it is one of these for everybody: `kind` for Unix, where its mode is known; else plain attributes of DOS.
bool isKind(const ZipMember &member, quint32 kind)
{
    constexpr quint32 dosFolder = 0x10;
    constexpr quint32 dosLabel = 0x08;
    const quint32 mode = (member.attributes >> 16) & S_IFMT;
    return (mode == 0 || mode == kind) && (member.attributes & dosLabel) == 0
           && (kind == S_IFDIR || (member.attributes & dosFolder) == 0);
}

/// Whether it is the line of a folder and holds nothing, which some programs deflate.
bool isFolderLine(const ZipMember &member, QFile &file)
{
    const QByteArray nothing = member.isDeflated ? QByteArray("\3\0", 2) : QByteArray();
    return isKind(member, S_IFDIR) && member.size == 0 && member.sum == 0 && member.packed == nothing.size()
           && file.seek(member.place) && file.read(nothing.size()) == nothing;
}

/// The folder all names begin with, slash included; empty when they lie at the top.
QByteArray commonFolder(const QList<ZipMember> &members)
{
    const QByteArray first = members.isEmpty() ? QByteArray() : members.first().name;
    const QByteArray folder = first.left(first.indexOf('/') + 1);
    const auto isIn = [&](const ZipMember &member) { return member.name.startsWith(folder); };
    return std::ranges::all_of(members, isIn) ? folder : QByteArray();
}

/// "./", which some programs write, is where the zip lies.
bool isPlainFolder(const QByteArray &folder)
{
    return folder.isEmpty() || folder == "./" || isPlainName(fileNameFrom(folder.chopped(1)));
}

} // namespace

Result<std::unique_ptr<ReportZip>> ReportZip::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file->errorString()));
    const auto members = readZipIndex(*file);
    if (!members)
        return fail(members.error());
    std::unique_ptr<ReportZip> zip(new ReportZip(std::move(file)));
    if (auto taken = zip->take(*members); !taken)
        return fail(taken.error());
    return zip;
}

Result<> ReportZip::take(const QList<ZipMember> &members)
{
    qint64 whole = 0;
    for (const ZipMember &member : members)
        whole += member.size;
    if (whole > largestZip)
        return invalid(QStringLiteral("the zip would unpack to more than 4 GiB"));
    m_folder = commonFolder(members);
    bool hasFolderLine = false;
    for (const ZipMember &member : members) {
        const bool isFolder = !m_folder.isEmpty() && member.name == m_folder;
        const QString name = fileNameFrom(member.name.sliced(m_folder.size()));
        const bool isNew = isFolder ? !hasFolderLine && isFolderLine(member, *m_file)
                                    : isPlainName(name) && !m_members.contains(name) && isKind(member, S_IFREG);
        if (!isNew || !isPlainFolder(m_folder))
            return invalid(QStringLiteral("the zip holds something else than new plain files in one place: %1")
                               .arg(fileNameFrom(member.name)));
        hasFolderLine = hasFolderLine || isFolder;
        if (!isFolder)
            m_members.insert(name, member);
    }
    return {};
}

QStringList ReportZip::names() const
{
    QStringList names = m_members.keys();
    names.sort();
    return names;
}

Result<> ReportZip::pieces(const QString &name, qint64 limit, const std::function<void(QByteArrayView)> &take) const
{
    const auto member = m_members.constFind(name);
    if (member == m_members.constEnd())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such file").arg(name));
    if (member->size > limit)
        return invalid(QStringLiteral("%1: larger than %2 bytes").arg(name).arg(limit));
    Unpacking unpacking(*member);
    qint64 left = member->packed;
    bool isRead = m_file->seek(member->place);
    while (isRead && left > 0) {
        const QByteArray packed = m_file->read(std::min<qint64>(pieceSize, left));
        left -= packed.size();
        isRead = !packed.isEmpty() && unpacking.take(packed, take);
    }
    if (!isRead || !unpacking.isWhole())
        return fail(ErrorKind::Io, QStringLiteral("%1: its bytes do not unpack").arg(name));
    return {};
}

namespace {

zip_source_t *sourceOf(zip_t *archive, const ReportFile &file)
{
    if (!file.spool)
        return zip_source_buffer(archive, file.bytes.constData(), quint64(file.bytes.size()), 0);
    const int descriptor = file.spool->duplicate();
    FILE *stream = descriptor < 0 ? nullptr : ::fdopen(descriptor, "rb");
    if (!stream) {
        if (descriptor >= 0)
            ::close(descriptor);
        return nullptr;
    }
    zip_source_t *source = zip_source_filep(archive, stream, 0, file.spool->size());
    if (!source)
        std::fclose(stream);
    return source;
}

/// Adds the files to the zip at this path, under this folder in it, and what was in it stays packed as it is. `flags` are those
/// of zip_open(). Not yet on disk for sure. Errors: also Invalid where no verifier would take it: packed bytes can look like an
/// end record.
Result<> zipInto(const QString &path, int flags, const QByteArray &folder, const QList<ReportFile> &files)
{
    const sshsig::OpenSslUse use; // libzip asks it for the name of a temporary file
    int problem = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), flags, &problem);
    const auto failed = [&] {
        const QString words =
            archive ? QString::fromUtf8(zip_strerror(archive)) : QStringLiteral("error %1").arg(problem);
        if (archive)
            zip_discard(archive);
        return fail(ErrorKind::Io, QStringLiteral("the zip could not be made: %1").arg(words));
    };
    if (!archive)
        return failed();
    for (const ReportFile &file : files) {
        zip_source_t *source = sourceOf(archive, file);
        if (!source || zip_file_add(archive, (folder + file.name.toUtf8()).constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            return failed();
        }
    }
    return zip_close(archive) == 0 ? checkZipIndex(path) : failed();
}

/// A zip of its own for a moment, made by libzip's rules: where nobody else can look.
template <class Make, class Use> Result<> withZip(const QString &path, Make make, Use use)
{
    const QFileInfo info(path);
    const QTemporaryDir folder(info.absolutePath() + QStringLiteral("/.%1.XXXXXX").arg(info.fileName()));
    if (!folder.isValid())
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, folder.errorString()));
    const QString made = folder.filePath(QStringLiteral("report.zip"));
    const Result<> zipped = make(made);
    return zipped ? use(made) : zipped;
}

/// A copy for us alone.
Result<> copyTo(const QString &made, const QString &path)
{
    QFile file(path);
    if (!file.copy(made) || !QFile::setPermissions(made, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

/// In one step, so that a report that is there is never half a one.
Result<> replaceBy(const QString &made, const QString &path)
{
    return writePrivateFile(path, [&](const auto &take) -> Result<> {
        QFile file(made);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(made, file.errorString()));
        while (!file.atEnd()) {
            if (auto taken = take(file.read(pieceSize)); !taken)
                return taken;
            if (file.error() != QFileDevice::NoError)
                return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(made, file.errorString()));
        }
        return {};
    });
}

} // namespace

Result<> addToReportZip(const QString &path, const ReportFile &file)
{
    const auto zip = ReportZip::open(path);
    if (!zip)
        return fail(zip.error());
    if ((*zip)->names().contains(file.name))
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1: %2 stands there already").arg(path, file.name));
    const auto make = [&](const QString &made) {
        const auto copied = copyTo(made, path);
        return copied ? zipInto(made, 0, (*zip)->folder(), {file}) : copied;
    };
    return withZip(path, make, [&](const QString &made) { return replaceBy(made, path); });
}

Result<> writeReportZip(const QString &path, const QList<ReportFile> &files)
{
    if (auto free = checkTarget(path); !free)
        return free;
    if (auto made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    const auto make = [&](const QString &made) { return zipInto(made, ZIP_CREATE | ZIP_EXCL, {}, files); };
    return withZip(path, make, [&](const QString &made) { return moveIntoPlace(made, path); });
}

} // namespace holdpoint::report
