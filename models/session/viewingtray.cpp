// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/viewingtray.h>

#include <models/base/clock.h>
#include <models/base/log.h>
#include <models/base/privatefile.h>
#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/ledger/record.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <QVariant>

#include <algorithm>

namespace holdpoint::session {

namespace {

constexpr qint64 largestFile = 64 << 10;

QString trayIn(const QString &ledgerFolder) { return ledgerFolder + QStringLiteral("/viewings"); }

QByteArray written(const Viewing &viewing)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("run"), QString::fromLatin1(viewing.run.toHex())},
                                     {QStringLiteral("panes"), QJsonArray::fromStringList(viewing.panes)},
                                     {QStringLiteral("how"), viewing.how},
                                     {QStringLiteral("by"), viewing.by},
                                     {QStringLiteral("utc"), isoUtc(viewing.utc)}})
        .toJson();
}

QStringList waitingIn(const QDir &folder) { return folder.entryList({QStringLiteral("*.json")}, QDir::Files); }

/// Whether the text is what people read, with nothing in it that steers a terminal or hides.
bool isPlain(const QString &text) { return visibleControls(text) == text; }

/// Errors: Invalid, and those of readFile().
Result<Viewing> readFrom(const QString &path)
{
    const auto bytes = readFile(path, largestFile);
    if (!bytes)
        return fail(bytes.error());
    const QJsonObject said = QJsonDocument::fromJson(*bytes).object();
    const Viewing viewing{QByteArray::fromHex(said[QLatin1String("run")].toString().toLatin1()),
                          said[QLatin1String("panes")].toVariant().toStringList(),
                          said[QLatin1String("how")].toString(), said[QLatin1String("by")].toString(),
                          QDateTime::fromString(said[QLatin1String("utc")].toString(), Qt::ISODateWithMs)};
    const bool isPast = viewing.utc.isValid() && viewing.utc <= QDateTime::currentDateTimeUtc();
    if (viewing.run.size() != ledger::runIdSize || !isViewedIn(viewing.how) || viewing.by.isEmpty()
        || !isPlain(viewing.by) || !std::ranges::all_of(viewing.panes, isPlain) || !isPast)
        return fail(ErrorKind::Invalid, QStringLiteral("%1: it does not say who looked at what").arg(path));
    return viewing;
}

} // namespace

ViewingTray::ViewingTray(ledger::Ledger &ledger, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_folder(trayIn(ledger.folder()))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, qOverload<>(&ViewingTray::take));
    // It must be there to be watched.
    if (const auto made = makePrivateFolder(m_folder); !made || !m_watcher.addPath(m_folder))
        log::warning(QStringLiteral("looks that others leave in %1 are taken at the next start").arg(m_folder));
    take();
}

ViewingTray::~ViewingTray()
{
    for (auto look = m_underWay.begin(); look != m_underWay.end(); ++look) {
        look->waitForFinished();
        recorded(look.key(), *look);
    }
}

Result<> ViewingTray::leave(const QString &ledgerFolder, const Viewing &viewing)
{
    const QString folder = trayIn(ledgerFolder);
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return writePrivateFile(folder + QLatin1Char('/') + name + QStringLiteral(".json"), written(viewing));
}

qsizetype ViewingTray::waiting(const QString &ledgerFolder) { return waitingIn(QDir(trayIn(ledgerFolder))).size(); }

void ViewingTray::take()
{
    const QDir folder(m_folder);
    const QStringList names = waitingIn(folder);
    for (const QString &name : names)
        take(folder.filePath(name));
}

void ViewingTray::take(const QString &path)
{
    if (m_done.contains(path) || m_underWay.contains(path))
        return;
    const auto viewing = readFrom(path);
    if (!viewing) {
        m_done.insert(path);
        log::warning(viewing.error().detail);
        return;
    }
    const auto entry = m_ledger.append(viewedDraft(*viewing));
    m_underWay.insert(path, entry);
    whenFinished(entry, this, [this, path](const Result<ledger::Entry> &) { recorded(path, m_underWay.take(path)); });
}

/// One that the ledger could not take is tried again when another one comes.
void ViewingTray::recorded(const QString &path, const QFuture<Result<ledger::Entry>> &entry)
{
    if (entry.resultCount() > 0 && entry.result() && !QFile::remove(path)) {
        m_done.insert(path);
        log::warning(
            QStringLiteral("%1 is on record, but the file could not be removed: remove it by hand, or the look is "
                           "recorded again at the next start")
                .arg(path));
    }
}

} // namespace holdpoint::session
