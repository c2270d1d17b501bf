// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/panes/panelayout.h>

#include <QMap>
#include <QWidget>

class QSplitter;
class QVBoxLayout;

namespace holdpoint::ui {

class PaneGroup;
class TerminalPane;

/// Groups of panes in a tree of splitters; there is always at least one group, if an empty one.
///
/// Thread: GUI. Owns groups, splitters and the panes in them.
class PaneTree final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneTree)

public:
    explicit PaneTree(QWidget *parent = nullptr);

    /// In the order they are read: from the left and from above.
    [[nodiscard]] QList<PaneGroup *> groups() const;
    /// Null for a pane that is not here.
    [[nodiscard]] PaneGroup *groupOf(const TerminalPane *pane) const;
    /// A new, empty group at the right of this one or below it; they share its place.
    PaneGroup *openBeside(PaneGroup *group, Qt::Orientation orientation);
    /// Removes a group without panes; its neighbours take its place. The last one stays.
    void drop(PaneGroup *group);
    /// The nearest group in this direction (of a unit vector), or null.
    [[nodiscard]] PaneGroup *neighbour(const PaneGroup *group, QPoint direction) const;
    /// Hides all others; null shows all.
    void showOnly(PaneGroup *group);

    [[nodiscard]] PaneLayout layoutOf() const;
    /// Panes it does not name join the first group; names without a pane are left out.
    void arrange(const PaneLayout &layout);

signals:
    void groupAdded(holdpoint::ui::PaneGroup *group);
    void moved(); ///< a person moved a splitter

private:
    PaneGroup *newGroup();
    QSplitter *newSplitter(Qt::Orientation orientation);
    void replace(QWidget *old, QWidget *by);
    QWidget *build(const PaneLayout &layout, QMap<QString, TerminalPane *> &panes);
    [[nodiscard]] PaneLayout read(const QWidget *part) const;

    QVBoxLayout *m_column;
    QWidget *m_root;
    QMap<const QSplitter *, QList<int>> m_sizes; ///< as they were before showOnly()
};

} // namespace holdpoint::ui
