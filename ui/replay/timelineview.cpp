// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/replay/timelineview.h>

#include <models/base/text.h>
#include <models/timeline/axis.h>
#include <ui/common/labels.h>
#include <ui/replay/outcometone.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace holdpoint::ui {

namespace {

constexpr int narrowestBar = 8;
constexpr int barMargin = 4; // above and below a bar
constexpr int laneGap = 8;
constexpr int labelRoom = 90; // right of the end, for the last label
constexpr int tickDistance = 110;
constexpr double mostZoom = 200;
constexpr double zoomStep = 1.5;
constexpr qsizetype laneCharacters = 22;

} // namespace

TimelineView::TimelineView(items::TimelineModel &model, QWidget *parent)
    : QListView(parent)
    , m_items(model)
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline of the run, times in UTC"));
    setModel(&model);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    viewport()->setMouseTracking(true);
}

int TimelineView::namesWidth() const { return fontMetrics().horizontalAdvance(QLatin1Char('m')) * 10; }
int TimelineView::rowHeight() const { return fontMetrics().height() + 2 * barMargin; }
int TimelineView::axisHeight() const { return fontMetrics().height() + gap; }

double TimelineView::axisWidth() const
{
    return std::max(1.0, double(viewport()->width() - namesWidth() - labelRoom)) * m_zoom;
}

double TimelineView::placeOf(qint64 ms) const
{
    return axisWidth() * double(ms) / double(std::max<qint64>(timeline().durationMs, 1));
}

int TimelineView::xOf(qint64 ms) const { return namesWidth() + int(placeOf(ms)) - horizontalOffset(); }

int TimelineView::horizontalOffset() const { return horizontalScrollBar()->value(); }
int TimelineView::verticalOffset() const { return verticalScrollBar()->value(); }

QSize TimelineView::sizeHint() const { return {600, axisHeight() + 8 * rowHeight()}; }

timeline::Extent TimelineView::extentOf(const timeline::Item &item) const
{
    const double from = placeOf(item.fromMs);
    const double to = std::max(placeOf(item.toMs), from + narrowestBar);
    const int label = fontMetrics().horizontalAdvance(timeline::captionOf(item));
    const bool isInside = label + gap <= to - from;
    return {from, to + 2, isInside || label == 0 ? to + 2 : to + label + gap + halfGap};
}

void TimelineView::arrange()
{
    m_extents.clear();
    for (const timeline::Item &item : timeline().items)
        m_extents.append(extentOf(item));
    qsizetype next = 0; // items are asked for in their order
    m_rows = timeline::arrangementOf(timeline(), [&](const timeline::Item &) { return m_extents[next++]; });
}

void TimelineView::reset()
{
    QListView::reset();
    updateGeometries();
    viewport()->update();
}

void TimelineView::updateGeometries()
{
    arrange();
    const int beyond = int(axisWidth()) + labelRoom - (viewport()->width() - namesWidth());
    horizontalScrollBar()->setPageStep(viewport()->width() - namesWidth());
    horizontalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, std::max(0, beyond));
    const int height = axisHeight() + m_rows.rows * rowHeight() + int(timeline().lanes.size()) * laneGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void TimelineView::scrollContentsBy(int, int) { viewport()->update(); }

void TimelineView::setPosition(qint64 ms)
{
    if (ms == m_position)
        return;
    const auto strip = [this](qint64 at) { viewport()->update(xOf(at) - 2, 0, 4, viewport()->height()); };
    strip(m_position);
    m_position = ms;
    strip(m_position);
}

void TimelineView::setZoom(double zoom)
{
    const double before = axisWidth();
    const double middle = horizontalOffset() + (viewport()->width() - namesWidth()) / 2.0;
    m_zoom = std::clamp(zoom, 1.0, mostZoom);
    updateGeometries();
    const double moved = middle * axisWidth() / before - (viewport()->width() - namesWidth()) / 2.0;
    horizontalScrollBar()->setValue(int(moved));
    viewport()->update();
}

QRect TimelineView::barRect(int row) const
{
    const timeline::Item *item = m_items.item(row);
    if (!item || row >= m_rows.places.size())
        return {};
    const timeline::Extent extent = m_extents[row];
    const int top =
        axisHeight() + m_rows.places[row].row * rowHeight() + item->lane * laneGap + laneGap / 2 - verticalOffset();
    return {namesWidth() + int(extent.from) - horizontalOffset(), top + barMargin / 2, int(extent.to - 2 - extent.from),
            rowHeight() - barMargin};
}

QRect TimelineView::visualRect(const QModelIndex &index) const { return barRect(index.row()); }

void TimelineView::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect rect = barRect(index.row());
    if (rect.isNull())
        return;
    const int left = namesWidth();
    if (rect.left() < left || rect.left() > viewport()->width() - labelRoom)
        horizontalScrollBar()->setValue(horizontalOffset() + rect.left() - left - (viewport()->width() - left) / 3);
    if (rect.top() < axisHeight())
        verticalScrollBar()->setValue(verticalOffset() + rect.top() - axisHeight());
    else if (rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + rect.bottom() - viewport()->height() + barMargin);
}

QModelIndex TimelineView::indexAt(const QPoint &point) const
{
    if (point.x() < namesWidth() || point.y() < axisHeight())
        return {};
    for (int row = m_items.rowCount() - 1; row >= 0; --row) { // the last is drawn on top
        QRect rect = barRect(row);
        if (m_rows.places.value(row).isLabelled && row < m_extents.size())
            rect.setWidth(int(m_extents[row].labelledTo - m_extents[row].from));
        if (rect.contains(point))
            return m_items.index(row, 0);
    }
    return {};
}

