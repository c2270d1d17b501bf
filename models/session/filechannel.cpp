// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/filechannel.h>

#include <models/base/text.h>

#include <utility>

namespace holdpoint::session {

namespace {

constexpr qsizetype readBytes = 256 << 10;
constexpr int longestComplaint = 200;

} // namespace

FileChannel::FileChannel(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_channel(transport.openSubsystem("sftp"))
{
    connect(m_channel, &Channel::readyRead, this, &FileChannel::receive);
    connect(m_channel, &Channel::failed, this, &FileChannel::lose);
    connect(m_channel, &Channel::ended, this, &FileChannel::ended);
    connect(m_channel, &Channel::closed, this, [this] {
        lose({ErrorKind::Disconnected, QStringLiteral("the host's file service (SFTP) was closed")});
    });
}

FileChannel::~FileChannel() { close(); }

void FileChannel::write(const QByteArray &bytes)
{
    if (m_channel)
        m_channel->write(bytes);
}

void FileChannel::receive()
{
    while (m_channel && m_channel->hasPending()) {
        m_complaint += m_channel->readError(readBytes).left(longestComplaint - m_complaint.size());
        emit received(m_channel->read(readBytes));
    }
}

void FileChannel::ended(const ChannelEnd &end)
{
    receive();
    const QString said = elided(visibleControls(QString::fromUtf8(m_complaint).simplified()), longestComplaint);
    lose(end.linkLost ? Error{ErrorKind::Disconnected, QStringLiteral("the connection was lost")}
                      : Error{ErrorKind::NotFound, QStringLiteral("the host's file service (SFTP) ended%1")
                                                       .arg(said.isEmpty() ? said : QStringLiteral(": ") + said)});
}

void FileChannel::lose(const Error &why)
{
    if (!m_channel)
        return;
    close();
    emit lost(why);
}

void FileChannel::close()
{
    Channel *channel = std::exchange(m_channel, nullptr);
    if (!channel)
        return;
    channel->disconnect(this);
    connect(channel, &Channel::closed, channel, &QObject::deleteLater);
    channel->close();
}

} // namespace holdpoint::session
