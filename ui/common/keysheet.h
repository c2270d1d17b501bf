// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>

class QAction;

namespace holdpoint::ui {

/// Every key that works now, read from the live actions so that it cannot differ from the truth.
class KeySheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeySheet)

public:
    explicit KeySheet(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace holdpoint::ui
