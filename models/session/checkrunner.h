// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/verifier.h>

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace holdpoint::session {

/// Runs one automated check at a time on an exec channel, again and again as its `retry` and `every` say.
///
/// Thread: GUI thread. Borrows the transport for the length of one check.
/// Invariants: finished() exactly once for each start(), unless cancel() came first.
/// Not here: ledger and state (RunSession).
class CheckRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckRunner)

public:
    struct Job
    {
        QString checkId;
        QByteArray command; ///< as given to the host's login shell
        QByteArray input;   ///< standard input, e.g. SQL
        runbooks::Expectation expectation;
        runbooks::Language language = runbooks::Language::Shell; ///< how the result is read
        int attempts = 1;
        std::chrono::milliseconds interval{0};
        std::chrono::milliseconds timeout{60000};
    };

    explicit CheckRunner(QObject *parent = nullptr);

    [[nodiscard]] bool isRunning() const { return m_job.has_value(); }
    void start(Job job, Transport &transport);
    void cancel();

signals:
    void finished(const QString &checkId, const holdpoint::session::Judgement &judgement,
                  const holdpoint::session::ExecResult &result, int attempts);

private:
    void attempt();
    void collect();
    void attemptEnded(const ChannelEnd &end);
    void release();

    std::optional<Job> m_job;
    QPointer<Transport> m_transport; ///< a new connection takes the place of one that is lost
    Channel *m_channel = nullptr;
    ExecResult m_result;
    int m_attempt = 0;
    QTimer m_timeout;
    QTimer m_pause;
};

} // namespace holdpoint::session
