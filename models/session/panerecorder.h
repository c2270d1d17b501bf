// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace holdpoint::session {

/// Turns a pane's output into asciicast v2 event lines and hands them over in batches for the ledger.
///
/// Thread: GUI thread. Invariants: a batch goes out at least every 250 ms and 64 KiB; characters are never cut; after
/// `limit` bytes of recording since the last restartLimit() the text is left out and a line says so: the count goes on.
/// Sizes are left out too, and the last of them is told when there is room again.
class PaneRecorder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneRecorder)

public:
    static constexpr qint64 limit = 8 << 20;

    PaneRecorder(QString pane, const Clock &clock, qint64 runStartBootMs, QObject *parent = nullptr);

    enum class Amount { Limited, Whole };

    void output(const QByteArray &bytes);
    void resized(int columns, int rows);
    /// A new command: its recording has the whole limit again, or none.
    void restartLimit(Amount amount = Amount::Limited);
    void flush();

signals:
    /// `body` of an "output" entry and its attachment.
    void batch(const QJsonObject &body, const QByteArray &events);

private:
    [[nodiscard]] bool hasRoom() const { return m_amount == Amount::Whole || m_kept < limit; }
    void append(const char *kind, const QString &text);
    void leaveOut(const QByteArray &bytes);
    void tellSize();
    [[nodiscard]] double seconds() const;

    QString m_pane;
    const Clock &m_clock;
    qint64 m_startMs;
    int m_columns = 80;
    int m_rows = 24;
    QByteArray m_events;
    QByteArray m_partial; ///< the beginning of a character whose rest has not come
    double m_from = 0;
    qint64 m_bytes = 0; ///< in this batch, before anything is left out
    Amount m_amount = Amount::Limited;
    qint64 m_kept = 0; ///< bytes of events since restartLimit()
    bool m_endTold = false;
    bool m_sizeTold = true;
    qint64 m_leftOut = 0; ///< in this batch
    QTimer m_timer;
};

} // namespace holdpoint::session
