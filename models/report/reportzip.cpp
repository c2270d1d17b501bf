// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportzip.h>

#include <models/base/privatefile.h>
#include <models/ledger/openssluse.h>
#include <models/report/sizelimits.h>
#include <models/report/zipindex.h>

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

bool isPlainFile(zip_t *archive, quint64 index, const zip_stat_t &status)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
    const auto kind = (attributes >> 16) & S_IFMT;
    return (kind == 0 || kind == S_IFREG) && status.encryption_method == ZIP_EM_NONE
           && (status.comp_method == ZIP_CM_STORE || status.comp_method == ZIP_CM_DEFLATE);
}

/// The folder all names begin with, slash included; empty when they lie at the top.
QByteArray commonFolder(const QList<QByteArray> &names)
{
    const QByteArray first = names.value(0);
    const QByteArray folder = first.left(first.indexOf('/') + 1);
    const bool isCommon = std::ranges::all_of(names, [&](const QByteArray &name) { return name.startsWith(folder); });
    return isCommon ? folder : QByteArray();
}

} // namespace

Result<std::unique_ptr<ReportZip>> ReportZip::open(const QString &path)
{
    if (auto checked = checkZipIndex(path); !checked)
        return fail(checked.error());
    int problem = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &problem);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, problem);
        const QString words = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return invalid(QStringLiteral("the zip cannot be read: %1").arg(words));
    }
    std::unique_ptr<ReportZip> zip(new ReportZip(archive));
    if (auto listed = zip->list(); !listed)
        return fail(listed.error());
    return zip;
}

ReportZip::~ReportZip() { zip_discard(m_archive); }

Result<> ReportZip::list()
{
    QList<QByteArray> names;
    QList<zip_stat_t> members;
    quint64 whole = 0;
    const auto count = quint64(std::max<zip_int64_t>(0, zip_get_num_entries(m_archive, 0)));
    if (count > mostZipFiles)
        return invalid(QStringLiteral("the zip has too many files"));
    for (quint64 index = 0; index < count; ++index) {
        zip_stat_t status{};
        if (zip_stat_index(m_archive, index, ZIP_FL_ENC_RAW, &status) != 0 || !status.name)
            return invalid(QStringLiteral("the zip cannot be read"));
        whole += std::min<quint64>(status.size, quint64(largestZip)); // so that no sum wraps around
        names.append(status.name);
        members.append(status);
    }
    if (whole > quint64(largestZip))
        return invalid(QStringLiteral("the zip would unpack to more than 4 GiB"));
    m_folder = commonFolder(names);
    const QByteArray &top = m_folder;
    for (qsizetype at = 0; at < names.size(); ++at) {
        if (names[at] == top)
            continue;
        const QString name = fileNameFrom(names[at].mid(top.size()));
        if (top == "../" || !isPlainName(name) || m_members.contains(name)
            || !isPlainFile(m_archive, members[at].index, members[at]))
            return invalid(QStringLiteral("the zip holds something else than new plain files in one place: %1")
                               .arg(fileNameFrom(names[at])));
        m_members.insert(name, {members[at].index, qint64(members[at].size)});
    }
    return {};
}

bool ReportZip::addTo(zip_t *archive) const
{
    for (auto member = m_members.cbegin(); member != m_members.cend(); ++member) {
        zip_source_t *source = zip_source_zip(archive, m_archive, member->index, ZIP_FL_COMPRESSED, 0, -1);
        if (!source || zip_file_add(archive, member.key().toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            return false;
        }
    }
    return true;
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
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(zip_fopen_index(m_archive, member->index, 0),
                                                                  zip_fclose);
    QByteArray piece(pieceSize, Qt::Uninitialized);
    qint64 left = member->size;
    zip_int64_t count = -1;
    // One byte more than it says is asked for: at the end libzip checks the sum.
    while (file && (count = zip_fread(file.get(), piece.data(), quint64(piece.size()))) > 0 && count <= left) {
        left -= count;
        take(QByteArrayView(piece).first(count));
    }
    if (count != 0 || left != 0)
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

/// Adds the files to the zip at this path, under this folder in it, and what was in it stays packed as it is; so does what
/// `others` holds. `flags` are those of zip_open(). Not yet on disk for sure.
Result<> zipInto(const QString &path, int flags, const QByteArray &folder, const QList<ReportFile> &files,
                 const ReportZip *others = nullptr)
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
    if (others && !others->addTo(archive))
        return failed();
    for (const ReportFile &file : files) {
        zip_source_t *source = sourceOf(archive, file);
        if (!source || zip_file_add(archive, (folder + file.name.toUtf8()).constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            return failed();
        }
    }
    return zip_close(archive) == 0 ? Result<>() : failed();
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
        // What a name that is not ASCII means depends on a mark beside it, and libzip marks what it adds: beside others that
        // have none it would lie in another folder for whoever goes by the marks.
        if (const QByteArray folder = (*zip)->folder();
            std::ranges::any_of(folder, [](char c) { return uchar(c) > 0x7f; }))
            return zipInto(made, ZIP_CREATE | ZIP_EXCL, {}, {file}, zip->get());
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
    const auto make = [&](const QString &made) -> Result<> {
        const auto zipped = zipInto(made, ZIP_CREATE | ZIP_EXCL, {}, files);
        return zipped ? checkZipIndex(made) : zipped; // packed bytes can look like an end record, which verifiers refuse
    };
    return withZip(path, make, [&](const QString &made) { return moveIntoPlace(made, path); });
}

} // namespace holdpoint::report
