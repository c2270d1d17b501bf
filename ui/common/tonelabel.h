// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/common/theme.h>

#include <QLabel>

namespace holdpoint::ui {

/// Wrapped plain text in a tone's colour; follows a change of scheme. The text itself says what the colour says.
class ToneLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToneLabel)

public:
    ToneLabel(const QString &text, Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    Tone m_tone;
};

} // namespace holdpoint::ui
