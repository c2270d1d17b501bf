// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>
#include <models/session/filechannel.h>

namespace holdpoint::session {

/// A file on its way to or from a host, over a channel of the connection that the shell has too.
///
/// Thread: GUI thread. Owns its channel. Invariants, errors: as files::FileTransfer; Disconnected when the link breaks.
class HostTransfer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostTransfer)

public:
    HostTransfer(const files::TransferOrder &order, Transport &transport, QObject *parent = nullptr);

    /// Begins once whoever made it had time to listen.
    void start();
    void cancel() { m_transfer->cancel(); }
    [[nodiscard]] const files::TransferOrder &order() const { return m_order; }

signals:
    void progressed(qint64 done, qint64 total);
    void finished(const holdpoint::Result<holdpoint::files::Copied> &result);

private:
    const files::TransferOrder m_order;
    FileChannel m_channel;
    std::unique_ptr<files::FileTransfer> m_transfer;
};

} // namespace holdpoint::session
