// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/rundriver.h>
#include <models/base/text.h>

#include <QJsonDocument>

#include <cstdio>

// What the guided run does while its ledger cannot be written.
namespace holdpoint::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto retryInterval = 2s;
constexpr int mostRetries = 30; ///< a minute to make room, before what is in memory is given up

const QString consentWord = QStringLiteral("UNRECORDED");

void warn(const QString &text)
{
    std::fprintf(stderr, "holdpoint-cli: %s\n", qUtf8Printable(visibleControlsKeepingLines(text)));
}

} // namespace

void RunDriver::ledgerFailed(const Error &error)
{
    complain(error);
    const session::RunState &state = m_session.state();
    const bool isUnderWay = state.phase != session::Phase::Ready && !state.isOver();
    if (isUnderWay && !m_breakGlass.isEmpty()) {
        // It is just telling us that it is halted.
        QMetaObject::invokeMethod(
            this, [this] { goOnUnrecorded(m_breakGlass); }, Qt::QueuedConnection);
        return;
    }
    if (!isUnderWay || !m_console.isInteractive() || m_questions.isOpen())
        return finish(ExitCode::LedgerTrouble);
    m_questions.ask(
        QStringLiteral("The run is held. If it cannot wait, it can go on without a record: it is held in memory and "
                       "told to the ledger when that works again, and lost if this program ends before.\n"
                       "Type %1 and the reason, or nothing to leave: ")
            .arg(consentWord),
        [this](const Questions::Line &line) {
            const QString answer = line.value_or(QString()).trimmed();
            const QString reason = answer.section(u' ', 1).trimmed();
            if (answer.section(u' ', 0, 0) == consentWord && !reason.isEmpty())
                goOnUnrecorded(reason);
            else
                finish(ExitCode::LedgerTrouble);
        });
}

void RunDriver::goOnUnrecorded(const QString &reason)
{
    warn(QStringLiteral(
             "UNRECORDED from now on: %1. What is done is held in memory, and lost if this program ends before the "
             "ledger works again.")
             .arg(reason));
    m_session.continueUnrecorded(reason);
}

/// The run has come to its end, and the ledger does not know of it yet.
void RunDriver::tellLedger(ExitCode code)
{
    if (std::exchange(m_untold, code))
        return;
    warn(QStringLiteral(
        "waiting up to a minute for the ledger, to tell it what was done unrecorded: free space or repair rights"));
    m_session.recoverLedger();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, tries = 0]() mutable {
        if (++tries < mostRetries)
            return m_session.recoverLedger();
        timer->stop();
        giveUpTelling();
    });
    timer->start(retryInterval);
}

/// Better in somebody's log than nowhere.
void RunDriver::giveUpTelling()
{
    if (const session::Unrecorded *unrecorded = m_session.unrecorded()) {
        warn(QStringLiteral("the ledger does not work; what was done unrecorded since %1 (%2) is lost to it. It was:")
                 .arg(isoUtc(unrecorded->since()), unrecorded->reason()));
        std::fprintf(stderr, "%s\n", QJsonDocument(unrecorded->events()).toJson(QJsonDocument::Compact).constData());
    }
    end(ExitCode::LedgerTrouble);
}

} // namespace holdpoint::cli
