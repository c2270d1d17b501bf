// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/replay/player.h>
#include <models/timeline/timeline.h>

#include <QSlider>

namespace holdpoint::ui {

/// The time axis of a replay as a slider: where it is, where things happened, and where nothing was recorded.
///
/// A click or a drag goes there, the arrows 5 s, PageUp and PageDown 30 s, Home and End to the ends. Shift and an arrow go to
/// the moment before or after.
class ScrubBar final : public QSlider
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScrubBar)

public:
    static constexpr qint64 stepMs = 5000;

    explicit ScrubBar(QWidget *parent = nullptr);

    /// Borrowed until the next call; `timeline` may be null.
    void setTimeline(const timeline::Timeline *timeline, qint64 durationMs);
    void setGaps(const QList<replay::Gap> &gaps);
    /// Shows where the replay is; seekWanted() is silent about it.
    void setPosition(qint64 ms);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void seekWanted(qint64 ms);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int xOf(qint64 ms) const;
    [[nodiscard]] qint64 msAt(int x) const;
    [[nodiscard]] QString textAt(int x) const;
    void paintGaps(QPainter &painter) const;
    void paintMoments(QPainter &painter) const;

    const timeline::Timeline *m_timeline = nullptr;
    QList<replay::Gap> m_gaps;
    qint64 m_duration = 0;
    qint64 m_unit = 1; ///< milliseconds for one step of the slider, which counts in int
};

/// What a gap is called.
QString gapWords(const replay::Gap &missing);

} // namespace holdpoint::ui
