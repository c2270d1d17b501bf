// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The floor for a Qt program: a widget that paints the letter of the last key, and nothing else.
// Usage: bare_window [--first-paint]

#include <tests/bench/firstpaint.h>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QWidget>
#include <QWindow>

namespace {

class Letter final : public QWidget
{
protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        m_text = event->text();
        update(m_letter);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.fillRect(event->rect(), Qt::black);
        painter.setPen(Qt::white);
        painter.drawText(m_letter, Qt::AlignCenter, m_text);
    }

private:
    const QRect m_letter{4, 4, 16, 24};
    QString m_text;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Letter letter;
    letter.resize(660, 440);
    letter.show();
    holdpoint::bench::FirstPaint firstPaint;
    if (application.arguments().contains(QStringLiteral("--first-paint")))
        letter.windowHandle()->installEventFilter(&firstPaint);
    return QApplication::exec();
}
