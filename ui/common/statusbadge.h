// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/common/looks.h>

#include <QWidget>

namespace holdpoint::ui {

/// A pill with an icon and a word. Its accessible name is the word, so that assistive technology hears a change.
class StatusBadge final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusBadge)

public:
    explicit StatusBadge(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    [[nodiscard]] QString word() const { return m_look.word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
};

} // namespace holdpoint::ui
