// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/timelinemodel.h>

#include <models/base/text.h>
#include <models/timeline/axis.h>
#include <models/timeline/timelinerows.h>

#include <algorithm>

namespace holdpoint::items {

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TimelineModel::setTimeline(timeline::Timeline timeline)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    endResetModel();
}

const timeline::Item *TimelineModel::item(int row) const
{
    return row >= 0 && row < m_timeline.items.size() ? &m_timeline.items[row] : nullptr;
}

int TimelineModel::rowAt(qint64 ms) const
{
    const auto after = std::ranges::upper_bound(m_timeline.items, ms, {}, &timeline::Item::fromMs);
    return int(after - m_timeline.items.begin()) - 1;
}

QString TimelineModel::sentence(int row) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column) {
        const QString text = data(index(row, column), Qt::DisplayRole).toString();
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(QStringLiteral(" · "));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_timeline.items.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return sentence(index.row());
    if (role != Qt::DisplayRole)
        return {};
    const timeline::Item &item = m_timeline.items[index.row()];
    const QString mark = timeline::markOf(item.outcome);
    switch (Column(index.column())) {
    case Time: return timeline::clockText(item.fromMs);
    case What: return item.what;
    case Result:
        return mark.isEmpty() || item.result.isEmpty() ? mark + item.result : mark + QLatin1Char(' ') + item.result;
    case Who: return visibleControls(item.who);
    case Where: return item.pane;
    case ColumnCount: break;
    }
    return {};
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Time: return tr("Time");
    case What: return tr("What");
    case Result: return tr("Result");
    case Who: return tr("Who");
    case Where: return tr("Where");
    case ColumnCount: break;
    }
    return {};
}

} // namespace holdpoint::items
