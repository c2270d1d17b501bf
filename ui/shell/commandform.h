// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QDialog>

namespace holdpoint::ui {

/// Asks for the values of one common command and shows what would be typed; nothing is sent by it.
class CommandForm final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandForm)

public:
    CommandForm(const runbooks::Command &command, const QDate &today, QWidget *parent = nullptr);

signals:
    /// The command with its values in place.
    void filled(const QString &text);
};

} // namespace holdpoint::ui
