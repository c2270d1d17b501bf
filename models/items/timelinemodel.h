// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/timeline/timeline.h>

#include <QAbstractTableModel>

namespace holdpoint::items {

/// What happened in a run, one thing a row in the order of time: for the list beside a replay, and for the picture, which a
/// screen reader reads as these rows.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineModel)

public:
    enum Column { Time, What, Result, Who, Where, ColumnCount };

    explicit TimelineModel(QObject *parent = nullptr);

    void setTimeline(timeline::Timeline timeline);
    [[nodiscard]] const timeline::Timeline &timeline() const { return m_timeline; }
    [[nodiscard]] const timeline::Item *item(int row) const;
    /// The last row that begins at or before this moment; -1 when none does.
    [[nodiscard]] int rowAt(qint64 ms) const;
    /// "00:01:23 · Command 2.1: df -h · Succeeded: exit status 0 · ops@noc · on web": all of it in one line.
    [[nodiscard]] QString sentence(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    timeline::Timeline m_timeline;
};

} // namespace holdpoint::items
