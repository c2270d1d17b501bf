// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/panearea.h>

#include <ui/common/labels.h>
#include <ui/panes/panegroup.h>
#include <ui/panes/panetree.h>
#include <ui/wizard/terminalpane.h>

#include <QApplication>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace holdpoint::ui {

PaneArea::PaneArea(QWidget *parent)
    : QWidget(parent)
    , m_tree(new PaneTree(this))
    , m_empty(muted(tr("All terminals are in windows of their own."), this))
{
    setObjectName(QStringLiteral("paneArea"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
    m_empty->setContentsMargins(wideGap, gap, wideGap, gap);
    m_empty->hide();
    m_changed.setSingleShot(true);
    m_changed.setInterval(0);
    connect(&m_changed, &QTimer::timeout, this, &PaneArea::layoutChanged);
    connect(m_tree, &PaneTree::groupAdded, this, &PaneArea::watch);
    connect(m_tree, &PaneTree::moved, this, &PaneArea::changed);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) { focusMoved(now); });
    watch(m_tree->groups().first());
}

PaneArea::~PaneArea()
{
    qApp->disconnect(this);
    for (PaneGroup *group : m_tree->groups())
        group->disconnect(this);
    for (const Detached &detached : std::exchange(m_detached, {}))
        delete detached.window; // its pane is in it
}

void PaneArea::watch(PaneGroup *group)
{
    group->disconnect(this);
    connect(group, &PaneGroup::closeWanted, this, &PaneArea::close);
    connect(group, &PaneGroup::restoreWanted, this, &PaneArea::restore);
    connect(group, &PaneGroup::currentChanged, this, [this, group] {
        if (TerminalPane *front = group->front())
            m_current = front;
        changed();
        emit currentChanged();
    });
    connect(group, &PaneGroup::menuWanted, this, [this](TerminalPane *pane, QPoint at) {
        m_current = pane;
        emit currentChanged();
        emit menuWanted(at);
    });
}

void PaneArea::focusMoved(const QWidget *now)
{
    for (TerminalPane *pane : panes()) {
        if (now && (now == pane || pane->isAncestorOf(now)) && m_current != pane) {
            m_current = pane;
            emit currentChanged();
        }
    }
    markKeys();
}

/// What is typed into the wrong one of two terminals may reach the wrong host.
void PaneArea::markKeys()
{
    using Keys = TerminalPane::Keys;
    const bool several = m_tree->groups().size() > 1 && !isMaximised();
    const QWidget *focused = QApplication::focusWidget();
    for (TerminalPane *pane : panes()) {
        const bool isHere = focused && (focused == pane || pane->isAncestorOf(focused));
        pane->showKeys(!several || isDetached(pane) ? Keys::Alone : isHere ? Keys::Here : Keys::Elsewhere);
    }
}

void PaneArea::changed()
{
    markKeys();
    m_empty->setVisible(!m_detached.isEmpty() && m_tree->groups().size() == 1
                        && m_tree->groups().first()->count() == 0);
    m_changed.start();
}

PaneGroup *PaneArea::currentGroup() const
{
    PaneGroup *group = m_tree->groupOf(m_current);
    return group ? group : m_tree->groups().first();
}

void PaneArea::add(TerminalPane *pane, std::optional<Qt::Orientation> beside)
{
    restore();
    PaneGroup *group = currentGroup();
    if (beside && group->count() > 0)
        group = m_tree->openBeside(group, *beside);
    group->addPane(pane);
    m_current = pane;
    changed();
    emit currentChanged();
}

void PaneArea::remove(TerminalPane *pane)
{
    if (isDetached(pane)) {
        const Detached detached = m_detached.take(pane);
        pane->setParent(nullptr);
        detached.window->disconnect(this);
        detached.window->hide();
        detached.window->deleteLater();
    } else if (PaneGroup *group = m_tree->groupOf(pane)) {
        restore();
        group->takePane(pane);
        leave(group);
    }
    pane->hide();
    pane->deleteLater();
    changed();
    emit currentChanged();
}

/// The group may be empty now: then it goes, and the current pane is one that is seen.
void PaneArea::leave(PaneGroup *group)
{
    m_current = group->front();
    m_tree->drop(group);
    if (!m_current)
        m_current = m_tree->groups().first()->front();
}

QList<TerminalPane *> PaneArea::panes() const
{
    QList<TerminalPane *> all;
    for (const PaneGroup *group : m_tree->groups())
        all += group->panes();
    return all + m_detached.keys();
}

TerminalPane *PaneArea::currentPane() const
{
    for (auto detached = m_detached.begin(); detached != m_detached.end(); ++detached) {
        if (detached->window->isActiveWindow())
            return detached.key();
    }
    return m_current && !isDetached(m_current) ? m_current.data() : m_tree->groups().first()->front();
}

void PaneArea::bringForward(TerminalPane *pane)
{
    PaneGroup *group = m_tree->groupOf(pane);
    if (!group)
        return;
    if (m_maximised && m_maximised != group)
        restore();
    group->setCurrentWidget(pane);
    m_current = pane;
    emit currentChanged();
}

