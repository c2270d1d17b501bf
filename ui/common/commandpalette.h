// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QPointer>

#include <functional>

class QAction;
class QLineEdit;
class QListWidget;

namespace holdpoint::ui {

/// Everything the window can do, found by typing a few letters of it.
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

    /// One item for each enabled action that has a text.
    static QList<Item> itemsOf(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void runCurrent();

    QList<Item> m_items;
    QLineEdit *m_pattern;
    QListWidget *m_list;
};

} // namespace holdpoint::ui
