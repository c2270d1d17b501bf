// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/entrylistmodel.h>

#include <models/base/clock.h>
#include <models/base/text.h>
#include <models/items/timetext.h>

#include <QJsonValue>

#include <algorithm>
#include <array>

namespace holdpoint::items {

namespace {

constexpr qsizetype valueLength = 120; ///< characters of one value in a summary

// What says most comes first; what only a program needs (hashes, offsets, ids of ids) stays in the entry itself.
constexpr std::array telling{
    "check",   "command", "undo",     "stage",   "rung", "contact",      "verdict",         "outcome",
    "exit",    "text",    "title",    "reason",  "note", "confirmation", "severity",        "resolution",
    "by",      "role",    "host",     "address", "user", "auth",         "key_fingerprint", "runbook",
    "version", "mode",    "operator", "pane",    "panes",
    "how",     "rule",    "attachments", "bytes"};

QString valueText(const QJsonValue &value)
{
    const QVariant held = value.toVariant();
    const QString text = value.isArray() ? held.toStringList().join(QStringLiteral(", ")) : held.toString();
    return elided(visibleControls(text), valueLength);
}

} // namespace

QString entrySummary(const ledger::Entry &entry)
{
    QStringList parts;
    for (const char *key : telling) {
        const QJsonValue value = entry.body[QLatin1String(key)];
        const QString text = value.isString() || value.isDouble() || value.isArray() ? valueText(value) : QString();
        if (!text.isEmpty())
            parts += QStringLiteral("%1: %2").arg(QLatin1String(key), text);
    }
    if (const QJsonObject file = entry.body[QLatin1String("file")].toObject(); !file.isEmpty())
        parts += QStringLiteral("%1: %2 · %3").arg(valueText(file[QLatin1String("direction")]), valueText(file[QLatin1String("local")]),
                                                   valueText(file[QLatin1String("remote")]));
    return parts.join(QStringLiteral(" · "));
}

EntryListModel::EntryListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EntryListModel::setEntries(QList<ledger::Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void EntryListModel::append(const ledger::Entry &entry)
{
    const int row = int(m_entries.size());
    beginInsertRows({}, row, row);
    m_entries.append(entry);
    endInsertRows();
}

const ledger::Entry *EntryListModel::entry(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

int EntryListModel::rowOf(quint64 sequence) const
{
    const auto found = std::ranges::lower_bound(m_entries, sequence, {}, &ledger::Entry::sequence);
    return found == m_entries.end() || found->sequence != sequence ? -1 : int(found - m_entries.begin());
}

int EntryListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

int EntryListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EntryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ledger::Entry &entry = m_entries[index.row()];
    if (role == Qt::ToolTipRole && index.column() == Time)
        return isoUtc(entry.utc);
    if (role == Qt::ToolTipRole && index.column() == Summary)
        return entrySummary(entry);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Sequence: return entry.sequence;
    case Time: return localAndUtc(entry.utc);
    case Type: return visibleControls(entry.type);
    case Actor: return visibleControls(entry.actor);
    case Summary: return entrySummary(entry);
    case ColumnCount: break;
    }
    return {};
}

QVariant EntryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Sequence: return tr("No.");
    case Time: return tr("Time");
    case Type: return tr("Type");
    case Actor: return tr("Who");
    case Summary: return tr("What");
    case ColumnCount: break;
    }
    return {};
}

} // namespace holdpoint::items
