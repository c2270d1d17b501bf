// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>

namespace holdpoint::ui {

/// Shows what a host wants on the clipboard before it is there.
class ClipboardDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardDialog)

public:
    enum class Decision { Put, Refuse };

    /// `always`: the terminal may do so without asking already.
    ClipboardDialog(const QString &terminal, const QString &text, bool always, QWidget *parent = nullptr);

signals:
    /// `always`: from now on without asking.
    void decided(holdpoint::ui::ClipboardDialog::Decision decision, bool always);
};

} // namespace holdpoint::ui
