// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/findbar.h>

#include <ui/common/flowlayout.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/terminal/terminalview.h>

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace holdpoint::ui {

namespace {

constexpr int narrowestPattern = 24; // characters
constexpr int typingMs = 150;

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_pattern(new QLineEdit(this))
    , m_case(new QCheckBox(tr("Match case"), this))
    , m_expression(new QCheckBox(tr("Regular expression"), this))
    , m_result(muted({}, this))
{
    setObjectName(QStringLiteral("findBar"));
    m_pattern->setObjectName(QStringLiteral("findPattern"));
    m_pattern->setPlaceholderText(tr("Find in this terminal"));
    m_pattern->setAccessibleName(tr("Find in this terminal"));
    m_pattern->setMinimumWidth(m_pattern->fontMetrics().averageCharWidth() * narrowestPattern);
    m_case->setObjectName(QStringLiteral("findCase"));
    m_expression->setObjectName(QStringLiteral("findExpression"));
    m_result->setObjectName(QStringLiteral("findResult"));
    auto *previous = button(tr("Previous"), QStringLiteral("findPrevious"), {}, ButtonRole::Normal, this);
    auto *next = button(tr("Next"), QStringLiteral("findNext"), {}, ButtonRole::Normal, this);
    auto *close = button(tr("Close"), QStringLiteral("findClose"), {}, ButtonRole::Normal, this);
    auto *row = new FlowLayout(this);
    row->setContentsMargins(gap, halfGap, gap, halfGap);
    row->setSpacing(gap);
    for (QWidget *widget : QList<QWidget *>{m_pattern, previous, next, m_case, m_expression, close, m_result})
        row->addWidget(widget);
    for (QWidget *before = m_pattern; QWidget *widget : QList<QWidget *>{previous, next, m_case, m_expression, close}) {
        setTabOrder(before, widget);
        before = widget;
    }
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &FindBar::restart);
    connect(m_pattern, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_case, &QCheckBox::toggled, this, &FindBar::restart);
    connect(m_expression, &QCheckBox::toggled, this, &FindBar::restart);
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

/// What was found by other rules says nothing any more.
void FindBar::restart()
{
    if (m_view)
        m_view->clearFind();
    find(terminal::SearchDirection::Backward);
}

void FindBar::find(terminal::SearchDirection direction)
{
    m_typing.stop();
    if (!m_view || m_pattern->text().isEmpty()) {
        m_result->clear();
        return;
    }
    const TerminalView::Found found =
        m_view->find({m_pattern->text(), m_expression->isChecked(), m_case->isChecked()}, direction);
    if (!found.problem.isEmpty())
        m_result->setText(found.problem);
    else if (!found.any)
        m_result->setText(tr("Not found"));
    else if (found.count.isMore)
        m_result->setText(tr("One of more than %L1").arg(found.count.total));
    else
        m_result->setText(tr("%L1 of %L2").arg(found.count.current).arg(found.count.total));
}

void FindBar::closeBar()
{
    m_typing.stop();
    hide();
    if (m_view) {
        m_view->clearFind();
        m_view->setFocus(Qt::OtherFocusReason);
    }
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else if (isEnter && m_pattern->hasFocus())
        find(event->modifiers().testFlag(Qt::ShiftModifier) ? terminal::SearchDirection::Forward
                                                            : terminal::SearchDirection::Backward);
    else
        QWidget::keyPressEvent(event);
}

} // namespace holdpoint::ui
