// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QTabWidget>

class QPushButton;

namespace holdpoint::ui {

class TerminalPane;

/// The panes that share one part of a PaneTree, as tabs. A tab says the state of its pane in words.
///
/// Thread: GUI. Owns the panes until they are taken out.
class PaneGroup final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneGroup)

public:
    explicit PaneGroup(QWidget *parent = nullptr);

    void addPane(TerminalPane *pane);
    void takePane(TerminalPane *pane);
    [[nodiscard]] TerminalPane *front() const;
    [[nodiscard]] QList<TerminalPane *> panes() const;
    /// Says that it fills the page, with a button that brings the others back.
    enum class Size { Shared, Maximised };
    void showSize(Size size);

signals:
    void closeWanted(holdpoint::ui::TerminalPane *pane);
    void menuWanted(holdpoint::ui::TerminalPane *pane, QPoint globalPosition);
    void restoreWanted();

private:
    void refreshTitle(TerminalPane *pane);

    QPushButton *m_restore;
};

} // namespace holdpoint::ui
