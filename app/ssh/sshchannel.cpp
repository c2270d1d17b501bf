// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshchannel.h>

#include <QPointer>

namespace holdpoint::ssh {

SshChannel::SshChannel(std::shared_ptr<ChannelPipe> pipe, QObject *parent)
    : session::Channel(parent), m_pipe(std::move(pipe))
{}

SshChannel::~SshChannel()
{
    if (!m_isLeftToLink)
        m_pipe->close();
}

QByteArray SshChannel::read(qsizetype limit)
{
    return m_pipe->read(Stream::Output, limit);
}

QByteArray SshChannel::readError(qsizetype limit)
{
    return m_pipe->read(Stream::Error, limit);
}

bool SshChannel::hasPending() const
{
    return m_pipe->hasPending();
}

void SshChannel::write(const QByteArray &bytes)
{
    m_pipe->write(bytes);
}

void SshChannel::writeEof()
{
    m_pipe->writeEof();
}

void SshChannel::resize(int columns, int rows)
{
    m_pipe->resize({columns, rows});
}

void SshChannel::close()
{
    m_pipe->close();
}

void SshChannel::attend()
{
    const QPointer<SshChannel> self(this); // a listener may delete the channel
    const ChannelPipe::News news = m_pipe->takeNews();
    if (news.readable)
        emit readyRead();
    if (self && news.finished)
        finish(news);
}

void SshChannel::endWithLink()
{
    const QPointer<SshChannel> self(this);
    attend();
    if (!self)
        return;
    ChannelPipe::News news;
    news.end = session::ChannelEnd{std::nullopt, {}, true};
    finish(news);
}

void SshChannel::finish(const ChannelPipe::News &news)
{
    if (std::exchange(m_finished, true))
        return;
    const QPointer<SshChannel> self(this);
    if (news.failure)
        emit failed(*news.failure);
    if (self && news.end)
        emit ended(*news.end);
    if (self)
        emit closed();
}

} // namespace holdpoint::ssh