void PaneArea::focusPane(TerminalPane *pane)
{
    bringForward(pane);
    if (isDetached(pane)) {
        pane->window()->raise();
        pane->window()->activateWindow();
    }
    pane->focusTerminal();
}

void PaneArea::reveal(TerminalPane *pane)
{
    PaneGroup *group = m_tree->groupOf(pane);
    const QWidget *focused = QApplication::focusWidget();
    if (!group || (focused && group->isAncestorOf(focused)))
        return;
    {
        const QSignalBlocker quiet(group); // the current pane stays where a person is, unless it would be hidden
        group->setCurrentWidget(pane);
    }
    if (m_tree->groupOf(m_current) == group)
        m_current = pane;
    changed();
    emit currentChanged();
}

void PaneArea::split(Qt::Orientation orientation)
{
    TerminalPane *pane = currentPane();
    if (!pane)
        return;
    PaneGroup *group = m_tree->groupOf(pane);
    if (!group || group->count() == 1) {
        emit newShellWanted(pane, orientation);
        return;
    }
    restore();
    group->takePane(pane);
    m_tree->openBeside(group, orientation)->addPane(pane);
    changed();
    focusPane(pane);
}

void PaneArea::moveToNextPart()
{
    TerminalPane *pane = currentPane();
    PaneGroup *group = m_tree->groupOf(pane);
    const QList<PaneGroup *> groups = m_tree->groups();
    if (!group || groups.size() < 2)
        return;
    restore();
    PaneGroup *next = groups[(groups.indexOf(group) + 1) % groups.size()];
    group->takePane(pane);
    leave(group);
    next->addPane(pane);
    changed();
    focusPane(pane);
}

void PaneArea::close(TerminalPane *pane)
{
    if (pane->isClosable()) {
        emit closeWanted(pane);
        return;
    }
    if (isDetached(pane)) {
        attach(pane);
        return;
    }
    PaneGroup *group = m_tree->groupOf(pane);
    const QList<PaneGroup *> groups = m_tree->groups();
    if (!group || groups.size() < 2)
        return;
    restore();
    const qsizetype at = groups.indexOf(group);
    PaneGroup *beside = groups[at > 0 ? at - 1 : 1];
    group->takePane(pane);
    leave(group);
    beside->addPane(pane);
    changed();
    focusPane(pane);
}

void PaneArea::toggleMaximised()
{
    if (isMaximised()) {
        restore();
        return;
    }
    TerminalPane *pane = currentPane();
    PaneGroup *group = pane ? m_tree->groupOf(pane) : nullptr;
    if (!group)
        return;
    m_maximised = group;
    m_tree->showOnly(group);
    group->showSize(PaneGroup::Size::Maximised);
    markKeys();
    emit maximisedChanged();
    focusPane(pane);
}

void PaneArea::restore()
{
    if (!isMaximised())
        return;
    m_maximised->showSize(PaneGroup::Size::Shared);
    m_maximised.clear();
    m_tree->showOnly(nullptr);
    markKeys();
    emit maximisedChanged();
}

bool PaneArea::focusNeighbour(QPoint direction)
{
    const PaneGroup *group = m_tree->groupOf(currentPane());
    const PaneGroup *next = group ? m_tree->neighbour(group, direction) : nullptr;
    if (!next || !next->front())
        return false;
    focusPane(next->front());
    return true;
}

void PaneArea::detach(TerminalPane *pane, const DetachedPane::Frame &frame)
{
    PaneGroup *group = m_tree->groupOf(pane);
    if (!group) {
        delete frame.above;
        return;
    }
    restore();
    group->takePane(pane);
    auto *window = new DetachedPane(pane, frame);
    m_detached.insert(pane, {window, group});
    connect(window, &DetachedPane::backWanted, this, [this, pane] { attach(pane); });
    leave(group);
    window->show();
    window->activateWindow();
    pane->focusTerminal();
    changed();
    emit currentChanged();
}

void PaneArea::attach(TerminalPane *pane)
{
    if (!isDetached(pane))
        return;
    restore();
    const Detached detached = m_detached.take(pane);
    detached.window->disconnect(this);
    detached.window->hide();
    detached.window->deleteLater();
    const bool hasHome = detached.home && m_tree->groups().contains(detached.home.data());
    (hasHome ? detached.home.data() : m_tree->groups().first())->addPane(pane);
    changed();
    window()->activateWindow();
    focusPane(pane);
}

bool PaneArea::isDetached(const TerminalPane *pane) const
{
    return m_detached.contains(const_cast<TerminalPane *>(pane)); // the key of a map, never written to
}

void PaneArea::attachAll()
{
    for (TerminalPane *pane : m_detached.keys())
        attach(pane);
}

bool PaneArea::hasActiveWindow() const
{
    return std::ranges::any_of(m_detached, [](const Detached &each) { return each.window->isActiveWindow(); });
}

PaneLayout PaneArea::layoutOf() const { return m_tree->layoutOf(); }

void PaneArea::arrange(const PaneLayout &layout)
{
    restore();
    m_tree->arrange(layout);
    m_current = m_tree->groups().first()->front();
    emit currentChanged();
}

} // namespace holdpoint::ui
