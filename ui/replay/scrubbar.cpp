// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/replay/scrubbar.h>

#include <models/timeline/axis.h>
#include <ui/common/labels.h>
#include <ui/replay/outcometone.h>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>

namespace holdpoint::ui {

namespace {

constexpr int barHeight = 36;
constexpr int grooveHeight = 6;
constexpr int grooveTop = 20;
constexpr int handleRadius = 7;
constexpr int sideMargin = 10;
constexpr int momentHeight = 10;
constexpr int reach = 6; // of the pointer, in pixels
constexpr qint64 longestSlider = 1'000'000'000;

} // namespace

QString gapWords(const replay::Gap &missing)
{
    return missing.kind == replay::Gap::Kind::Erased
               ? ScrubBar::tr("This part of the recording was erased.")
               : ScrubBar::tr("Here %L1 bytes were not recorded: the output of one command was over the limit.")
                     .arg(missing.bytes);
}

ScrubBar::ScrubBar(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("scrubBar"));
    setAccessibleName(tr("Position in the recording"));
    setFocusPolicy(Qt::StrongFocus);
    setTracking(true);
    connect(this, &QSlider::actionTriggered, this, [this] { emit seekWanted(qint64(sliderPosition()) * m_unit); });
}

void ScrubBar::setTimeline(const timeline::Timeline *timeline, qint64 durationMs)
{
    m_timeline = timeline;
    m_duration = durationMs;
    m_unit = durationMs / longestSlider + 1;
    const QSignalBlocker quiet(this);
    setRange(0, int(durationMs / m_unit));
    setSingleStep(int(std::max<qint64>(1, stepMs / m_unit)));
    setPageStep(int(std::max<qint64>(1, 6 * stepMs / m_unit)));
    setPosition(0);
    update();
}

void ScrubBar::setGaps(const QList<replay::Gap> &gaps)
{
    m_gaps = gaps;
    update();
}

void ScrubBar::setPosition(qint64 ms)
{
    if (!isSliderDown())
        setValue(int(ms / m_unit));
    setAccessibleDescription(tr("%1 of %2").arg(timeline::clockText(ms), timeline::clockText(m_duration)));
}

QSize ScrubBar::sizeHint() const { return {320, barHeight}; }

int ScrubBar::xOf(qint64 ms) const
{
    return sideMargin + int(double(width() - 2 * sideMargin) * double(ms) / double(std::max<qint64>(m_duration, 1)));
}

qint64 ScrubBar::msAt(int x) const
{
    const double part = double(x - sideMargin) / double(std::max(1, width() - 2 * sideMargin));
    return qint64(std::clamp(part, 0.0, 1.0) * double(m_duration));
}

void ScrubBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QSlider::mousePressEvent(event);
    setSliderDown(true);
    setValue(int(msAt(event->pos().x()) / m_unit));
    emit seekWanted(msAt(event->pos().x()));
}

void ScrubBar::mouseMoveEvent(QMouseEvent *event)
{
    if (!isSliderDown())
        return;
    setValue(int(msAt(event->pos().x()) / m_unit));
    emit seekWanted(msAt(event->pos().x()));
}

void ScrubBar::mouseReleaseEvent(QMouseEvent *) { setSliderDown(false); }

void ScrubBar::wheelEvent(QWheelEvent *event) { event->ignore(); } // a page that scrolls must not seek

QString ScrubBar::textAt(int x) const
{
    QStringList lines;
    for (const timeline::Item &item : m_timeline ? m_timeline->items : QList<timeline::Item>()) {
        if (std::abs(xOf(item.fromMs) - x) <= reach && lines.size() < 6)
            lines.append(tr("%1 %2", "a time and what happened then").arg(timeline::clockText(item.fromMs), item.what));
    }
    for (const replay::Gap &missing : m_gaps) {
        if (x >= xOf(missing.fromMs) - reach && x <= xOf(missing.toMs) + reach)
            lines.append(gapWords(missing));
    }
    return lines.isEmpty() ? timeline::clockText(msAt(x)) : lines.join(QLatin1Char('\n'));
}

bool ScrubBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QSlider::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    // What happened holds text of hosts: as plain text it obeys no mark-up.
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(textAt(help->pos().x())), this);
    return true;
}

void ScrubBar::paintGaps(QPainter &painter) const
{
    const ToneColours tone = toneColours(Tone::Warning, palette());
    for (const replay::Gap &missing : m_gaps) {
        const QRect rect(xOf(missing.fromMs), grooveTop - 3, std::max(4, xOf(missing.toMs) - xOf(missing.fromMs)),
                         grooveHeight + 6);
        painter.fillRect(rect, palette().color(QPalette::Window));
        painter.fillRect(rect, QBrush(tone.text, Qt::BDiagPattern));
    }
}

void ScrubBar::paintMoments(QPainter &painter) const
{
    int last = -reach;
    for (const timeline::Item &item : m_timeline->items) {
        const int x = xOf(item.fromMs);
        const bool isBad = item.outcome == timeline::Outcome::Bad;
        if (x == last && !isBad) // thousands of moments are no more pixels
            continue;
        last = x;
        painter.fillRect(x, grooveTop - momentHeight - (isBad ? 5 : 1), 2, momentHeight + (isBad ? 4 : 0),
                         outcomeColour(item.outcome, palette()));
    }
}

void ScrubBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int x = xOf(qint64(sliderPosition()) * m_unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(QRect(sideMargin, grooveTop, width() - 2 * sideMargin, grooveHeight), 3, 3);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(QRect(sideMargin, grooveTop, std::max(0, x - sideMargin), grooveHeight), 3, 3);
    paintGaps(painter);
    if (m_timeline)
        paintMoments(painter);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.setPen(QPen(palette().color(QPalette::Base), 2));
    painter.drawEllipse(QPoint(x, grooveTop + grooveHeight / 2), handleRadius, handleRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), halfGap, halfGap);
    }
}

} // namespace holdpoint::ui
