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

Look lookOf(const QModelIndex &index)
{
    return ui::lookOf(session::StageStatus(index.data(items::StageListModel::StatusRole).toInt()),
                      index.data(items::StageListModel::ExceptionsRole).toBool());
}

/// Status and progress, in a line each where one is too narrow for both.
QStringList statusLines(const QModelIndex &index, const QFontMetrics &metrics, int width)
{
    const QString word = lookOf(index).word;
    const QString progress = index.data(items::StageListModel::ProgressRole).toString();
    if (progress.isEmpty())
        return {word};
    const QString both = QStringLiteral("%1 · %2").arg(word, progress);
    return metrics.horizontalAdvance(both) <= width ? QStringList{both} : QStringList{word, progress};
}

} // namespace

void StageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look look = lookOf(index);
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
    painter->setFont(option.font);
    painter->setPen(tone);
    const QFontMetrics &metrics = option.fontMetrics;
    QRect line(text.left(), qMin(used.bottom() + 1, text.top() + titleHeight) + halfGap, text.width(), metrics.height());
    for (const QString &words : statusLines(index, metrics, text.width())) {
        painter->drawText(line, Qt::AlignLeft, metrics.elidedText(words, Qt::ElideRight, line.width()));
        line.translate(0, metrics.height());
    }
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
    const int status = int(statusLines(index, option.fontMetrics, width).size()) * option.fontMetrics.height();
    return {160, qMin(title, metrics.height() * titleLines) + status + 2 * gap + halfGap};
}

} // namespace holdpoint::ui
