// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/runlistmodel.h>

#include <models/base/text.h>
#include <models/items/stagelistmodel.h>
#include <models/items/timetext.h>

#include <algorithm>

namespace holdpoint::items {

namespace {

constexpr qsizetype shortIdLength = 8;

QString modeText(session::Mode mode)
{
    switch (mode) {
    case session::Mode::Live: return RunListModel::tr("Live");
    case session::Mode::Rehearsal: return RunListModel::tr("Rehearsal");
    case session::Mode::Practice: return RunListModel::tr("Practice");
    }
    return {};
}

QString hostsText(const session::RunState &run)
{
    QStringList hosts;
    for (const session::HostRecord &host : run.hosts)
        hosts.append(visibleControls(host.role));
    return hosts.join(QStringLiteral(", "));
}

bool hasUnknownOutcome(const session::Stage &stage)
{
    return std::any_of(stage.commands.begin(), stage.commands.end(), [](const auto &command) {
        return command.status == session::CommandStatus::Unknown || command.status == session::CommandStatus::Running;
    });
}

} // namespace

QList<session::RunState> foldRuns(const QList<ledger::Entry> &entries)
{
    QList<QByteArray> order;
    QHash<QByteArray, QList<ledger::Entry>> byRun;
    for (const ledger::Entry &entry : entries) {
        if (entry.run.isEmpty() || entry.run.count('\0') == entry.run.size())
            continue;
        if (!byRun.contains(entry.run))
            order.prepend(entry.run);
        byRun[entry.run].append(entry);
    }
    QList<session::RunState> runs;
    for (const QByteArray &id : std::as_const(order)) {
        session::RunState run = session::foldRun(byRun.value(id));
        if (run.started.isValid()) // other keys than runs' are in the ledger too: files that were trusted
            runs.append(std::move(run));
    }
    return runs;
}

QString whereItStands(const session::RunState &run)
{
    const session::Stage *stage = run.currentStage();
    if (!stage)
        return RunListModel::tr("not begun");
    const QString place = stage->kind == session::StageKind::Step
                              ? QStringLiteral("%1, %2").arg(stageLabel(*stage), stage->title)
                              : stageLabel(*stage);
    return hasUnknownOutcome(*stage) ? RunListModel::tr("%1: the outcome of a command is unknown").arg(place) : place;
}

RunListModel::RunListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunListModel::setRuns(QList<session::RunState> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const session::RunState *RunListModel::run(int row) const
{
    return row >= 0 && row < m_runs.size() ? &m_runs[row] : nullptr;
}

int RunListModel::rowOf(const QByteArray &id) const
{
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const session::RunState &run) { return run.id == id; });
    return found == m_runs.end() ? -1 : int(found - m_runs.begin());
}

QList<session::RunState> RunListModel::unfinished() const
{
    QList<session::RunState> open;
    std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(open),
                 [](const session::RunState &run) { return !run.isOver(); });
    return open;
}

int RunListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_runs.size()); }

int RunListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const session::RunState &run = m_runs[index.row()];
    if (role == Qt::ToolTipRole && index.column() == Id)
        return run.idText();
    if (role == SortRole && index.column() == Started)
        return run.started;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (Column(index.column())) {
    case Id: return run.idText().first(qMin(shortIdLength, run.idText().size()));
    case Runbook: return visibleControls(QStringLiteral("%1 %2").arg(run.runbookId, run.runbookTitle));
    case Mode: return modeText(run.mode);
    case Operator: return visibleControls(run.operatorName);
    case Hosts: return hostsText(run);
    case Started: return localAndUtc(run.started);
    case Verdict: return run.verdict();
    case ColumnCount: break;
    }
    return {};
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Id: return tr("Run");
    case Runbook: return tr("Runbook");
    case Mode: return tr("Mode");
    case Operator: return tr("Operator");
    case Hosts: return tr("Hosts");
    case Started: return tr("Started");
    case Verdict: return tr("Result");
    case ColumnCount: break;
    }
    return {};
}

} // namespace holdpoint::items
