// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/error.h>
#include <ui/common/theme.h>

#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace holdpoint::ui {

class ToneLabel;

/// One non-modal message across the top of the window; the newest replaces the one before. Never takes the focus.
class MessageBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void say(Tone tone, const QString &text);
    /// With a button that does something about it. One that must stay has no other way to go.
    enum class Stay { UntilDismissed, UntilDone };
    void offer(Tone tone, const QString &text, const QString &actionText, std::function<void()> action,
               Stay stay = Stay::UntilDismissed);
    void say(const Error &error);
    void dismiss();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_do;
    Tone m_tone = Tone::Info;
};

} // namespace holdpoint::ui
