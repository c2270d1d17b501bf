// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/timelinemodel.h>
#include <models/timeline/timelinerows.h>

#include <QListView>

namespace holdpoint::ui {

/// A run on one time axis: lanes of bars with marks and labels, the axis in UTC above them, a line where the replay is.
///
/// The rows of the model are its items, so the keyboard and a screen reader go through what happened as through a list: left
/// and right along a lane, up and down to the lane beside, Enter to go there. + and - and Ctrl with the wheel zoom.
/// (A QListView, because that is what Qt tells assistive technology about; where things are and how they look is all here.)
class TimelineView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineView)

public:
    /// Borrows the model.
    explicit TimelineView(items::TimelineModel &model, QWidget *parent = nullptr);

    /// Where the replay is; a negative number for nowhere.
    void setPosition(qint64 ms);
    /// 1: the whole run in the view.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    [[nodiscard]] QSize sizeHint() const override;
    void reset() override;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] const timeline::Timeline &timeline() const { return m_items.timeline(); }
    [[nodiscard]] int namesWidth() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int axisHeight() const;
    /// Pixels of the axis with all of its zoom.
    [[nodiscard]] double axisWidth() const;
    [[nodiscard]] double placeOf(qint64 ms) const; ///< on the axis, not in the view
    [[nodiscard]] int xOf(qint64 ms) const;        ///< in the view
    [[nodiscard]] timeline::Extent extentOf(const timeline::Item &item) const;
    [[nodiscard]] QRect barRect(int row) const; ///< in the view
    void arrange();
    [[nodiscard]] int rowBeside(int row, int step) const;
    [[nodiscard]] int rowInLaneBeside(int row, int step) const;
    void paintAxis(QPainter &painter) const;
    void paintItem(QPainter &painter, int row, const QRect &shown) const;
    void paintNames(QPainter &painter) const;

    items::TimelineModel &m_items;
    QList<timeline::Extent> m_extents; ///< of the items, at this zoom
    timeline::Arrangement m_rows;
    double m_zoom = 1;
    qint64 m_position = -1;
};

} // namespace holdpoint::ui