int TimelineView::rowInLaneBeside(int row, int step) const
{
    for (int at = row + step; at >= 0 && at < m_items.rowCount(); at += step) {
        if (m_items.item(at)->lane == m_items.item(row)->lane)
            return at;
    }
    return row;
}

/// The item of the next lane that begins nearest in time.
int TimelineView::rowBeside(int row, int step) const
{
    const int lane = m_items.item(row)->lane + step;
    int best = row;
    qint64 distance = std::numeric_limits<qint64>::max();
    for (int at = 0; at < m_items.rowCount(); ++at) {
        const qint64 away = std::abs(m_items.item(at)->fromMs - m_items.item(row)->fromMs);
        if (m_items.item(at)->lane == lane && away < distance) {
            best = at;
            distance = away;
        }
    }
    return best;
}

QModelIndex TimelineView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_items.rowCount();
    if (rows == 0)
        return {};
    int row = currentIndex().row();
    if (row < 0 || action == MoveHome)
        return m_items.index(0, 0);
    switch (action) {
    case MoveEnd: row = rows - 1; break;
    case MoveLeft: row = rowInLaneBeside(row, -1); break;
    case MoveRight: row = rowInLaneBeside(row, 1); break;
    case MoveUp:
    case MovePageUp: row = rowBeside(row, -1); break;
    case MoveDown:
    case MovePageDown: row = rowBeside(row, 1); break;
    case MovePrevious: row = std::max(0, row - 1); break;
    case MoveNext: row = std::min(rows - 1, row + 1); break;
    case MoveHome: break;
    }
    return m_items.index(row, 0);
}

void TimelineView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid())
        selectionModel()->select(index, command);
}

QRegion TimelineView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += barRect(index.row()).adjusted(-3, -3, 3, 3);
    return region;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        setZoom(m_zoom * zoomStep);
    else if (event->key() == Qt::Key_Minus)
        setZoom(m_zoom / zoomStep);
    else
        QListView::keyPressEvent(event);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(event->angleDelta().y() > 0 ? m_zoom * zoomStep : m_zoom / zoomStep);
        event->accept();
        return;
    }
    QAbstractItemView::wheelEvent(event);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        // What happened holds text of hosts: as plain text it obeys no mark-up.
        QToolTip::showText(help->globalPos(),
                           index.isValid() ? Qt::convertFromPlainText(m_items.sentence(index.row())) : QString(), this);
        return true;
    }
    return QAbstractItemView::viewportEvent(event);
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    for (int row = 0; row < std::min(m_items.rowCount(), int(m_rows.places.size())); ++row)
        paintItem(painter, row, event->rect());
    if (m_position >= 0)
        painter.fillRect(xOf(m_position), axisHeight(), 2, viewport()->height(), palette().color(QPalette::Highlight));
    paintNames(painter);
    paintAxis(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void TimelineView::paintItem(QPainter &painter, int row, const QRect &shown) const
{
    const timeline::Item &item = *m_items.item(row);
    const QRect bar = barRect(row);
    const timeline::Extent &extent = m_extents[row];
    if (bar.left() - halfGap > shown.right() || bar.left() + int(extent.labelledTo - extent.from) + halfGap < shown.left())
        return;
    const QColor colour = outcomeColour(item.outcome, palette());
    const bool isOpen = item.outcome == timeline::Outcome::Open;
    painter.setPen(isOpen ? QPen(colour, 2, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(isOpen ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter.drawRoundedRect(bar, 3, 3);
    if (row == currentIndex().row()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), 4, 4);
    }
    const QString caption = timeline::captionOf(item);
    if (!m_rows.places[row].isLabelled || caption.isEmpty())
        return;
    const bool isInside = extent.labelledTo == extent.to;
    painter.setPen(palette().color(isInside && !isOpen ? QPalette::Base : QPalette::Text));
    const int left = isInside ? bar.left() + halfGap : bar.right() + halfGap;
    painter.drawText(QRect(left, bar.top(), int(extent.labelledTo - extent.from), bar.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, caption);
}

void TimelineView::paintNames(QPainter &painter) const
{
    painter.fillRect(0, 0, namesWidth(), viewport()->height(), palette().color(QPalette::Base));
    for (int lane = 0; lane < timeline().lanes.size() && lane < m_rows.laneTops.size(); ++lane) {
        const int top = axisHeight() + m_rows.laneTops[lane] * rowHeight() + lane * laneGap - verticalOffset();
        painter.fillRect(0, top, viewport()->width(), 1, palette().color(QPalette::Mid));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(gap, top + laneGap / 2, namesWidth() - gap, rowHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(elided(timeline().lanes[lane].name, laneCharacters), Qt::ElideRight,
                                                  namesWidth() - 2 * gap));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    painter.fillRect(0, 0, viewport()->width(), axisHeight(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(gap, 0, namesWidth() - gap, axisHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("Time in UTC"));
    if (!timeline().started.isValid())
        return;
    const qint64 step = timeline::tickStep(timeline().durationMs, std::max(1, int(axisWidth()) / tickDistance));
    const qint64 startMs = timeline().started.toMSecsSinceEpoch();
    for (qint64 at = (startMs + step - 1) / step * step; at <= startMs + timeline().durationMs; at += step) {
        const int x = xOf(at - startMs);
        if (x < namesWidth() || x > viewport()->width())
            continue;
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRect(x - tickDistance / 2, 0, tickDistance, axisHeight() - halfGap), Qt::AlignCenter,
                         QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("HH:mm:ss")));
        painter.fillRect(x, axisHeight() - halfGap, 1, halfGap, palette().color(QPalette::Mid));
    }
}

} // namespace holdpoint::ui
