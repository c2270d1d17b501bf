// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>
#include <QKeyCombination>

#include <functional>

class QAction;

namespace holdpoint::ui {

/// What keys do while a terminal has the focus.
struct KeysInTerminal
{
    std::function<bool(QKeyCombination)> isWindowKey; ///< else the key goes to the host
    QList<std::pair<QString, QString>> own;           ///< the terminal's own keys, and what they do
};

/// Every key that works now, read from the live actions so that it cannot differ from the truth, and whether it also works
/// while a terminal has the focus.
class KeySheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeySheet)

public:
    KeySheet(const QList<QAction *> &actions, const KeysInTerminal &inTerminal, QWidget *parent = nullptr);
};

} // namespace holdpoint::ui
