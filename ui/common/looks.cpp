// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/looks.h>

#include <models/base/text.h>

#include <QCoreApplication>

namespace holdpoint::ui {

namespace {

Look look(const char *word, const char *icon, Tone tone)
{
    return {QCoreApplication::translate("holdpoint::ui::Look", word), QString::fromLatin1(icon), tone};
}

#define HOLDPOINT_WORD(text) QT_TRANSLATE_NOOP("holdpoint::ui::Look", text)

QString word(const char *text) { return QCoreApplication::translate("holdpoint::ui::Look", text); }

} // namespace

Look lookOf(session::StageStatus status)
{
    switch (status) {
    case session::StageStatus::Pending: return look(HOLDPOINT_WORD("Pending"), "circle", Tone::Neutral);
    case session::StageStatus::Current: return look(HOLDPOINT_WORD("Current"), "circle-dot", Tone::Info);
    case session::StageStatus::Passed: return look(HOLDPOINT_WORD("Passed"), "check", Tone::Success);
    case session::StageStatus::Failed: return look(HOLDPOINT_WORD("Failed"), "cross", Tone::Danger);
    case session::StageStatus::Skipped: return look(HOLDPOINT_WORD("Skipped"), "skip", Tone::Warning);
    case session::StageStatus::RolledBack: return look(HOLDPOINT_WORD("Rolled back"), "undo", Tone::Warning);
    }
    return {};
}

Look lookOf(session::StageStatus status, bool exceptions)
{
    if (status == session::StageStatus::Passed && exceptions)
        return look(HOLDPOINT_WORD("Passed with exceptions"), "warning", Tone::Warning);
    return lookOf(status);
}

Look lookOf(session::CommandStatus status)
{
    switch (status) {
    case session::CommandStatus::NotRun: return look(HOLDPOINT_WORD("Not run"), "circle", Tone::Neutral);
    case session::CommandStatus::Running: return look(HOLDPOINT_WORD("Running"), "clock", Tone::Info);
    case session::CommandStatus::Succeeded: return look(HOLDPOINT_WORD("Succeeded"), "check", Tone::Success);
    case session::CommandStatus::Failed: return look(HOLDPOINT_WORD("Failed"), "cross", Tone::Danger);
    case session::CommandStatus::Unknown: return look(HOLDPOINT_WORD("Outcome unknown"), "question", Tone::Warning);
    case session::CommandStatus::Skipped: return look(HOLDPOINT_WORD("Skipped"), "skip", Tone::Warning);
    }
    return {};
}

Look lookOf(session::Verdict verdict)
{
    switch (verdict) {
    case session::Verdict::Unanswered: return look(HOLDPOINT_WORD("Unanswered"), "circle", Tone::Neutral);
    case session::Verdict::Running: return look(HOLDPOINT_WORD("Running"), "clock", Tone::Info);
    case session::Verdict::Passed: return look(HOLDPOINT_WORD("Passed"), "check", Tone::Success);
    case session::Verdict::Failed: return look(HOLDPOINT_WORD("Failed"), "cross", Tone::Danger);
    case session::Verdict::Inconclusive: return look(HOLDPOINT_WORD("Inconclusive"), "question", Tone::Warning);
    case session::Verdict::NotApplicable: return look(HOLDPOINT_WORD("Not applicable"), "minus", Tone::Neutral);
    case session::Verdict::Waived: return look(HOLDPOINT_WORD("Waived"), "shield", Tone::Warning);
    }
    return {};
}

Look lookOf(session::UndoItem::Status status)
{
    switch (status) {
    case session::UndoItem::Status::Registered: return look(HOLDPOINT_WORD("Can be undone"), "undo", Tone::Info);
    case session::UndoItem::Status::Running: return look(HOLDPOINT_WORD("Undoing"), "clock", Tone::Info);
    case session::UndoItem::Status::Done: return look(HOLDPOINT_WORD("Undone"), "check", Tone::Success);
    case session::UndoItem::Status::Failed: return look(HOLDPOINT_WORD("Failed"), "cross", Tone::Danger);
    case session::UndoItem::Status::Declined: return look(HOLDPOINT_WORD("Left in place"), "minus", Tone::Neutral);
    }
    return {};
}

Look lookOf(session::Mode mode)
{
    switch (mode) {
    case session::Mode::Live: return look(HOLDPOINT_WORD("LIVE"), "server", Tone::Danger);
    case session::Mode::Rehearsal: return look(HOLDPOINT_WORD("REHEARSAL"), "eye", Tone::Rehearsal);
    case session::Mode::Practice: return look(HOLDPOINT_WORD("PRACTICE"), "practice", Tone::Practice);
    }
    return {};
}

Look lookOf(session::Phase phase)
{
    switch (phase) {
    case session::Phase::Ready: return look(HOLDPOINT_WORD("Ready"), "circle", Tone::Neutral);
    case session::Phase::Idle: return look(HOLDPOINT_WORD("Waiting for you"), "user", Tone::Info);
    case session::Phase::Running: return look(HOLDPOINT_WORD("Command running"), "clock", Tone::Info);
    case session::Phase::Checking: return look(HOLDPOINT_WORD("Checking"), "clock", Tone::Info);
    case session::Phase::Deciding: return look(HOLDPOINT_WORD("Decision needed"), "warning", Tone::Danger);
    case session::Phase::RollingBack: return look(HOLDPOINT_WORD("Rolling back"), "undo", Tone::Warning);
    case session::Phase::Undoing: return look(HOLDPOINT_WORD("Undo running"), "clock", Tone::Warning);
    case session::Phase::Finished: return look(HOLDPOINT_WORD("Finished"), "check", Tone::Success);
    case session::Phase::Stopped: return look(HOLDPOINT_WORD("Stopped"), "stop", Tone::Danger);
    }
    return {};
}

Look lookOf(session::Transport::State state)
{
    switch (state) {
    case session::Transport::State::Closed: return look(HOLDPOINT_WORD("Not connected"), "circle", Tone::Neutral);
    case session::Transport::State::Connecting: return look(HOLDPOINT_WORD("Connecting"), "clock", Tone::Info);
    case session::Transport::State::Authenticating: return look(HOLDPOINT_WORD("Logging in"), "lock", Tone::Info);
    case session::Transport::State::Ready: return look(HOLDPOINT_WORD("Connected"), "check", Tone::Success);
    case session::Transport::State::Silent: return look(HOLDPOINT_WORD("Host is silent"), "warning", Tone::Warning);
    case session::Transport::State::Lost: return look(HOLDPOINT_WORD("Connection lost"), "cross", Tone::Danger);
    }
    return {};
}

Look lookOfSeverity(const QString &severity)
{
    const QString name = severity.toLower();
    if (name == QLatin1String("critical"))
        return look(HOLDPOINT_WORD("Critical"), "warning", Tone::Danger);
    if (name == QLatin1String("high"))
        return look(HOLDPOINT_WORD("High"), "warning", Tone::Warning);
    if (name == QLatin1String("medium"))
        return look(HOLDPOINT_WORD("Medium"), "info", Tone::Info);
    if (name == QLatin1String("low"))
        return look(HOLDPOINT_WORD("Low"), "info", Tone::Neutral);
    QString word = visibleControls(severity);
    if (!word.isEmpty())
        word[0] = word[0].toUpper();
    return {word, QStringLiteral("info"), Tone::Neutral};
}

QString evidenceSourceWord(session::EvidenceSource source)
{
    switch (source) {
    case session::EvidenceSource::None: return {};
    case session::EvidenceSource::ProtocolExit: return word(HOLDPOINT_WORD("exit status from the SSH protocol"));
    case session::EvidenceSource::ShellMark: return word(HOLDPOINT_WORD("mark of the live shell"));
    case session::EvidenceSource::Query: return word(HOLDPOINT_WORD("answer to a query"));
    case session::EvidenceSource::FileHash: return word(HOLDPOINT_WORD("copy read back and compared"));
    case session::EvidenceSource::ScreenText: return word(HOLDPOINT_WORD("text on the screen"));
    case session::EvidenceSource::OperatorStatement: return word(HOLDPOINT_WORD("statement of a person"));
    }
    return {};
}

QString reversibilityWord(runbooks::Reversibility reversibility)
{
    switch (reversibility) {
    case runbooks::Reversibility::Reversible: return word(HOLDPOINT_WORD("Reversible"));
    case runbooks::Reversibility::NeedsCheck: return word(HOLDPOINT_WORD("Check the result afterwards"));
    case runbooks::Reversibility::Irreversible: return word(HOLDPOINT_WORD("Cannot be undone completely"));
    }
    return {};
}

#undef HOLDPOINT_WORD

} // namespace holdpoint::ui
