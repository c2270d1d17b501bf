// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hosttransfer.h>

#include <models/base/text.h>

namespace holdpoint::session {

namespace {

constexpr qsizetype readBytes = 256 << 10;
constexpr int longestComplaint = 200;

} // namespace

HostTransfer::HostTransfer(const files::TransferOrder &order, Transport &transport, QObject *parent)
    : QObject(parent), m_order(order), m_channel(transport.openSubsystem("sftp"))
{
    m_transfer = files::FileTransfer::create(order, [channel = m_channel](const QByteArray &bytes) {
        if (channel)
            channel->write(bytes);
    });
    connect(m_transfer.get(), &files::FileTransfer::progressed, this, &HostTransfer::progressed);
    connect(m_transfer.get(), &files::FileTransfer::finished, this, [this](const Result<files::Copied> &result) {
        end();
        emit finished(result);
    });
    connect(m_channel, &Channel::readyRead, this, &HostTransfer::receive);
    connect(m_channel, &Channel::failed, this, [this](const Error &error) { m_transfer->lose(error); });
    connect(m_channel, &Channel::ended, this, [this](const ChannelEnd &ended) {
        receive();
        const QString said = elided(visibleControls(QString::fromUtf8(m_complaint).simplified()), longestComplaint);
        m_transfer->lose(ended.linkLost ? Error{ErrorKind::Disconnected, QStringLiteral("the connection was lost")}
                                        : Error{ErrorKind::NotFound,
                                                QStringLiteral("the host's file service (SFTP) ended%1")
                                                    .arg(said.isEmpty() ? said : QStringLiteral(": ") + said)});
    });
    connect(m_channel, &Channel::closed, this, [this] {
        m_transfer->lose({ErrorKind::Disconnected, QStringLiteral("the host's file service (SFTP) was closed")});
    });
}

HostTransfer::~HostTransfer() { end(); }

void HostTransfer::start()
{
    QMetaObject::invokeMethod(this, [this] {
        if (!m_transfer->isOver())
            m_transfer->begin();
    }, Qt::QueuedConnection);
}

void HostTransfer::receive()
{
    while (m_channel && m_channel->hasPending() && !m_transfer->isOver()) {
        m_complaint += m_channel->readError(readBytes).left(longestComplaint - m_complaint.size());
        m_transfer->feed(m_channel->read(readBytes));
    }
}

void HostTransfer::end()
{
    Channel *channel = std::exchange(m_channel, nullptr);
    if (!channel)
        return;
    channel->disconnect(this);
    connect(channel, &Channel::closed, channel, &QObject::deleteLater);
    channel->close();
}

} // namespace holdpoint::session
