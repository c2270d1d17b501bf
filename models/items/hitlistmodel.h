// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/hit.h>

#include <QAbstractTableModel>

namespace holdpoint::items {

/// The hits of a search, one line each, newest first.
class HitListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitListModel)

public:
    enum Column { Time, Run, Host, Step, Text, ColumnCount };

    explicit HitListModel(QObject *parent = nullptr);

    void setHits(QList<audit::Hit> hits);
    [[nodiscard]] const audit::Hit *hit(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<audit::Hit> m_hits;
};

} // namespace holdpoint::items
