// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace holdpoint::ui {

/// The strip at the left that leads to the window's pages: an icon and a word for each.
class NavigationBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationBar)

public:
    explicit NavigationBar(QWidget *parent = nullptr);

    /// A checkable action becomes a button that shows it.
    void addPage(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
};

} // namespace holdpoint::ui
