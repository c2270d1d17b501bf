// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/paste.h>

#include <QDialog>

namespace holdpoint::ui {

/// Shows exactly what a paste would send, before it is sent.
class PasteDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteDialog)

public:
    PasteDialog(const QString &cleanText, const terminal::PasteFindings &findings, QWidget *parent = nullptr);

signals:
    void confirmed(const QString &cleanText);
};

} // namespace holdpoint::ui
