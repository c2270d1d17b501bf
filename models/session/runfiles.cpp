// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/privatefile.h>
#include <models/base/whenfinished.h>
#include <models/session/copyoutcome.h>
#include <models/session/filebody.h>
#include <models/session/runhost.h>
#include <models/session/runsession.h>
#include <runbooks/attributes.h>
#include <runbooks/transfersyntax.h>

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

// Files on their way to and from hosts: a step's, and those a person copies by hand. Intent, durable, then effect.
namespace holdpoint::session {

namespace {

using files::Direction;
using files::Extent;

QJsonObject withCopy(QJsonObject file, const files::Copied &copied)
{
    file.insert(QStringLiteral("path"), copied.path);
    file.insert(QStringLiteral("size"), copied.size);
    file.insert(QStringLiteral("sha256"), copied.sha256);
    file.insert(QStringLiteral("resumed_at"), copied.resumedAt);
    file.insert(QStringLiteral("was_there"), copied.wasThere);
    file.insert(QStringLiteral("changed_meanwhile"), copied.changedMeanwhile);
    file.insert(QStringLiteral("time_lost"), copied.timeLost);
    return file;
}

/// The hash of the file that is about to be sent, so that the intent names it. Waits for the disk.
Result<files::FileDigest> digestFor(const files::TransferOrder &order, const files::CancelFlag &cancel)
{
    if (order.direction == Direction::Fetch || order.extent == Extent::Folder)
        return files::FileDigest{};
    return files::digestOf(order.localPath, cancel);
}

/// A name nobody has yet: what was fetched before is evidence too.
QString freeName(const QString &path)
{
    const QFileInfo wanted(path);
    QString free = path;
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = QStringLiteral("%1/%2 (%3)%4").arg(wanted.path(), wanted.completeBaseName()).arg(number)
                   .arg(wanted.suffix().isEmpty() ? QString() : u'.' + wanted.suffix());
    return free;
}

QJsonObject intendedFile(const files::TransferOrder &order, const files::FileDigest &digest)
{
    QJsonObject file = fileBody(order);
    if (order.direction == Direction::Put && order.extent == Extent::File) {
        file.insert(QStringLiteral("size"), digest.size);
        file.insert(QStringLiteral("sha256"), digest.sha256);
    }
    return file;
}

} // namespace

QString RunSession::filesFolder() const
{
    return m_services.filesFolder.isEmpty() ? QString() : m_services.filesFolder + u'/' + m_state.idText();
}

const CommandRecord *RunSession::recordOf(const QString &commandId) const
{
    for (const Stage &stage : m_state.stages) {
        if (const CommandRecord *record = stage.command(commandId))
            return record;
    }
    return nullptr;
}

Result<files::TransferOrder> RunSession::orderOf(const runbooks::Command &command, const QString &text) const
{
    const auto line = runbooks::readTransfer(text);
    if (!line)
        return fail(line.error());
    const bool replace = runbooks::isOn(command.attributes.value(QStringLiteral("replace"), QStringLiteral("no")));
    files::TransferOrder order{.remotePath = line->remote,
                               .existing = replace ? files::Existing::Replace : files::Existing::Refuse,
                               .extent = line->extent == runbooks::TransferLine::Extent::Folder ? Extent::Folder : Extent::File};
    if (line->direction == runbooks::TransferLine::Direction::Get) {
        if (filesFolder().isEmpty())
            return fail(ErrorKind::NotPermitted, tr("there is no folder to keep fetched files in"));
        order.direction = Direction::Fetch;
        const CommandRecord *before = recordOf(command.id);
        // A folder that did not arrive whole is completed, not begun again.
        const bool goesOn = order.extent == Extent::Folder && before && !before->unfinished.isEmpty();
        order.localPath = goesOn ? before->unfinished : freeName(filesFolder() + u'/' + line->local);
        // All in it is this command's own: what changed on the host since then takes the place of what came before.
        if (goesOn)
            order.existing = files::Existing::Replace;
        return order;
    }
    const QString folder = QFileInfo(QFileInfo(m_setup.document.path).absolutePath()).canonicalFilePath();
    if (folder.isEmpty())
        return fail(ErrorKind::NotFound, tr("the runbook's folder is not there any more"));
    const QString inside = folder.endsWith(u'/') ? folder : folder + u'/';
    order.localPath = QFileInfo(inside + line->local).canonicalFilePath();
    if (order.localPath.isEmpty())
        return fail(ErrorKind::NotFound, tr("there is no %1 beside the runbook").arg(line->local));
    if (!order.localPath.startsWith(inside)) // a symbolic link leads out
        return fail(ErrorKind::NotPermitted, tr("%1 is not below the runbook's own folder").arg(line->local));
    return order;
}

void RunSession::intendCopy(const runbooks::Command &command, const QString &text, const QJsonObject &body)
{
    const auto order = orderOf(command, text);
    const auto giveUp = [this](const Error &error) {
        --m_deciding;
        m_commandInFlight.clear();
        m_undoInFlight.clear();
        m_runningAll = false;
        emit refused(error);
    };
    if (!order)
        return giveUp(order.error());
    m_hashing = std::make_shared<std::atomic<bool>>(false);
    const auto limit = command.timeout ? command.timeout : m_longest;
    whenFinished(QtConcurrent::run(digestFor, *order, m_hashing), this,
                 [=, this, era = m_era, order = *order, id = command.id](const Result<files::FileDigest> &digest) mutable {
        if (era != m_era) { // the ledger failed meanwhile: this intent is no more
            if (m_commandInFlight == id) {
                m_commandInFlight.clear();
                m_undoInFlight.clear();
            }
            return;
        }
        if (!digest)
            return giveUp(digest.error());
        order.sha256 = digest->sha256;
        QJsonObject intended = body;
        intended.insert(QStringLiteral("file"), intendedFile(order, *digest));
        record(QStringLiteral("command-intended"), intended, [=, this, role = body[QLatin1String("role")].toString()] {
            --m_deciding;
            if (limit)
                m_copyLimit.start(*limit);
            startCopy(role, id, order);
        });
    });
}

void RunSession::startCopy(const QString &role, const QString &id, const files::TransferOrder &order)
{
    Host &host = *m_hosts.at(role);
    if (host.transfers.contains(id) || host.folders.contains(id))
        return;
    if (!host.transport || host.transport->state() != Transport::State::Ready)
        return copyEnded(role, id, order, fail(ErrorKind::Disconnected, tr("\"%1\" is not connected").arg(role)));
    if (order.extent == Extent::Folder)
        return startFolder(role, id, order);
    const Part part = m_parts.value(id);
    if (isCalledOff(role, part))
        return copyEnded(role, id, order, fail(ErrorKind::Cancelled, tr("called off")));
    if (order.direction == Direction::Fetch) {
        if (const auto made = makePrivateFolder(QFileInfo(order.localPath).absolutePath()); !made)
            return copyEnded(role, id, order, fail(made.error()));
    }
    FolderCopy *whole = folderOf(role, part);
    auto transfer = whole ? std::make_unique<HostTransfer>(order, whole->lanes().take(*host.transport))
                          : std::make_unique<HostTransfer>(order, *host.transport);
    connect(transfer.get(), &HostTransfer::progressed, this,
            [=, this](qint64 done, qint64 total) {
                if (FolderCopy *folder = folderOf(role, part))
                    folder->fileProgressed(part.number, done);
                else
                    emit copyProgressed(id, done, total);
            });
    connect(transfer.get(), &HostTransfer::finished, this, [=, this](const Result<files::Copied> &result) {
        HostTransfer *ended = m_hosts.at(role)->transfers.extract(id).mapped().release();
        if (FolderCopy *folder = folderOf(role, part))
            folder->lanes().giveBack(ended->takeService());
        ended->deleteLater(); // it is telling us this
        copyEnded(role, id, order, result);
    });
    transfer->start();
    host.transfers.insert_or_assign(id, std::move(transfer));
}

void RunSession::cancelCopy(const QString &transferId)
{
    for (const auto &[role, host] : m_hosts) {
        if (const auto transfer = host->transfers.find(transferId); transfer != host->transfers.end())
            return transfer->second->cancel();
        if (const auto folder = host->folders.find(transferId); folder != host->folders.end())
            return folder->second->cancel();
    }
}

void RunSession::copyEnded(const QString &role, const QString &id, const files::TransferOrder &order,
                           const Result<files::Copied> &result)
{
    const Part part = m_parts.take(id);
    recordCopyEnd(role, id,
                  {.file = result ? withCopy(fileBody(order), *result) : fileBody(order),
                   .failure = result ? std::nullopt : std::optional(result.error().kind),
                   .outcome = result ? outcomeText(*result) : result.error().detail});
    if (FolderCopy *folder = folderOf(role, part))
        folder->fileEnded(part.number, result);
}

void RunSession::recordCopyEnd(const QString &role, const QString &id, const CopyEnd &end)
{
    const runbooks::Command *command = id == m_commandInFlight ? findCommand(id) : nullptr;
    if (command)
        return commandCopied(*command, role, end);
    record(QStringLiteral("copy-finished"),
           {{QStringLiteral("copy"), id},
            {QStringLiteral("role"), role},
            {QStringLiteral("file"), end.file},
            {QStringLiteral("succeeded"), !end.failure},
            {QStringLiteral("kind"), end.failure ? errorKindName(*end.failure) : QString()},
            {QStringLiteral("outcome"), end.outcome}});
}

void RunSession::commandCopied(const runbooks::Command &command, const QString &role, const CopyEnd &end)
{
    m_commandInFlight.clear();
    const Stage *stage = m_state.currentStage();
    const auto limit = m_copyLimit.intervalAsDuration();
    const bool late = (command.timeout || m_longest) && !m_copyLimit.isActive();
    m_copyLimit.stop();
    QJsonObject body{{QStringLiteral("command"), command.id},
                     {QStringLiteral("stage"), stage ? stage->id : QString()},
                     {QStringLiteral("undo"), std::exchange(m_undoInFlight, {})},
                     {QStringLiteral("role"), role},
                     {QStringLiteral("file"), end.file}};
    if (end.failure == ErrorKind::Disconnected) {
        body.insert(QStringLiteral("reason"), end.outcome);
        m_runningAll = false;
        record(QStringLiteral("command-unknown"), body);
        return;
    }
    body.insert(QStringLiteral("expected"), !end.failure);
    body.insert(QStringLiteral("source"), evidenceSourceName(EvidenceSource::FileHash));
    body.insert(QStringLiteral("outcome"), end.failure && late ? tr("called off: its %1 s were over").arg(limit.count() / 1000)
                                                               : end.outcome);
    m_runningAll = m_runningAll && !end.failure;
    recordEnd(command, body);
}

Result<> RunSession::mayCopy(const QString &role) const
{
    const Transport *link = transport(role);
    if (isHalted() || m_state.phase == Phase::Ready || m_state.isOver())
        return fail(ErrorKind::NotPermitted, tr("no file can be copied now"));
    if (!link || link->state() != Transport::State::Ready)
        return fail(ErrorKind::Disconnected, tr("\"%1\" is not connected").arg(role));
    return {};
}

/// An ended run copies nothing any more; that is on record before its end is.
void RunSession::cancelCopies()
{
    for (const auto &[role, host] : m_hosts) {
        while (!host->folders.empty()) { // before their files, so that no further one begins
            FolderCopy *folder = host->folders.begin()->second.get();
            folder->cancel();
            folder->abandon({ErrorKind::Cancelled, tr("called off")}); // whatever is not on its way yet
        }
        while (!host->transfers.empty())
            host->transfers.begin()->second->cancel(); // takes itself out
    }
}

/// What was on its way when nothing could be recorded.
void RunSession::recoverCopies()
{
    for (const CopyRecord &copy : std::as_const(m_state.copies)) {
        const auto host = m_hosts.find(copy.role);
        const bool runs = host != m_hosts.end()
                          && (host->second->transfers.contains(copy.id) || host->second->folders.contains(copy.id));
        if (copy.status == CopyRecord::Status::Running && !runs)
            record(QStringLiteral("copy-finished"), {{QStringLiteral("copy"), copy.id},
                                                     {QStringLiteral("role"), copy.role},
                                                     {QStringLiteral("succeeded"), false},
                                                     {QStringLiteral("outcome"), tr("its end could not be recorded")}});
    }
}

void RunSession::copyFile(const QString &role, const files::TransferOrder &order)
{
    if (const auto may = mayCopy(role); may)
        intendFile(role, order, {});
    else
        emit refused(may.error());
}

/// Intent, durable, then effect.
void RunSession::intendFile(const QString &role, const files::TransferOrder &order, const Part &part)
{
    const QString id = QStringLiteral("copy.%1").arg(m_copies = std::max(m_copies, int(m_state.copies.size())) + 1);
    whenFinished(QtConcurrent::run(digestFor, order, m_leaving), this, [=, this, order = order](const Result<files::FileDigest> &digest) mutable {
        if (!digest)
            return fileRefused(role, part, digest.error());
        if (const auto may = mayCopy(role); !may)
            return fileRefused(role, part, may.error());
        if (isCalledOff(role, part))
            return fileRefused(role, part, {ErrorKind::Cancelled, tr("called off")});
        order.sha256 = digest->sha256;
        QJsonObject body{{QStringLiteral("copy"), id},
                         {QStringLiteral("role"), role},
                         {QStringLiteral("host"), transport(role) ? transport(role)->identity().host : QString()},
                         {QStringLiteral("file"), intendedFile(order, *digest)}};
        if (!part.folder.isEmpty()) {
            body.insert(QStringLiteral("part_of"), part.folder);
            m_parts.insert(id, part);
        }
        record(QStringLiteral("copy-intended"), body, [=, this] { startCopy(role, id, order); });
    });
}

} // namespace holdpoint::session
