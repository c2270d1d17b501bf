// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/style.h>

#include <ui/common/theme.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QIcon>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace holdpoint::ui {

namespace {

constexpr qreal radius = 5;
constexpr int controlHeight = 32;
constexpr int textInset = 6;
constexpr int shortestHandle = 28;
constexpr const char *roleProperty = "buttonRole";

bool has(const QStyleOption *option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

/// A box with a 1 px border, or with the 2 px focus frame.
void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, const QColor &focus)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal width = focus.isValid() ? 2 : 1;
    painter->setPen(QPen(focus.isValid() ? focus : border, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

QColor focusColour(const QStyleOption *option)
{
    const bool focused = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    return focused ? option->palette.color(QPalette::Link) : QColor();
}

QColor buttonFill(const QStyleOption *option, ButtonRole role)
{
    const QPalette &palette = option->palette;
    if (!has(option, QStyle::State_Enabled))
        return palette.color(QPalette::AlternateBase);
    QColor fill = role == ButtonRole::Primary  ? palette.color(QPalette::Highlight)
                  : role == ButtonRole::Danger ? dangerButtonColour()
                                               : palette.color(QPalette::Button);
    const QColor towards = role == ButtonRole::Normal ? palette.color(QPalette::Highlight) : QColor(Qt::black);
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        fill = blended(fill, towards, 0.22);
    else if (has(option, QStyle::State_MouseOver))
        fill = blended(fill, towards, 0.1);
    return fill;
}

} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, int(role));
    button->update();
}

ButtonRole buttonRole(const QObject *button)
{
    return button ? ButtonRole(button->property(roleProperty).toInt()) : ButtonRole::Normal;
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    const QColor border = palette.color(QPalette::Mid);
    switch (element) {
    case PE_PanelButtonCommand: drawButton(option, painter); return;
    case PE_PanelButtonTool:
        if (has(option, State_MouseOver) || has(option, State_On) || has(option, State_Sunken)
            || has(option, State_HasFocus)) {
            const QColor fill = blended(palette.color(QPalette::Window), palette.color(QPalette::Highlight),
                                        has(option, State_On)          ? 0.2
                                        : has(option, State_MouseOver) ? 0.1
                                                                       : 0.0);
            drawBox(painter, option->rect, fill, fill, focusColour(option));
        }
        return;
    case PE_FrameFocusRect:
        // Buttons show it with their panel.
        if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QToolButton *>(widget))
            drawBox(painter, option->rect, Qt::transparent, Qt::transparent, palette.color(QPalette::Link));
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            const bool enabled = has(option, State_Enabled);
            drawBox(painter, option->rect, palette.color(enabled ? QPalette::Base : QPalette::AlternateBase), border,
                    focusColour(option));
        }
        return;
    case PE_IndicatorCheckBox:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        // Fusion's own frame is not seen on dark.
        painter->setPen(palette.color(has(option, State_Enabled) ? QPalette::PlaceholderText : QPalette::Mid));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame: drawBox(painter, option->rect, Qt::transparent, border, focusColour(option)); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawButton(const QStyleOption *option, QPainter *painter) const
{
    const ButtonRole role = buttonRole(option->styleObject);
    const QColor fill = buttonFill(option, role);
    const bool plain = role == ButtonRole::Normal || !has(option, State_Enabled);
    const QColor focus = focusColour(option);
    const QColor border = plain ? option->palette.color(QPalette::Mid) : fill;
    if (!focus.isValid() || plain) {
        drawBox(painter, option->rect, fill, border, focus);
        return;
    }
    // A filled button shows its focus as a ring with a gap: a frame in a like colour would not be seen.
    drawBox(painter, option->rect, option->palette.color(QPalette::Window), border, focus);
    drawBox(painter, option->rect.adjusted(3, 3, -3, -3), fill, fill, {});
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: drawButtonLabel(option, painter, widget); return;
    case CE_TabBarTabShape: drawTab(option, painter); return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          option->palette.color(QPalette::Mid));
        return;
    case CE_Splitter: {
        const bool upright = has(option, State_Horizontal);
        const QPoint middle = option->rect.center();
        const QRect line = upright ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                                   : QRect(option->rect.left(), middle.y(), option->rect.width(), 1);
        painter->fillRect(line, option->palette.color(QPalette::Mid));
        return;
    }
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button || buttonRole(option->styleObject) == ButtonRole::Normal || !has(option, State_Enabled)) {
        QProxyStyle::drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    }
    QStyleOptionButton onFill(*button);
    onFill.palette.setColor(QPalette::ButtonText, Qt::white);
    if (!onFill.icon.isNull())
        onFill.icon =
            QIcon(onFill.icon.pixmap(onFill.iconSize, painter->device()->devicePixelRatio(), QIcon::Selected));
    QProxyStyle::drawControl(CE_PushButtonLabel, &onFill, painter, widget);
}

