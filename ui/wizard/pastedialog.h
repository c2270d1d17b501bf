// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/paste.h>

#include <QDialog>
#include <QStringList>

namespace holdpoint::ui {

/// Shows exactly what a paste would send, before it is sent.
class PasteDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteDialog)

public:
    /// `broadcast`: the panes it goes to, where it is more than one.
    PasteDialog(const QString &cleanText, const terminal::PasteFindings &findings, const QStringList &broadcast,
                QWidget *parent = nullptr);

signals:
    void confirmed(const QString &cleanText);
};

} // namespace holdpoint::ui
