// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/hostcopies.h>

#include <models/session/copyoutcome.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace holdpoint::ui {

namespace {

QString partId(const QString &folder, int number) { return QStringLiteral("%1/%2").arg(folder).arg(number); }

} // namespace

void HostCopies::copy(const files::TransferOrder &order, session::Transport &transport)
{
    const QString id = QStringLiteral("copy.%1").arg(m_copies.size() + 1);
    m_copies.append({.id = id, .order = order});
    if (order.extent == files::Extent::Folder)
        copyFolder(id, order, transport);
    else
        copyFile(
            id, std::make_unique<session::HostTransfer>(order, transport),
            [this, id](qint64 done, qint64 total) { emit progressed(id, done, total); },
            [this, id](const Result<files::Copied> &result) { fileEnded(id, result); });
    emit changed();
}

void HostCopies::copyFile(const QString &id, std::unique_ptr<session::HostTransfer> transfer, Progressed progressed,
                          Ended ended)
{
    if (transfer->order().direction == files::Direction::Fetch)
        QDir().mkpath(QFileInfo(transfer->order().localPath).absolutePath());
    connect(transfer.get(), &session::HostTransfer::progressed, this, std::move(progressed));
    connect(transfer.get(), &session::HostTransfer::finished, this,
            [this, id, ended = std::move(ended)](const Result<files::Copied> &result) {
                m_transfers.at(id).release()->deleteLater(); // it is telling us this
                m_transfers.erase(id);
                ended(result);
            });
    transfer->start();
    m_transfers.emplace(id, std::move(transfer));
}

void HostCopies::copyPart(const QString &id, int number, const files::TransferOrder &order,
                          session::Transport *transport)
{
    session::FolderCopy *folder = m_folders.at(id).get();
    if (!transport || transport->state() != session::Transport::State::Ready)
        return folder->fileEnded(number, fail(ErrorKind::Disconnected, tr("the connection was lost")));
    auto part = std::make_unique<session::HostTransfer>(order, folder->lanes().take(*transport));
    const auto ended = [folder, number, transfer = part.get()](const Result<files::Copied> &result) {
        folder->lanes().giveBack(transfer->takeService());
        folder->fileEnded(number, result);
    };
    copyFile(
        partId(id, number), std::move(part),
        [folder, number](qint64 done, qint64) { folder->fileProgressed(number, done); }, ended);
}

void HostCopies::copyFolder(const QString &id, const files::TransferOrder &order, session::Transport &transport)
{
    const auto copyPart = [this, id, link = QPointer(&transport)](int number, const files::TransferOrder &file) {
        this->copyPart(id, number, file, link);
    };
    auto folder = std::make_unique<session::FolderCopy>(order, transport, copyPart);
    connect(folder.get(), &session::FolderCopy::progressed, this,
            [this, id](const session::FolderProgress &progress) { emit folderProgressed(id, progress); });
    connect(folder.get(), &session::FolderCopy::cancelWanted, this, [this, id](int number) { cancel(partId(id, number)); });
    connect(folder.get(), &session::FolderCopy::finished, this,
            [this, id](const session::FolderTally &tally) { folderEnded(id, tally); });
    folder->start();
    m_folders.emplace(id, std::move(folder));
}

void HostCopies::cancel(const QString &id)
{
    if (const auto transfer = m_transfers.find(id); transfer != m_transfers.end())
        transfer->second->cancel();
    else if (const auto folder = m_folders.find(id); folder != m_folders.end())
        folder->second->cancel();
}

QList<Copy> HostCopies::running() const
{
    QList<Copy> running;
    std::ranges::copy_if(m_copies, std::back_inserter(running),
                         [](const Copy &copy) { return copy.state == Copy::State::Running; });
    return running;
}

Copy &HostCopies::find(const QString &id) { return *std::ranges::find(m_copies, id, &Copy::id); }

void HostCopies::fileEnded(const QString &id, const Result<files::Copied> &result)
{
    Copy &copy = find(id);
    copy.state = result ? Copy::State::Done : Copy::State::Failed;
    copy.outcome = result ? session::outcomeText(*result) : result.error().detail;
    copy.nameTaken = !result && result.error().kind == ErrorKind::Busy;
    copy.isKept = !result && (result.error().kind == ErrorKind::Cancelled || result.error().kind == ErrorKind::Disconnected);
    emit changed();
}

void HostCopies::folderEnded(const QString &id, const session::FolderTally &tally)
{
    m_folders.extract(id).mapped().release()->deleteLater(); // it is telling us this
    Copy &copy = find(id);
    copy.state = tally.isWhole() ? Copy::State::Done : Copy::State::Failed;
    copy.outcome = tally.words();
    copy.nameTaken = !tally.isWhole() && tally.kind() == ErrorKind::Busy;
    copy.isKept = !tally.isWhole() && tally.arrived > 0;
    emit changed();
}

} // namespace holdpoint::ui
