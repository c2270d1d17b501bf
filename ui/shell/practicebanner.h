// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QWidget>

namespace holdpoint::ui {

/// Says across the whole window that commands go to the practice host and nothing real is touched.
class PracticeBanner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeBanner)

public:
    /// `warning` is shown in place of the promise that nothing real is touched.
    explicit PracticeBanner(const QString &warning, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace holdpoint::ui
