// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/detachedpane.h>

#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/wizard/terminalpane.h>

#include <QCloseEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

DetachedPane::DetachedPane(TerminalPane *pane, const Frame &frame)
    : QWidget(nullptr, Qt::Window)
{
    setObjectName(QStringLiteral("detachedPane_%1").arg(pane->name()));
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(frame.title);
    addActions(frame.actions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (frame.above)
        column->addWidget(frame.above);
    column->addWidget(pane, 1);
    pane->show();
    auto *back = button(tr("Back into the main window"), QStringLiteral("attachPaneButton"), QStringLiteral("undo"),
                        ButtonRole::Normal, this);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(gap, halfGap, gap, halfGap);
    foot->addWidget(muted(tr("Closing this window puts the terminal back. Its shell goes on."), this), 1);
    foot->addWidget(back);
    column->addLayout(foot);
    connect(back, &QPushButton::clicked, this, &DetachedPane::backWanted);
    resize(880, 560);
}

void DetachedPane::closeEvent(QCloseEvent *event)
{
    emit backWanted(); // and the window goes, with nothing in it: refusing would keep the program from ending
    QWidget::closeEvent(event);
}

} // namespace holdpoint::ui
