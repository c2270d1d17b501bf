// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/panetree.h>

#include <ui/panes/panegroup.h>
#include <ui/wizard/terminalpane.h>

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace holdpoint::ui {

namespace {

constexpr int whole = 1000;

QList<int> sharesOf(QList<int> sizes)
{
    const int all = std::max(1, std::accumulate(sizes.begin(), sizes.end(), 0));
    for (int &size : sizes)
        size = std::max(1, size * whole / all);
    return sizes;
}

void collect(QWidget *part, QList<PaneGroup *> &groups)
{
    if (auto *group = qobject_cast<PaneGroup *>(part)) {
        groups += group;
        return;
    }
    const auto *splitter = qobject_cast<QSplitter *>(part);
    for (int index = 0; splitter && index < splitter->count(); ++index)
        collect(splitter->widget(index), groups);
}

int overlap(int from, int to, int otherFrom, int otherTo) { return std::min(to, otherTo) - std::max(from, otherFrom); }

} // namespace

PaneTree::PaneTree(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_root(newGroup())
{
    setObjectName(QStringLiteral("paneTree"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_root);
}

PaneGroup *PaneTree::newGroup() { return new PaneGroup(this); }

QSplitter *PaneTree::newSplitter(Qt::Orientation orientation)
{
    auto *splitter = new QSplitter(orientation, this);
    splitter->setObjectName(QStringLiteral("paneTreeSplitter"));
    splitter->setChildrenCollapsible(false);
    connect(splitter, &QSplitter::splitterMoved, this, &PaneTree::moved);
    return splitter;
}

QList<PaneGroup *> PaneTree::groups() const
{
    QList<PaneGroup *> all;
    collect(m_root, all);
    return all;
}

PaneGroup *PaneTree::groupOf(const TerminalPane *pane) const
{
    const QList<PaneGroup *> all = groups();
    const auto found = std::ranges::find_if(all, [pane](const PaneGroup *group) { return group->indexOf(pane) >= 0; });
    return found == all.end() ? nullptr : *found;
}

void PaneTree::replace(QWidget *old, QWidget *by)
{
    if (old == m_root) {
        delete m_column->replaceWidget(old, by);
        old->setParent(nullptr);
        m_root = by;
    } else if (auto *splitter = qobject_cast<QSplitter *>(old->parentWidget())) {
        const QList<int> sizes = splitter->sizes();
        splitter->replaceWidget(splitter->indexOf(old), by);
        splitter->setSizes(sizes);
    }
    by->show();
}

PaneGroup *PaneTree::openBeside(PaneGroup *group, Qt::Orientation orientation)
{
    PaneGroup *fresh = newGroup();
    if (auto *splitter = qobject_cast<QSplitter *>(group->parentWidget());
        splitter && splitter->orientation() == orientation) {
        QList<int> sizes = splitter->sizes();
        const int at = splitter->indexOf(group);
        const int half = sizes[at] / 2;
        sizes[at] -= half;
        sizes.insert(at + 1, half);
        splitter->insertWidget(at + 1, fresh);
        splitter->setSizes(sizes);
    } else {
        QSplitter *both = newSplitter(orientation);
        replace(group, both);
        both->addWidget(group);
        both->addWidget(fresh);
        both->setSizes({whole, whole});
        group->show();
    }
    fresh->show();
    emit groupAdded(fresh);
    return fresh;
}

void PaneTree::drop(PaneGroup *group)
{
    auto *splitter = qobject_cast<QSplitter *>(group->parentWidget());
    if (!splitter || group->count() > 0)
        return;
    group->setParent(nullptr); // out of the tree now, deleted when nothing of it is on the stack
    group->deleteLater();
    if (splitter->count() > 1)
        return;
    QWidget *left = splitter->widget(0);
    replace(splitter, left);
    splitter->deleteLater();
}

PaneGroup *PaneTree::neighbour(const PaneGroup *group, QPoint direction) const
{
    const auto rectOf = [this](const PaneGroup *each) { return QRect(each->mapTo(this, QPoint()), each->size()); };
    const QRect here = rectOf(group);
    PaneGroup *nearest = nullptr;
    std::pair<int, int> best;
    for (PaneGroup *other : groups()) {
        const QRect there = rectOf(other);
        const bool sideways = direction.x() != 0;
        const int distance = direction.x() > 0   ? there.left() - here.right()
                             : direction.x() < 0 ? here.left() - there.right()
                             : direction.y() > 0 ? there.top() - here.bottom()
                                                 : here.top() - there.bottom();
        const int shared = sideways ? overlap(here.top(), here.bottom(), there.top(), there.bottom())
                                    : overlap(here.left(), here.right(), there.left(), there.right());
        const std::pair rank(distance, -shared);
        if (other == group || distance <= 0 || shared <= 0 || other->isHidden() || (nearest && rank >= best))
            continue;
        nearest = other;
        best = rank;
    }
    return nearest;
}

void PaneTree::showOnly(PaneGroup *group)
{
    const auto walk = [this, group](const auto &self, QWidget *part) -> void {
        auto *splitter = qobject_cast<QSplitter *>(part);
        if (splitter && group)
            m_sizes.insert(splitter, splitter->sizes());
        part->setVisible(!group || part == group || (splitter && part->isAncestorOf(group)));
        for (int index = 0; splitter && index < splitter->count(); ++index)
            self(self, splitter->widget(index));
        if (splitter && !group && m_sizes.contains(splitter))
            splitter->setSizes(m_sizes.take(splitter));
    };
    walk(walk, m_root);
    if (!group)
        m_sizes.clear();
}

PaneLayout PaneTree::read(const QWidget *part) const
{
    PaneLayout layout;
    if (const auto *group = qobject_cast<const PaneGroup *>(part)) {
        for (const TerminalPane *pane : group->panes())
            layout.panes += pane->name();
        layout.front = group->front() ? group->front()->name() : QString();
    } else if (const auto *splitter = qobject_cast<const QSplitter *>(part)) {
        layout.orientation = splitter->orientation();
        layout.shares = sharesOf(m_sizes.value(splitter, splitter->sizes()));
        for (int index = 0; index < splitter->count(); ++index)
            layout.parts += read(splitter->widget(index));
    }
    return layout;
}

PaneLayout PaneTree::layoutOf() const { return read(m_root); }

QWidget *PaneTree::build(const PaneLayout &layout, QMap<QString, TerminalPane *> &panes)
{
    if (layout.parts.isEmpty()) {
        PaneGroup *group = nullptr;
        TerminalPane *front = panes.value(layout.front);
        for (const QString &name : layout.panes) {
            TerminalPane *pane = panes.take(name);
            if (pane && !group)
                group = newGroup();
            if (pane)
                group->addPane(pane);
        }
        if (group && group->indexOf(front) >= 0)
            group->setCurrentWidget(front);
        return group;
    }
    QList<QWidget *> parts;
    QList<int> shares;
    for (qsizetype index = 0; index < layout.parts.size(); ++index) {
        if (QWidget *part = build(layout.parts[index], panes)) {
            parts += part;
            shares += layout.shares.value(index, 1);
        }
    }
    if (parts.size() < 2)
        return parts.value(0);
    QSplitter *splitter = newSplitter(layout.orientation);
    for (QWidget *part : std::as_const(parts))
        splitter->addWidget(part);
    splitter->setSizes(shares);
    return splitter;
}

void PaneTree::arrange(const PaneLayout &layout)
{
    QList<TerminalPane *> all;
    QMap<QString, TerminalPane *> panes;
    for (PaneGroup *group : groups()) {
        for (TerminalPane *pane : group->panes()) {
            group->takePane(pane);
            panes.insert(pane->name(), pane);
            all += pane;
        }
    }
    QWidget *old = m_root;
    QWidget *built = build(layout, panes);
    replace(old, built ? built : newGroup());
    old->deleteLater();
    const QList<PaneGroup *> made = groups();
    for (TerminalPane *pane : std::as_const(all)) {
        if (panes.contains(pane->name())) {
            TerminalPane *front = made.first()->front();
            made.first()->addPane(pane);
            made.first()->setCurrentWidget(front ? front : pane);
        }
    }
    for (PaneGroup *group : made)
        emit groupAdded(group);
}

} // namespace holdpoint::ui
