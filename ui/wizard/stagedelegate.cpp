// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/stagedelegate.h>

#include <models/items/stagelistmodel.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/looks.h>

#include <QPainter>

namespace holdpoint::ui {

namespace {

constexpr int iconSize = 20;
constexpr int titleLines = 2;

QRect textRect(const QRect &row) { return row.adjusted(gap + iconSize + gap, gap, -gap, -gap); }

QFont titleFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    const auto status = session::StageStatus(index.data(items::StageListModel::StatusRole).toInt());
    font.setWeight(status == session::StageStatus::Current ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

void StageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look look = lookOf(session::StageStatus(index.data(items::StageListModel::StatusRole).toInt()),
                             index.data(items::StageListModel::ExceptionsRole).toBool());
    const QPalette &palette = option.palette;
    const QColor tone = toneColours(look.tone, palette).text;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(2, 1, -2, -1);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(blended(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.16));
        painter->drawRoundedRect(box, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(palette.color(QPalette::Link), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
    }
    paintIcon(painter, QRect(option.rect.topLeft() + QPoint(gap, gap), QSize(iconSize, iconSize)), look.icon, tone);

    const QRect text = textRect(option.rect);
    painter->setFont(titleFont(option, index));
    painter->setPen(palette.color(QPalette::Text));
    const int titleHeight = painter->fontMetrics().height() * titleLines;
    QRect used;
    painter->drawText(QRect(text.topLeft(), QSize(text.width(), titleHeight)), Qt::TextWordWrap,
                      index.data(Qt::DisplayRole).toString(), &used);
    const QString progress = index.data(items::StageListModel::ProgressRole).toString();
    const QString second = progress.isEmpty() ? look.word : QStringLiteral("%1 · %2").arg(look.word, progress);
    painter->setFont(option.font);
    painter->setPen(tone);
    const QRect line(text.left(), qMin(used.bottom() + 1, text.top() + titleHeight) + halfGap, text.width(),
                     option.fontMetrics.height());
    painter->drawText(line, Qt::AlignLeft, option.fontMetrics.elidedText(second, Qt::ElideRight, line.width()));
    painter->restore();
}

QSize StageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(titleFont(option, index));
    const int width = option.rect.width() > 0 ? textRect(option.rect).width() : 180;
    const int title = metrics
                          .boundingRect(QRect(0, 0, width, metrics.height() * titleLines), Qt::TextWordWrap,
                                        index.data(Qt::DisplayRole).toString())
                          .height();
    return {160, qMin(title, metrics.height() * titleLines) + option.fontMetrics.height() + 2 * gap + halfGap};
}

} // namespace holdpoint::ui
