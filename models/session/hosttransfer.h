// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>
#include <models/session/fileservice.h>

namespace holdpoint::session {

/// A file on its way to or from a host, over a conversation on the connection that the shell has too.
///
/// Thread: GUI thread. Owns the conversation. Invariants, errors: as files::FileTransfer; Disconnected when the link breaks.
class HostTransfer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostTransfer)

public:
    HostTransfer(const files::TransferOrder &order, std::unique_ptr<FileService> service, QObject *parent = nullptr);
    /// On a new channel.
    HostTransfer(const files::TransferOrder &order, Transport &transport, QObject *parent = nullptr)
        : HostTransfer(order, std::make_unique<FileService>(transport), parent)
    {
    }

    /// Begins once whoever made it had time to listen.
    void start();
    void cancel() { m_transfer->cancel(); }
    [[nodiscard]] const files::TransferOrder &order() const { return m_order; }
    /// The conversation, once the transfer is over.
    [[nodiscard]] std::unique_ptr<FileService> takeService();

signals:
    void progressed(qint64 done, qint64 total);
    void finished(const holdpoint::Result<holdpoint::files::Copied> &result);

private:
    const files::TransferOrder m_order;
    std::unique_ptr<FileService> m_service;
    std::unique_ptr<files::FileTransfer> m_transfer;
};

} // namespace holdpoint::session
