// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/searchindex.h>

#include <models/audit/entryreader.h>
#include <models/audit/erasing.h>
#include <models/audit/finder.h>
#include <models/audit/indexfile.h>

#include <QFileInfo>
#include <QLockFile>

namespace holdpoint::audit {

namespace {

constexpr int patienceMs = 10'000; ///< with somebody who has the lock
constexpr int momentMs = 2'000;    ///< longer than who opens an index that is just being made has it

/// The one who makes, updates or purges the index; readers need no lock.
class WriterLock
{
public:
    explicit WriterLock(const QString &folder)
        : m_file(folder + QStringLiteral("/search.lock"))
    {
        m_file.setStaleLockTime(0); // a lock is stale when its process is gone, never because it is old
    }
    Result<> take(int ms)
    {
        if (m_file.tryLock(ms))
            return {};
        return m_file.error() == QLockFile::LockFailedError
                   ? fail(ErrorKind::Busy, QStringLiteral("the search index is being brought up to date already"))
                   : fail(ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(m_file.fileName()));
    }

private:
    QLockFile m_file;
};

/// Whether the index is to be made anew.
bool isUseless(const Error &error) { return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::NotFound; }

} // namespace

SearchIndex::SearchIndex(QString folder, QString origin, std::unique_ptr<IndexFile> file)
    : m_folder(std::move(folder))
    , m_origin(std::move(origin))
    , m_file(std::move(file))
{
}

SearchIndex::~SearchIndex() = default;

QString SearchIndex::path(const QString &folder) { return folder + QStringLiteral("/search.db"); }

Result<std::unique_ptr<IndexFile>> SearchIndex::openFile(const QString &folder, const QString &origin)
{
    auto file = IndexFile::open(path(folder), origin);
    if (file || !isUseless(file.error()))
        return file;
    // It may be another one's that is just being made: whoever has the lock may look, and make it anew.
    WriterLock lock(folder);
    if (auto locked = lock.take(patienceMs); !locked)
        return fail(locked.error());
    file = IndexFile::open(path(folder), origin);
    return file || !isUseless(file.error()) ? std::move(file) : IndexFile::make(path(folder), origin);
}

Result<std::unique_ptr<SearchIndex>> SearchIndex::open(const QString &folder, const QString &origin)
{
    auto file = openFile(folder, origin);
    if (!file)
        return fail(file.error());
    return std::unique_ptr<SearchIndex>(new SearchIndex(folder, origin, std::move(*file)));
}

/// REQUIRES the writer's lock.
Result<> SearchIndex::makeAnew()
{
    m_file.reset();
    auto file = IndexFile::make(path(m_folder), m_origin);
    if (!file)
        return fail(file.error());
    m_file = std::move(*file);
    return {};
}

Result<> SearchIndex::update(const EntrySource &source, const Progress &progress)
{
    WriterLock lock(m_folder);
    if (auto locked = lock.take(momentMs); !locked)
        return locked;
    if (auto read = readFrom(source, progress); !read)
        return read;
    return purgeIfDue();
}

Result<> SearchIndex::readFrom(const EntrySource &source, const Progress &progress)
{
    Result<> done = fail(ErrorKind::NotFound, path(m_folder));
    bool sourceFailed = false;
    if (m_file) {
        EntryReader reader(*m_file, source);
        done = reader.findPlace();
        if (done)
            done = reader.readAll(progress);
        sourceFailed = reader.sourceFailed();
    }
    if (done || sourceFailed || !isUseless(done.error()))
        return done;
    if (auto made = makeAnew(); !made)
        return made;
    return EntryReader(*m_file, source).readAll(progress);
}

Result<> SearchIndex::purgeIfDue()
{
    const auto due = m_file->property(QStringLiteral("purge"));
    if (!due)
        return fail(due.error());
    if (due->isEmpty())
        return {};
    if (auto purged = m_file->purge(); !purged)
        return purged;
    return m_file->setProperty(QStringLiteral("purge"), {});
}

Result<SearchResults> SearchIndex::search(const SearchQuery &query, const Limits &limits)
{
    if (!m_file)
        return fail(ErrorKind::Io, QStringLiteral("%1 could not be made anew").arg(path(m_folder)));
    return Finder(*m_file, query, limits.hits, limits.isCancelled).find();
}

Result<> SearchIndex::forget(const QList<quint64> &sequences)
{
    WriterLock lock(m_folder);
    if (auto locked = lock.take(patienceMs); !locked)
        return locked;
    Result<> done = m_file ? remove(sequences) : fail(ErrorKind::NotFound, path(m_folder));
    if (done)
        done = purgeIfDue();
    // An index that cannot be trusted to forget goes as a whole: the next update makes another one.
    return done || !isUseless(done.error()) ? done : makeAnew();
}

Result<> SearchIndex::remove(const QList<quint64> &sequences)
{
    if (auto begun = m_file->begin(); !begun)
        return begun;
    Result<> removed = removeLines(*m_file, rangesOf(sequences), {});
    if (removed)
        removed = m_file->commit();
    if (!removed)
        m_file->rollback();
    return removed;
}

Result<> SearchIndex::forgetIn(const QString &folder, const QString &origin, const QList<quint64> &sequences)
{
    if (sequences.isEmpty() || !QFileInfo::exists(path(folder)))
        return {};
    auto index = open(folder, origin);
    return index ? (*index)->forget(sequences) : fail(index.error());
}

} // namespace holdpoint::audit
