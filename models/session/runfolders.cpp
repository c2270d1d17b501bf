// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/filebody.h>
#include <models/session/runhost.h>
#include <models/session/runsession.h>

#include <QJsonArray>

// Folders on their way to and from hosts. Each file in one has an intent and an end of its own in the record.
namespace holdpoint::session {

namespace {

QJsonObject withTally(QJsonObject file, const FolderTally &tally)
{
    file.insert(QStringLiteral("files"), qint64(tally.files));
    file.insert(QStringLiteral("arrived"), qint64(tally.arrived));
    file.insert(QStringLiteral("were_there"), qint64(tally.wereThere));
    file.insert(QStringLiteral("size"), tally.bytes);
    file.insert(QStringLiteral("changed_meanwhile"), qint64(tally.changed.count()));
    file.insert(QStringLiteral("changed_meanwhile_first"), QJsonArray::fromStringList(tally.changed.first()));
    file.insert(QStringLiteral("times_lost"), qint64(tally.timesLost));
    file.insert(QStringLiteral("folder_times_lost"), qint64(tally.folderTimesLost));
    file.insert(QStringLiteral("left_out"), qint64(tally.left.count()));
    file.insert(QStringLiteral("left_out_first"), QJsonArray::fromStringList(tally.left.first()));
    file.insert(QStringLiteral("not_copied"), qint64(tally.problems.count()));
    file.insert(QStringLiteral("not_copied_first"), QJsonArray::fromStringList(tally.problems.first()));
    return file;
}

} // namespace

void RunSession::startFolder(const QString &role, const QString &id, const files::TransferOrder &order)
{
    Host &host = *m_hosts.at(role);
    auto folder =
        std::make_unique<FolderCopy>(order, *host.transport, [=, this](int number, const files::TransferOrder &file) {
            intendFile(role, file, {.folder = id, .number = number});
        });
    connect(folder.get(), &FolderCopy::progressed, this,
            [this, id](const FolderProgress &progress) { emit folderProgressed(id, progress); });
    connect(folder.get(), &FolderCopy::cancelWanted, this, [this, id](int number) { cancelPart({id, number}); });
    connect(folder.get(), &FolderCopy::finished, this, [=, this](const FolderTally &tally) {
        const auto ended = m_hosts.at(role)->folders.extract(id);
        ended.mapped().release()->deleteLater(); // it is telling us this
        folderEnded(role, id, order, tally);
    });
    folder->start();
    host.folders.insert_or_assign(id, std::move(folder));
}

void RunSession::folderEnded(const QString &role, const QString &id, const files::TransferOrder &order,
                             const FolderTally &tally)
{
    recordCopyEnd(role, id,
                  {.file = withTally(fileBody(order), tally),
                   .failure = tally.isWhole() ? std::nullopt : std::optional(tally.kind()),
                   .outcome = tally.words()});
}

FolderCopy *RunSession::folderOf(const QString &role, const Part &part) const
{
    const auto &folders = m_hosts.at(role)->folders;
    const auto found = folders.find(part.folder);
    return found == folders.end() ? nullptr : found->second.get();
}

/// Whether it belongs to a folder that begins no further file.
bool RunSession::isCalledOff(const QString &role, const Part &part) const
{
    const FolderCopy *folder = folderOf(role, part);
    return !part.folder.isEmpty() && (!folder || folder->isEnding());
}

/// Nothing of it is on record: it did not begin.
void RunSession::fileRefused(const QString &role, const Part &part, const Error &error)
{
    if (part.folder.isEmpty())
        emit refused(error);
    else if (FolderCopy *folder = folderOf(role, part))
        folder->fileEnded(part.number, fail(error));
}

/// A part that is still on its way into the record finds out by itself.
void RunSession::cancelPart(const Part &part)
{
    for (auto one = m_parts.cbegin(); one != m_parts.cend(); ++one) {
        if (one->folder == part.folder && one->number == part.number)
            return cancelCopy(QString(one.key()));
    }
}

/// What cannot be recorded is not begun.
void RunSession::abandonFolders(const Error &why)
{
    for (const auto &[role, host] : m_hosts) {
        while (!host->folders.empty())
            host->folders.begin()->second->abandon(why); // takes itself out
    }
}

} // namespace holdpoint::session
