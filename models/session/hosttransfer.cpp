// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hosttransfer.h>

namespace holdpoint::session {

HostTransfer::HostTransfer(const files::TransferOrder &order, Transport &transport, QObject *parent)
    : QObject(parent), m_order(order), m_channel(transport)
{
    m_transfer = files::FileTransfer::create(order, [this](const QByteArray &bytes) { m_channel.write(bytes); });
    connect(m_transfer.get(), &files::FileTransfer::progressed, this, &HostTransfer::progressed);
    connect(m_transfer.get(), &files::FileTransfer::finished, this, [this](const Result<files::Copied> &result) {
        m_channel.close();
        emit finished(result);
    });
    connect(&m_channel, &FileChannel::received, m_transfer.get(), &files::FileTransfer::feed);
    connect(&m_channel, &FileChannel::lost, m_transfer.get(), &files::FileTransfer::lose);
}

void HostTransfer::start()
{
    QMetaObject::invokeMethod(this, [this] {
        if (!m_transfer->isOver())
            m_transfer->begin();
    }, Qt::QueuedConnection);
}

} // namespace holdpoint::session
