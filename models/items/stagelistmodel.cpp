// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/stagelistmodel.h>

#include <algorithm>

namespace holdpoint::items {

namespace {

QString progressOf(const session::Stage &stage)
{
    QStringList parts;
    const auto commandsDone = std::count_if(stage.commands.begin(), stage.commands.end(), [](const auto &command) {
        return command.status == session::CommandStatus::Succeeded;
    });
    const auto checksDone =
        std::count_if(stage.checks.begin(), stage.checks.end(), [](const auto &check) { return check.opensGate(); });
    if (!stage.commands.isEmpty())
        parts += StageListModel::tr("%1/%2 commands").arg(commandsDone).arg(stage.commands.size());
    if (!stage.checks.isEmpty())
        parts += StageListModel::tr("%1/%2 checks").arg(checksDone).arg(stage.checks.size());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString stageLabel(const session::Stage &stage)
{
    switch (stage.kind) {
    case session::StageKind::Prerequisites: return StageListModel::tr("Prerequisites");
    case session::StageKind::Step: return StageListModel::tr("Step %1").arg(stage.id);
    case session::StageKind::Verification: return StageListModel::tr("Verification");
    }
    return {};
}

StageListModel::StageListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void StageListModel::setStages(QList<session::Stage> stages)
{
    if (stages.size() != m_stages.size()) {
        beginResetModel();
        m_stages = std::move(stages);
        endResetModel();
        return;
    }
    m_stages = std::move(stages);
    if (!m_stages.isEmpty())
        emit dataChanged(index(0), index(int(m_stages.size()) - 1));
}

const session::Stage *StageListModel::stage(int row) const
{
    return row >= 0 && row < m_stages.size() ? &m_stages[row] : nullptr;
}

int StageListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_stages.size()); }

QVariant StageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const session::Stage &stage = m_stages[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return stage.kind == session::StageKind::Step ? QStringLiteral("%1. %2").arg(stage.id, stage.title)
                                                      : stageLabel(stage);
    case TitleRole: return stage.title;
    case LabelRole: return stageLabel(stage);
    case StatusRole: return int(stage.status);
    case ExceptionsRole: return stage.hasExceptions();
    case ProgressRole: return progressOf(stage);
    default: return {};
    }
}

QHash<int, QByteArray> StageListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{TitleRole, "title"}, {LabelRole, "label"}, {StatusRole, "status"}, {ExceptionsRole, "exceptions"}, {ProgressRole, "progress"}});
    return names;
}

} // namespace holdpoint::items
