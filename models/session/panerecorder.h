// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/session/panemarker.h>

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace holdpoint::session {

/// Turns a pane's output into asciicast v2 event lines and hands them over in batches for the ledger.
///
/// Thread: GUI thread. Invariants: a batch goes out at least every 250 ms and 64 KiB; characters are never cut; after
/// `limit` bytes since the last restartLimit() the text is left out and a line says so: the count goes on.
class PaneRecorder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneRecorder)

public:
    static constexpr qint64 limit = 8 << 20;

    PaneRecorder(QString pane, const Clock &clock, qint64 runStartBootMs, QObject *parent = nullptr);

    void output(const QByteArray &bytes);
    /// Of what the last output() has told.
    void marked(const PaneMarker &marker);
    void resized(int columns, int rows);
    /// A new command: its output has the whole limit again.
    void restartLimit();
    void flush();

signals:
    /// `body` of an "output" entry and its attachment.
    void batch(const QJsonObject &body, const QByteArray &events);

private:
    void append(const char *kind, const QString &text);
    [[nodiscard]] double seconds() const;

    QString m_pane;
    const Clock &m_clock;
    qint64 m_startMs;
    int m_columns = 80;
    int m_rows = 24;
    QByteArray m_events;
    QByteArray m_partial; ///< the beginning of a character whose rest has not come
    double m_from = 0;
    qint64 m_bytes = 0;   ///< in this batch, before anything is left out
    qint64 m_kept = 0;    ///< since restartLimit()
    qint64 m_leftOut = 0; ///< in this batch
    bool m_hasPrompt = false; ///< the newest of our own shell is in the recording
    QTimer m_timer;
};

} // namespace holdpoint::session
