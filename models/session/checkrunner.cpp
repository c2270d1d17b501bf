// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/checkrunner.h>

namespace holdpoint::session {

namespace {

constexpr qsizetype keptBytes = 1 << 20;
constexpr qsizetype readBytes = 64 * 1024;

} // namespace

CheckRunner::CheckRunner(QObject *parent)
    : QObject(parent)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_result.timedOut = true;
        attemptEnded({});
    });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &CheckRunner::attempt);
}

void CheckRunner::start(Job job, Transport &transport)
{
    Q_ASSERT(!m_job);
    m_job = std::move(job);
    m_transport = &transport;
    m_attempt = 0;
    attempt();
}

void CheckRunner::cancel()
{
    release();
    m_pause.stop();
    m_job.reset();
}

void CheckRunner::release()
{
    m_timeout.stop();
    if (!m_channel)
        return;
    m_channel->disconnect(this);
    connect(m_channel, &Channel::closed, m_channel, &QObject::deleteLater);
    m_channel->close();
    m_channel = nullptr;
}

void CheckRunner::attempt()
{
    m_result = {};
    using State = Transport::State;
    if (!m_transport || (m_transport->state() != State::Ready && m_transport->state() != State::Silent)) {
        attemptEnded({.linkLost = true});
        return;
    }
    ++m_attempt;
    m_channel = m_transport->exec(m_job->command);
    connect(m_channel, &Channel::readyRead, this, &CheckRunner::collect);
    connect(m_channel, &Channel::ended, this, &CheckRunner::attemptEnded);
    connect(m_channel, &Channel::failed, this, [this](const Error &error) {
        m_result.errorOutput += error.detail.toUtf8();
        attemptEnded({.linkLost = true});
    });
    connect(m_channel, &Channel::closed, this, [this] { attemptEnded({.linkLost = true}); });
    if (!m_job->input.isEmpty()) {
        m_channel->write(m_job->input);
    }
    m_channel->writeEof();
    m_timeout.start(m_job->timeout);
}

void CheckRunner::collect()
{
    const auto keep = [this](QByteArray &kept, const QByteArray &bytes) {
        const qsizetype room = keptBytes - kept.size();
        kept += bytes.first(std::min(room, bytes.size()));
        m_result.truncated |= bytes.size() > room;
    };
    while (m_channel && m_channel->hasPending()) {
        keep(m_result.output, m_channel->read(readBytes));
        keep(m_result.errorOutput, m_channel->readError(readBytes));
    }
}

void CheckRunner::attemptEnded(const ChannelEnd &end)
{
    collect();
    m_result.end = end;
    release();
    const Judgement judgement = judge(m_job->expectation, m_result, m_job->language);
    if (judgement.verdict != Verdict::Passed && m_attempt < m_job->attempts && !end.linkLost) {
        m_pause.start(m_job->interval);
        return;
    }
    const QString checkId = m_job->checkId;
    const ExecResult result = std::move(m_result);
    const int attempts = m_attempt;
    m_job.reset();
    emit finished(checkId, judgement, result, attempts);
}

} // namespace holdpoint::session
