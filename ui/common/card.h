// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/common/theme.h>

#include <QWidget>

class QVBoxLayout;

namespace holdpoint::ui {

/// A bordered box that groups what belongs together; a tone other than Neutral draws a stripe at its left.
class Card : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(QWidget *parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
    Tone m_tone = Tone::Neutral;
};

} // namespace holdpoint::ui
