// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/hitlistmodel.h>

#include <models/base/clock.h>
#include <models/base/text.h>
#include <models/items/timetext.h>

namespace holdpoint::items {

namespace {

constexpr qsizetype shortIdLength = 8;

QString kindText(audit::Kind kind)
{
    switch (kind) {
    case audit::Kind::Command: return HitListModel::tr("command");
    case audit::Kind::Output: return HitListModel::tr("output");
    case audit::Kind::Check: return HitListModel::tr("check");
    case audit::Kind::CheckOutput: return HitListModel::tr("check’s output");
    case audit::Kind::Statement: return HitListModel::tr("statement");
    }
    return {};
}

QString stepText(const audit::Hit &hit)
{
    const QString place = hit.place.subject.isEmpty() ? hit.place.stage : hit.place.subject;
    const QString kind = kindText(hit.place.kind);
    return place.isEmpty() ? kind : QStringLiteral("%1, %2").arg(visibleControls(place), kind);
}

} // namespace

HitListModel::HitListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HitListModel::setHits(QList<audit::Hit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

const audit::Hit *HitListModel::hit(int row) const { return row >= 0 && row < m_hits.size() ? &m_hits[row] : nullptr; }

int HitListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_hits.size()); }

int HitListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HitListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const audit::Hit &hit = m_hits[index.row()];
    if (role == Qt::ToolTipRole && index.column() == Time)
        return isoUtc(hit.utc);
    if (role == Qt::ToolTipRole && index.column() == Text)
        return hit.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Time: return localAndUtc(hit.utc);
    case Run:
        return QStringLiteral("%1 %2").arg(QString::fromLatin1(hit.place.run.toHex().first(shortIdLength)),
                                           visibleControls(hit.runbook));
    case Host: return visibleControls(hit.place.role.isEmpty() ? hit.place.who : hit.place.role);
    case Step: return stepText(hit);
    case Text: return hit.text;
    case ColumnCount: break;
    }
    return {};
}

QVariant HitListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Time: return tr("Time");
    case Run: return tr("Run");
    case Host: return tr("Host or person");
    case Step: return tr("Step");
    case Text: return tr("Line");
    case ColumnCount: break;
    }
    return {};
}

} // namespace holdpoint::items
