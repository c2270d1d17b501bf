// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/viewingtray.h>

#include <models/base/clock.h>
#include <models/base/log.h>
#include <models/base/privatefile.h>
#include <models/base/whenfinished.h>
#include <models/ledger/record.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <QVariant>

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
    if (viewing.run.size() != ledger::runIdSize || viewing.how.isEmpty() || viewing.by.isEmpty()
        || !viewing.utc.isValid())
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

Result<> ViewingTray::leave(const QString &ledgerFolder, const Viewing &viewing)
{
    const QString folder = trayIn(ledgerFolder);
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return writePrivateFile(folder + QLatin1Char('/') + name + QStringLiteral(".json"), written(viewing));
}

void ViewingTray::take()
{
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : names)
        take(folder.filePath(name));
}

void ViewingTray::take(const QString &path)
{
    if (m_known.contains(path))
        return;
    m_known.insert(path);
    const auto viewing = readFrom(path);
    if (!viewing) {
        log::warning(viewing.error().detail);
        return;
    }
    whenFinished(m_ledger.append(viewedDraft(*viewing)), this, [this, path](const Result<ledger::Entry> &entry) {
        m_known.remove(path); // one that the ledger could not take is tried again when another one comes
        if (entry)
            QFile::remove(path);
    });
}

} // namespace holdpoint::session
