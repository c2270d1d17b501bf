// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/flowlayout.h>

#include <ui/common/labels.h>

#include <QWidget>

namespace holdpoint::ui {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item) { m_items.append(item); }

int FlowLayout::count() const { return int(m_items.size()); }

QLayoutItem *FlowLayout::itemAt(int index) const { return m_items.value(index); }

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), Place::Measure); }

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        size.rwidth() += item->sizeHint().width() + spacing();
        size.setHeight(qMax(size.height(), item->sizeHint().height()));
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Place::Move);
}

int FlowLayout::arrange(const QRect &rect, Place place) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const auto widthOf = [&](const QLayoutItem *item) { return qMin(item->sizeHint().width(), inside.width()); };
    QList<QLayoutItem *> row;
    QPoint at = inside.topLeft();
    int rowHeight = 0;
    const auto endRow = [&] {
        int x = inside.x();
        for (QLayoutItem *item : std::as_const(row)) {
            const QSize size(widthOf(item), item->sizeHint().height());
            if (place == Place::Move)
                item->setGeometry(QRect(QPoint(x, at.y() + (rowHeight - size.height()) / 2), size));
            x += size.width() + spacing();
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = widthOf(item);
        if (at.x() > inside.x() && at.x() + width > inside.right() + 1) {
            endRow();
            at = QPoint(inside.x(), at.y() + rowHeight + spacing());
            rowHeight = 0;
        }
        row.append(item);
        at.rx() += width + spacing();
        rowHeight = qMax(rowHeight, item->sizeHint().height());
    }
    endRow();
    return at.y() + rowHeight - rect.y() + contentsMargins().bottom();
}

} // namespace holdpoint::ui
