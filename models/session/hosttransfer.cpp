// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hosttransfer.h>

namespace holdpoint::session {

HostTransfer::HostTransfer(const files::TransferOrder &order, std::unique_ptr<FileService> service, QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_service(std::move(service))
    , m_transfer(files::FileTransfer::create(order, m_service->client()))
{
    connect(m_transfer.get(), &files::FileTransfer::progressed, this, &HostTransfer::progressed);
    connect(m_transfer.get(), &files::FileTransfer::finished, this, &HostTransfer::finished);
    connect(m_service.get(), &FileService::lost, m_transfer.get(), &files::FileTransfer::lose);
}

void HostTransfer::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_transfer->isOver())
                m_transfer->begin();
        },
        Qt::QueuedConnection);
}

std::unique_ptr<FileService> HostTransfer::takeService()
{
    m_service->disconnect(m_transfer.get());
    return std::move(m_service);
}

} // namespace holdpoint::session
