// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QScrollArea>

namespace holdpoint::ui {

/// A form in a dialog: wants to be as high as what it holds, and scrolls where the screen is too low for that,
/// always to what has the focus.
class FormArea final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormArea)

public:
    /// Takes the form over, which has a layout.
    explicit FormArea(QWidget *form, QWidget *parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace holdpoint::ui
