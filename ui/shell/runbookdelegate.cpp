// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/runbookdelegate.h>

#include <models/base/text.h>
#include <models/items/runbooklistmodel.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/looks.h>

#include <QPainter>

namespace holdpoint::ui {

namespace {

using items::RunbookListModel;

bool isHeading(const QModelIndex &index) { return index.data(RunbookListModel::IsHeadingRole).toBool(); }

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QString &text)
{
    const QRect line = option.rect.adjusted(gap, gap, -gap, 0);
    painter->setFont(strong(option.font));
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QPalette &palette = option.palette;
    const QRectF box = QRectF(option.rect).adjusted(2, 1, -2, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            blended(palette.color(QPalette::Base), palette.color(QPalette::Highlight), selected ? 0.16 : 0.06));
        painter->drawRoundedRect(box, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(palette.color(QPalette::Link), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
    }
}

} // namespace

void RunbookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QString title = visibleControls(index.data(RunbookListModel::TitleRole).toString());
    if (isHeading(index)) {
        paintHeading(painter, option, title);
        painter->restore();
        return;
    }
    paintBackground(painter, option);
    const QRect row = option.rect.adjusted(gap + halfGap, gap, -gap - halfGap, -gap);
    const int lineHeight = option.fontMetrics.height();
    QRect first(row.topLeft(), QSize(row.width(), lineHeight));
    const QString id = visibleControls(index.data(RunbookListModel::IdRole).toString());
    painter->setFont(strong(option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    const QString name = QStringLiteral("%1  %2").arg(id, title);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, first.width()));

    QRect second = first.translated(0, lineHeight + halfGap);
    painter->setFont(option.font);
    const QString severity = index.data(RunbookListModel::SeverityRole).toString();
    if (!severity.isEmpty()) {
        const Look look = lookOfSeverity(severity);
        const QColor tone = toneColours(look.tone, option.palette).text;
        paintIcon(painter, QRect(second.left(), second.center().y() - 6, 13, 13), look.icon, tone);
        second.setLeft(second.left() + 17);
        painter->setPen(tone);
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter, look.word);
        second.setLeft(second.left() + option.fontMetrics.horizontalAdvance(look.word) + gap);
    }
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(RunbookListModel::CountsRole).toString(), Qt::ElideRight,
                                                    second.width()));
    painter->restore();
}

QSize RunbookDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    return {200, isHeading(index) ? line + 2 * gap : 2 * line + halfGap + 2 * gap};
}

} // namespace holdpoint::ui
