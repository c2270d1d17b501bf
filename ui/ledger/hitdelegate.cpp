// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/hitdelegate.h>

#include <models/items/hitlistmodel.h>
#include <ui/common/labels.h>

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace holdpoint::ui {

HitDelegate::HitDelegate(const items::HitListModel &hits, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_hits(hits)
{
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const audit::Hit *hit = m_hits.hit(index.row());
    if (!hit || index.column() != items::HitListModel::Text)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem frame = option;
    initStyleOption(&frame, index);
    frame.text.clear();
    const QStyle *style = frame.widget ? frame.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &frame, painter, frame.widget);

    QList<QTextLayout::FormatRange> bold;
    for (const audit::SearchQuery::Span &span : hit->spans) {
        QTextLayout::FormatRange range;
        range.start = int(span.start);
        range.length = int(span.length);
        range.format.setFontWeight(QFont::Bold);
        bold.append(range);
    }
    QTextLayout layout(hit->text, fixedFont());
    layout.setFormats(bold);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    const QRect area = option.rect.adjusted(halfGap, 0, -halfGap, 0);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter->save();
    painter->setClipRect(area);
    painter->setPen(option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
    painter->restore();
}

} // namespace holdpoint::ui
