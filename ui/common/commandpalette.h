// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QLineEdit;
class QListWidget;

namespace holdpoint::ui {

/// A list, by default of everything the window can do, in which an item is found by typing a few letters of it.
class CommandPalette final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    struct Item
    {
        QString text; ///< "Escalate…", "Open runbook 6.1 Alert Investigation"
        QString hint; ///< the shortcut, shown at the right
        std::function<void()> run;
    };

    explicit CommandPalette(QList<Item> items, QWidget *parent = nullptr);

    /// Says in the empty field what may be typed, and the same for assistive technology.
    void setPatternHint(const QString &hint, const QString &accessibleName);
    /// What the text itself may mean where no item has it; comes last, and first where no item is like it.
    void setTyped(std::function<std::optional<Item>(const QString &text)> typed);

    /// One item for each enabled action that has a text.
    static QList<Item> itemsOf(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void runCurrent();

    void addRow(const Item &item, int index);

    QList<Item> m_items;
    std::function<std::optional<Item>(const QString &text)> m_typed;
    std::optional<Item> m_typedItem;
    QLineEdit *m_pattern;
    QListWidget *m_list;
};

} // namespace holdpoint::ui
