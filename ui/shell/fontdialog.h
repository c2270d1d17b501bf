// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>

class QLabel;
class QListWidget;

namespace holdpoint::ui {

/// Offers the installed fixed-pitch fonts for terminals, each in its own letters, and shows the chosen one at work.
///
/// Not here: using and keeping the choice.
class FontDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FontDialog)

public:
    /// `family` is the one chosen now; empty is the desktop's.
    explicit FontDialog(const QString &family, QWidget *parent = nullptr);

signals:
    void chosen(const QString &family);

private:
    [[nodiscard]] QString family() const;
    void showExample();

    QListWidget *m_list;
    QLabel *m_example;
};

} // namespace holdpoint::ui
