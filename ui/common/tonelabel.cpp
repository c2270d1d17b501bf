// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/tonelabel.h>

#include <QEvent>

namespace holdpoint::ui {

ToneLabel::ToneLabel(const QString &text, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(true);
    tint();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    tint();
}

void ToneLabel::tint()
{
    const QColor colour = toneColours(m_tone, palette()).text;
    if (palette().color(QPalette::WindowText) == colour)
        return;
    // Only this one role is ours: all others must go on following the application.
    QPalette own;
    own.setColor(QPalette::WindowText, colour);
    setPalette(own);
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace holdpoint::ui
