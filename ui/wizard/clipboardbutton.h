// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QPushButton>

namespace holdpoint::ui {

/// What a host wants on the clipboard (OSC 52): nothing gets there before a person has seen it and said so, once or for as long as the
/// terminal lives. Hidden while nothing is wanted.
///
/// Thread: GUI.
class ClipboardButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardButton)

public:
    /// `name`: the terminal's.
    explicit ClipboardButton(const QString &name, QWidget *parent = nullptr);

    /// The newest replaces the one before.
    void offer(const QString &text);

private:
    void open();

    QString m_name;
    QString m_text;
    bool m_always = false;
};

} // namespace holdpoint::ui
