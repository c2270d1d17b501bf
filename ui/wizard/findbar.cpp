// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/findbar.h>

#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/terminal/terminalview.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace holdpoint::ui {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_pattern(new QLineEdit(this))
    , m_result(muted({}, this))
{
    setObjectName(QStringLiteral("findBar"));
    m_pattern->setObjectName(QStringLiteral("findPattern"));
    m_pattern->setPlaceholderText(tr("Find in this terminal"));
    m_pattern->setAccessibleName(tr("Find in this terminal"));
    auto *previous = button(tr("Previous"), QStringLiteral("findPrevious"), {}, ButtonRole::Normal, this);
    auto *next = button(tr("Next"), QStringLiteral("findNext"), {}, ButtonRole::Normal, this);
    auto *close = button(tr("Close"), QStringLiteral("findClose"), {}, ButtonRole::Normal, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, halfGap, gap, halfGap);
    row->setSpacing(gap);
    row->addWidget(m_pattern, 1);
    row->addWidget(m_result);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    connect(m_pattern, &QLineEdit::returnPressed, this, [this] { find(terminal::SearchDirection::Backward); });
    connect(previous, &QPushButton::clicked, this, [this] { find(terminal::SearchDirection::Backward); });
    connect(next, &QPushButton::clicked, this, [this] { find(terminal::SearchDirection::Forward); });
    connect(close, &QPushButton::clicked, this, &FindBar::closeBar);
    hide();
}

void FindBar::open(TerminalView *view)
{
    m_view = view;
    show();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
    m_pattern->selectAll();
}

void FindBar::find(terminal::SearchDirection direction)
{
    const bool found = m_view && m_view->find(m_pattern->text(), TerminalView::FindMode::Plain, direction);
    m_result->setText(found ? QString() : tr("Not found"));
}

void FindBar::closeBar()
{
    hide();
    if (m_view) {
        m_view->clearFind();
        m_view->setFocus(Qt::OtherFocusReason);
    }
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else
        QWidget::keyPressEvent(event);
}

} // namespace holdpoint::ui
