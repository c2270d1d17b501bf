// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/panegroup.h>

#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/wizard/terminalpane.h>

#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace holdpoint::ui {

namespace {
constexpr int closeSize = 24;
}

PaneGroup::PaneGroup(QWidget *parent)
    : QTabWidget(parent)
    , m_restore(
          button(tr("Maximised: show all again"), QStringLiteral("restorePanesButton"), {}, ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("paneGroup"));
    setAccessibleName(tr("Terminals in this part"));
    setDocumentMode(true);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    m_restore->hide();
    tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_restore, &QPushButton::clicked, this, &PaneGroup::restoreWanted);
    connect(tabBar(), &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        if (const int index = tabBar()->tabAt(at); index >= 0) {
            setCurrentIndex(index);
            emit menuWanted(front(), tabBar()->mapToGlobal(at));
        }
    });
}

void PaneGroup::addPane(TerminalPane *pane)
{
    const int index = addTab(pane, pane->title());
    connect(pane, &TerminalPane::titleChanged, this, [this, pane] { refreshTitle(pane); });
    if (pane->isClosable()) {
        auto *close = new QToolButton(tabBar());
        close->setObjectName(QStringLiteral("closePane_%1").arg(pane->name()));
        close->setAccessibleName(tr("Close %1").arg(pane->name()));
        close->setToolTip(close->accessibleName());
        close->setIcon(icon(QStringLiteral("cross")));
        close->setAutoRaise(true);
        close->setFixedSize(closeSize, closeSize);
        close->setFocusPolicy(Qt::NoFocus); // Ctrl+Shift+W is the keyboard's way
        connect(close, &QToolButton::clicked, this, [this, pane] { emit closeWanted(pane); });
        tabBar()->setTabButton(index, QTabBar::RightSide, close);
    }
    setCurrentIndex(index);
}

void PaneGroup::takePane(TerminalPane *pane)
{
    pane->disconnect(this);
    removeTab(indexOf(pane));
    pane->setParent(nullptr);
}

TerminalPane *PaneGroup::front() const { return qobject_cast<TerminalPane *>(currentWidget()); }

QList<TerminalPane *> PaneGroup::panes() const
{
    QList<TerminalPane *> all;
    for (int index = 0; index < count(); ++index) {
        if (auto *pane = qobject_cast<TerminalPane *>(widget(index)))
            all += pane;
    }
    return all;
}

void PaneGroup::showSize(Size size)
{
    const bool maximised = size == Size::Maximised;
    setCornerWidget(maximised ? m_restore : nullptr); // one that is hidden would still part the line below the tabs
    m_restore->setVisible(maximised);
}

void PaneGroup::refreshTitle(TerminalPane *pane)
{
    const int index = indexOf(pane);
    if (tabText(index) != pane->title())
        setTabText(index, pane->title());
}

} // namespace holdpoint::ui
