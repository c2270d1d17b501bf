// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStyledItemDelegate>

namespace holdpoint::items {
class HitListModel;
}

namespace holdpoint::ui {

/// Draws a hit's line in the fixed-pitch font, its matches bold. Borrows the model.
class HitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitDelegate)

public:
    explicit HitDelegate(const items::HitListModel &hits, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const items::HitListModel &m_hits;
};

} // namespace holdpoint::ui
