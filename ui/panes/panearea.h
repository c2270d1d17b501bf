// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/panes/detachedpane.h>
#include <ui/panes/panelayout.h>

#include <QMap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace holdpoint::ui {

class PaneGroup;
class PaneTree;
class TerminalPane;

/// Several terminals at once: as tabs, side by side, one below the other, or in windows of their own.
///
/// Thread: GUI. Owns the panes given to it, and the windows of those that are detached.
/// Invariants: a pane is in exactly one place; one that is given here is lost only by remove().
/// Not here: shells and connections. What needs a new shell, or ends one, is asked for by a signal.
class PaneArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneArea)

public:
    explicit PaneArea(QWidget *parent = nullptr);
    ~PaneArea() override;

    /// As a tab beside the current pane, or in a part of its own at its right or below it.
    void add(TerminalPane *pane, std::optional<Qt::Orientation> beside = std::nullopt);
    /// Takes the pane out and deletes it.
    void remove(TerminalPane *pane);
    /// In the order they are seen, detached ones last.
    [[nodiscard]] QList<TerminalPane *> panes() const;
    /// The pane that had the focus last, or is in front; that of a detached window while it is the active one.
    [[nodiscard]] TerminalPane *currentPane() const;
    void bringForward(TerminalPane *pane);
    void focusPane(TerminalPane *pane);
    /// Puts the pane in front of its tabs where nobody is typing in another of them. Moves no focus.
    void reveal(TerminalPane *pane);

    /// The current pane gets a part of its own; where it is alone in its part already, newShellWanted() asks for another.
    void split(Qt::Orientation orientation);
    /// Moves the current pane to the tabs of the next part.
    void moveToNextPart();
    /// Closes what a person may close (closeWanted() asks for it); any other pane goes back to the tabs of the part beside it.
    void close(TerminalPane *pane);
    [[nodiscard]] bool isMaximised() const { return !m_maximised.isNull(); }
    void toggleMaximised();
    void restore();
    /// Moves the focus to the nearest part in this direction. False where there is none.
    bool focusNeighbour(QPoint direction);

    /// A window of its own, and back. Takes what stands above the pane there.
    void detach(TerminalPane *pane, const DetachedPane::Frame &frame);
    void attach(TerminalPane *pane);
    [[nodiscard]] bool isDetached(const TerminalPane *pane) const;
    void attachAll();
    /// Whether one of its windows is the active one.
    [[nodiscard]] bool hasActiveWindow() const;

    [[nodiscard]] PaneLayout layoutOf() const;
    void arrange(const PaneLayout &layout);

signals:
    void layoutChanged();
    void currentChanged();
    void maximisedChanged();
    void newShellWanted(holdpoint::ui::TerminalPane *beside, Qt::Orientation orientation);
    void closeWanted(holdpoint::ui::TerminalPane *pane);
    void menuWanted(QPoint globalPosition);

private:
    struct Detached
    {
        DetachedPane *window;
        QPointer<PaneGroup> home; ///< where it came from
    };

    void watch(PaneGroup *group);
    void focusMoved(const QWidget *now);
    void markKeys();
    [[nodiscard]] PaneGroup *currentGroup() const;
    void leave(PaneGroup *group);
    void changed();

    PaneTree *m_tree;
    QLabel *m_empty;
    QPointer<TerminalPane> m_current;
    QPointer<PaneGroup> m_maximised;
    QMap<TerminalPane *, Detached> m_detached;
    QTimer m_changed; ///< many changes, told as one
};

} // namespace holdpoint::ui
