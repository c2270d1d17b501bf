// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/hostcopies.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace holdpoint::ui {

void HostCopies::copy(const files::TransferOrder &order, session::Transport &transport)
{
    if (order.direction == files::Direction::Fetch)
        QDir().mkpath(QFileInfo(order.localPath).absolutePath());
    const QString id = QStringLiteral("copy.%1").arg(m_copies.size() + 1);
    m_copies.append({.id = id, .order = order});
    auto transfer = std::make_unique<session::HostTransfer>(order, transport);
    connect(transfer.get(), &session::HostTransfer::progressed, this,
            [this, id](qint64 done, qint64 total) { emit progressed(id, done, total); });
    connect(transfer.get(), &session::HostTransfer::finished, this,
            [this, id](const Result<files::Copied> &result) { ended(id, result); });
    transfer->start();
    m_transfers.emplace(id, std::move(transfer));
    emit changed();
}

void HostCopies::cancel(const QString &id)
{
    if (const auto transfer = m_transfers.find(id); transfer != m_transfers.end())
        transfer->second->cancel();
}

void HostCopies::ended(const QString &id, const Result<files::Copied> &result)
{
    m_transfers.extract(id).mapped().release()->deleteLater(); // it is telling us this
    Copy &copy = *std::ranges::find(m_copies, id, &Copy::id);
    copy.state = result ? Copy::State::Done : Copy::State::Failed;
    copy.outcome = result ? tr("%1, SHA-256 %2, read back and compared", "a size and a hash")
                                .arg(QLocale().formattedDataSize(result->size), result->sha256)
                          : result.error().detail;
    copy.nameTaken = !result && result.error().kind == ErrorKind::Busy;
    copy.isKept = !result && (result.error().kind == ErrorKind::Cancelled || result.error().kind == ErrorKind::Disconnected);
    emit changed();
}

} // namespace holdpoint::ui
