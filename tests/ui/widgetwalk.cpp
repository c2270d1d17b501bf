// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/ui/widgetwalk.h>

#include <ui/common/statusbadge.h>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTest>

namespace holdpoint::testing {

namespace {

constexpr int smallestTarget = 24; // WCAG 2.5.8

bool fits(const QLabel &label)
{
    if (!label.wordWrap())
        return label.sizeHint().width() <= label.width() && label.sizeHint().height() <= label.height();
    int widestWord = 0;
    static const QRegularExpression wraps(QStringLiteral("[ \u200b]"));
    const QStringList words = label.text().simplified().split(wraps);
    for (const QString &word : words)
        widestWord = qMax(widestWord, label.fontMetrics().horizontalAdvance(word));
    return label.heightForWidth(label.width()) <= label.height() && widestWord <= label.width();
}

bool fits(const QComboBox &combo)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    const QRect field =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) <= field.width();
}

bool fits(const QHeaderView &header)
{
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, header.orientation()).toString();
        if (header.fontMetrics().horizontalAdvance(text) > header.sectionSize(section))
            return false;
    }
    return true;
}

bool fits(const QTabBar &tabs)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab)) > tabs.tabRect(tab).width())
            return false;
    }
    return true;
}

bool textFits(const QWidget &widget, QString &text)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        text = label->text();
        return fits(*label);
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        text = button->text();
        return text.isEmpty()
               || (button->sizeHint().width() <= button->width() && button->sizeHint().height() <= button->height());
    }
    if (const auto *badge = qobject_cast<const ui::StatusBadge *>(&widget)) {
        text = badge->word();
        return badge->sizeHint().width() <= badge->width() && badge->sizeHint().height() <= badge->height();
    }
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        text = line->placeholderText();
        return line->fontMetrics().horizontalAdvance(text) <= line->width() - 12;
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
        text = combo->currentText();
        return fits(*combo);
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return fits(*header);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return fits(*tabs);
    return true;
}

QString nameOf(const QWidget &widget)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
}

template <class Judge> QStringList visibleWidgets(const QWidget &root, Judge judge)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const QString finding = judge(*widget);
        if (!finding.isEmpty())
            found += finding;
    }
    return found;
}

/// Parts that Qt makes for itself; the widget they belong to answers for them.
bool isInnerPart(const QWidget &widget)
{
    return widget.objectName().startsWith(QLatin1String("qt_")) || widget.inherits("QComboBoxPrivateContainer")
           || (qobject_cast<const QLineEdit *>(&widget) && qobject_cast<const QComboBox *>(widget.parentWidget()))
           || widget.inherits("QTabBar") || widget.inherits("QScrollBar");
}

} // namespace

QStringList clippedTexts(const QWidget &root)
{
    return visibleWidgets(root, [](const QWidget &widget) {
        QString text;
        return textFits(widget, text) ? QString() : QStringLiteral("%1: %2").arg(nameOf(widget), text);
    });
}

QStringList namelessWidgets(const QWidget &root)
{
    return visibleWidgets(root, [](const QWidget &widget) {
        if (!(widget.focusPolicy() & Qt::TabFocus) || isInnerPart(widget))
            return QString();
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        const bool named = !widget.accessibleName().isEmpty() || (button && !button->text().isEmpty());
        return named && !widget.objectName().isEmpty() ? QString() : nameOf(widget);
    });
}

QStringList smallTargets(const QWidget &root)
{
    return visibleWidgets(root, [](const QWidget &widget) {
        const bool target = qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget)
                            || (qobject_cast<const QLineEdit *>(&widget) && !isInnerPart(widget));
        // The buttons inside a line edit (clear, search) are an extra beside the key that does the same.
        const bool inside = qobject_cast<const QLineEdit *>(widget.parentWidget());
        return target && !inside && widget.height() < smallestTarget ? nameOf(widget) : QString();
    });
}

void press(const QWidget &root, const char *buttonName)
{
    auto *button = child<QAbstractButton>(root, buttonName);
    ASSERT_NE(button, nullptr);
    ASSERT_TRUE(button->isVisible()) << buttonName;
    ASSERT_TRUE(button->isEnabled()) << buttonName;
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace holdpoint::testing
