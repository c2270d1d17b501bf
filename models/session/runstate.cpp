// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/runstate.h>

#include <algorithm>
#include <array>

namespace holdpoint::session {

namespace {

template <class Enum, size_t count>
QString nameIn(const std::array<const char *, count> &names, Enum value)
{
    return QLatin1String(names.at(size_t(value)));
}

constexpr std::array modeNames{QT_TRANSLATE_NOOP("mode", "live"), QT_TRANSLATE_NOOP("mode", "rehearsal"),
                               QT_TRANSLATE_NOOP("mode", "practice")};
constexpr std::array phaseNames{"ready",    "idle",         "running", "checking", "deciding",
                                "rolling-back", "undoing", "finished", "stopped"};
constexpr std::array stageNames{
    QT_TRANSLATE_NOOP("stage status", "pending"), QT_TRANSLATE_NOOP("stage status", "current"),
    QT_TRANSLATE_NOOP("stage status", "passed"),  QT_TRANSLATE_NOOP("stage status", "failed"),
    QT_TRANSLATE_NOOP("stage status", "skipped"), QT_TRANSLATE_NOOP("stage status", "rolled-back")};
constexpr std::array commandNames{"not-run", "running", "succeeded", "failed", "unknown", "skipped"};
constexpr std::array verdictNames{
    QT_TRANSLATE_NOOP("judgement", "unanswered"),   QT_TRANSLATE_NOOP("judgement", "running"),
    QT_TRANSLATE_NOOP("judgement", "passed"),       QT_TRANSLATE_NOOP("judgement", "failed"),
    QT_TRANSLATE_NOOP("judgement", "inconclusive"), QT_TRANSLATE_NOOP("judgement", "not-applicable"),
    QT_TRANSLATE_NOOP("judgement", "waived")};
constexpr std::array sourceNames{"none", "ProtocolExit", "ShellMark", "Query", "FileHash", "ScreenText", "OperatorStatement"};
constexpr std::array copyNames{"running", "succeeded", "failed", "unknown"};
constexpr std::array undoNames{"registered", "running", "done", "failed", "declined"};

QList<CommandRecord> commandRecords(const QList<runbooks::Command> &commands)
{
    QList<CommandRecord> records;
    for (const runbooks::Command &command : commands)
        records.append({.id = command.id});
    return records;
}

QList<CheckRecord> checkRecords(const QList<runbooks::Check> &checks)
{
    QList<CheckRecord> records;
    for (const runbooks::Check &check : checks)
        records.append({.id = check.id});
    return records;
}

template <class List> auto *findById(List &list, const QString &id)
{
    const auto found = std::ranges::find_if(list, [&](const auto &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

QString modeName(Mode mode) { return nameIn(modeNames, mode); }

std::optional<Mode> modeFromName(const QString &name)
{
    for (size_t index = 0; index < modeNames.size(); ++index) {
        if (name == QLatin1String(modeNames.at(index)))
            return Mode(index);
    }
    return std::nullopt;
}

QString phaseName(Phase phase) { return nameIn(phaseNames, phase); }
QString stageStatusName(StageStatus status) { return nameIn(stageNames, status); }
QString commandStatusName(CommandStatus status) { return nameIn(commandNames, status); }
QString verdictName(Verdict verdict) { return nameIn(verdictNames, verdict); }
QString evidenceSourceName(EvidenceSource source) { return nameIn(sourceNames, source); }
QString copyStatusName(CopyRecord::Status status) { return nameIn(copyNames, status); }

QString undoStatusName(UndoItem::Status status) { return nameIn(undoNames, status); }

std::optional<Verdict> verdictFromName(const QString &name)
{
    for (size_t index = 0; index < verdictNames.size(); ++index) {
        if (name == QLatin1String(verdictNames.at(index)))
            return Verdict(index);
    }
    return std::nullopt;
}

std::optional<EvidenceSource> evidenceSourceFromName(const QString &name)
{
    for (size_t index = 0; index < sourceNames.size(); ++index) {
        if (name == QLatin1String(sourceNames.at(index)))
            return EvidenceSource(index);
    }
    return std::nullopt;
}

bool CheckRecord::opensGate() const
{
    return verdict == Verdict::Passed || verdict == Verdict::NotApplicable || verdict == Verdict::Waived;
}

const CommandRecord *Stage::command(const QString &commandId) const { return findById(commands, commandId); }
const CheckRecord *Stage::check(const QString &checkId) const { return findById(checks, checkId); }

bool Stage::commandsDone() const
{
    return std::ranges::all_of(commands, [](const CommandRecord &command) {
        return command.status == CommandStatus::Succeeded || command.status == CommandStatus::Skipped;
    });
}

bool Stage::hasExceptions() const
{
    return status != StageStatus::Passed
           || std::ranges::any_of(checks, [](const CheckRecord &check) { return check.verdict != Verdict::Passed; })
           || std::ranges::any_of(
               commands, [](const CommandRecord &command) { return command.status != CommandStatus::Succeeded; });
}

bool Stage::gateOpen() const
{
    return std::ranges::all_of(checks, [](const CheckRecord &check) { return check.opensGate(); });
}

QString RunState::idText() const { return QString::fromLatin1(id.toHex()); }

const Stage *RunState::currentStage() const
{
    return current >= 0 && current < stages.size() ? &stages[current] : nullptr;
}

const Stage *RunState::stage(const QString &stageId) const { return findById(stages, stageId); }

QString RunState::verdict() const
{
    if (phase == Phase::Stopped)
        return QStringLiteral("stopped");
    if (phase != Phase::Finished)
        return QStringLiteral("open");
    const bool exceptions = !unrecorded.isEmpty() || std::ranges::any_of(stages, &Stage::hasExceptions);
    return exceptions ? QStringLiteral("passed with exceptions") : QStringLiteral("passed");
}

QList<Stage> stagesOf(const runbooks::Runbook &runbook)
{
    QList<Stage> stages;
    if (!runbook.prerequisites.isEmpty()) {
        stages.append({.id = QStringLiteral("pre"),
                       .kind = StageKind::Prerequisites,
                       .title = QStringLiteral(QT_TRANSLATE_NOOP("stage", "Prerequisites")),
                       .checks = checkRecords(runbook.prerequisites)});
    }
    for (const runbooks::Step &step : runbook.steps) {
        stages.append({.id = step.id,
                       .kind = StageKind::Step,
                       .title = step.title,
                       .commands = commandRecords(step.commands),
                       .checks = checkRecords(step.checks)});
    }
    if (!runbook.checks.isEmpty()) {
        stages.append({.id = QStringLiteral("verify"),
                       .kind = StageKind::Verification,
                       .title = QStringLiteral(QT_TRANSLATE_NOOP("stage", "Verification")),
                       .checks = checkRecords(runbook.checks)});
    }
    return stages;
}

} // namespace holdpoint::session
