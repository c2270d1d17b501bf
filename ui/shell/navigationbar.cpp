// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/navigationbar.h>

#include <ui/common/labels.h>

#include <QAction>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {
constexpr int buttonWidth = 80;
constexpr int buttonHeight = 54;
} // namespace

NavigationBar::NavigationBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("navigationBar"));
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(gap, gap, gap + 1, gap);
    m_column->setSpacing(halfGap);
    m_column->addStretch();
}

void NavigationBar::addPage(QAction *action)
{
    auto *page = new QToolButton(this);
    page->setObjectName(action->objectName() + QStringLiteral("Button"));
    page->setDefaultAction(action);
    page->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    page->setIconSize({22, 22});
    page->setAutoRaise(true);
    page->setFocusPolicy(Qt::TabFocus);
    page->setMinimumSize(buttonWidth, buttonHeight);
    page->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QString name = action->text();
    page->setAccessibleName(name.remove(QLatin1Char('&')));
    m_column->insertWidget(m_column->count() - 1, page);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(width() - 1, 0, 1, height(), palette().color(QPalette::Mid));
}

} // namespace holdpoint::ui
