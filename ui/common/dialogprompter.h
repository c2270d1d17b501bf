// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/prompter.h>

#include <QList>
#include <QPointer>
#include <QWidget>

class QDialog;

namespace holdpoint::ui {

/// Asks in dialogs of the window; nothing blocks, nothing is preselected that would connect or send.
///
/// Thread: GUI. Borrows the window; when it is gone every question is answered "no".
class DialogPrompter final : public session::Prompter
{
public:
    explicit DialogPrompter(QWidget *window = nullptr);
    /// The window can come after what needs the prompter.
    void setWindow(QWidget *window) { m_window = window; }

    void confirmHostKey(const session::HostKeyQuestion &question, std::function<void(bool)> answer) override;
    void askSecret(const session::SecretQuestion &question,
                   std::function<void(std::optional<QString>)> answer) override;
    void withdraw() override;

private:
    void open(QDialog *dialog);

    QPointer<QWidget> m_window;
    QList<QPointer<QDialog>> m_open;
};

} // namespace holdpoint::ui