void Style::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const QPalette &palette = option->palette;
    if (has(option, State_Selected)) {
        painter->fillRect(option->rect, palette.color(QPalette::Base));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom() - 2, option->rect.width(), 3),
                          palette.color(QPalette::Link));
    } else if (has(option, State_MouseOver)) {
        painter->fillRect(option->rect, palette.color(QPalette::AlternateBase));
    }
    if (has(option, State_HasFocus))
        drawBox(painter, option->rect, Qt::transparent, Qt::transparent, palette.color(QPalette::Link));
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox)
        drawComboBox(option, painter, widget);
    else if (control == CC_ScrollBar)
        drawScrollBar(option, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const bool editable = combo && combo->editable;
    const QColor fill = editable && has(option, State_Enabled) ? option->palette.color(QPalette::Base)
                                                               : buttonFill(option, ButtonRole::Normal);
    drawBox(painter, option->rect, fill, option->palette.color(QPalette::Mid), focusColour(option));
    QStyleOption arrow;
    arrow.state = option->state;
    arrow.palette = option->palette;
    arrow.direction = option->direction;
    const QRect place = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    arrow.rect = QRect(place.center() - QPoint(5, 4), QSize(10, 10));
    QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const QPalette &palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::Window));
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const bool active = has(option, State_MouseOver) || has(option, State_Sunken);
    const QRectF handle =
        QRectF(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget)).adjusted(3, 3, -3, -3);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        blended(palette.color(QPalette::Window), palette.color(QPalette::WindowText), active ? 0.65 : 0.45));
    painter->drawRoundedRect(handle, 3, 3);
    painter->restore();
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(textInset, 0, -textInset, 0)
                                                                           : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rect.adjusted(textInset, 0, 0, 0);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return rect;
    // No arrow buttons: the wheel, the keys and the groove do the same, and the groove gets the whole length.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int handle = range > 0 ? qBound(qMin(shortestHandle, length),
                                          int(length * qint64(bar->pageStep) / (range + bar->pageStep)), length)
                                 : length;
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int extent) {
        return visualRect(bar->direction, bar->rect,
                          upright ? QRect(0, from, bar->rect.width(), extent)
                                  : QRect(from, 0, extent, bar->rect.height()));
    };
    switch (part) {
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSlider: return along(start, handle);
    case SC_ScrollBarSubPage: return along(0, start);
    case SC_ScrollBarAddPage: return along(start + handle, length - start - handle);
    default: return {};
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return shortestHandle;
    case PM_FocusFrameHMargin: return 6;
    case PM_HeaderMargin: return 8;
    case PM_SplitterWidth: return 9;
    case PM_DefaultFrameWidth: return 2;
    case PM_ButtonMargin:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize: return 16;
    case PM_ToolBarIconSize: return 20;
    case PM_TabBarBaseOverlap: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    // Alt alone must not lead from a terminal to the menu.
    return hint == SH_MenuBar_AltKeyNavigation ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: return {result.width() + 8, qMax(result.height(), controlHeight)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: return {result.width(), qMax(result.height(), controlHeight)};
    case CT_TabBarTab: return {result.width() + 8, qMax(result.height(), controlHeight)};
    case CT_HeaderSection:
    case CT_ItemViewItem: return {result.width(), qMax(result.height(), 28)};
    case CT_CheckBox:
    case CT_RadioButton:
    case CT_ToolButton:
    case CT_MenuItem: return {result.width(), qMax(result.height(), 26)};
    default: return result;
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace holdpoint::ui
