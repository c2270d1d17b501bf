// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/trust.h>

#include <QDialog>

namespace holdpoint::ui {

/// Asks once for each content of a file whether it was read: what is new in it, what lint found, its hash. Nothing of the
/// file has run before, and nothing runs by this.
class TrustDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrustDialog)

public:
    TrustDialog(const runbooks::Document &document, const session::Trust &trust, const QString &findings,
                QWidget *parent = nullptr);

signals:
    void trusted();
};

} // namespace holdpoint::ui
