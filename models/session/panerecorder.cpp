// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/panerecorder.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace holdpoint::session {

namespace {

constexpr qsizetype batchBytes = 64 * 1024;
constexpr int batchMs = 250;

/// How many bytes at the end begin a UTF-8 character that is not complete (RFC 3629).
qsizetype incompleteTail(const QByteArray &bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = quint8(bytes[bytes.size() - back]);
        if ((byte & 0xc0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

PaneRecorder::PaneRecorder(QString pane, const Clock &clock, qint64 runStartBootMs, QObject *parent)
    : QObject(parent)
    , m_pane(std::move(pane))
    , m_clock(clock)
    , m_startMs(runStartBootMs)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(batchMs);
    connect(&m_timer, &QTimer::timeout, this, &PaneRecorder::flush);
}

double PaneRecorder::seconds() const { return double(m_clock.bootMs() - m_startMs) / 1000.0; }

void PaneRecorder::append(const char *kind, const QString &text)
{
    const QJsonArray event{seconds(), QLatin1String(kind), text};
    if (m_events.isEmpty())
        m_from = seconds();
    const QByteArray line = QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    m_kept += line.size();
    m_events += line;
    if (m_events.size() >= batchBytes)
        flush();
    else if (!m_timer.isActive())
        m_timer.start();
}

void PaneRecorder::output(const QByteArray &bytes)
{
    m_bytes += bytes.size();
    if (!hasRoom()) {
        leaveOut(bytes);
        return;
    }
    QByteArray text = m_partial + bytes;
    const qsizetype tail = incompleteTail(text);
    m_partial = text.last(tail);
    text.chop(tail);
    if (!text.isEmpty())
        append("o", QString::fromUtf8(text));
}

void PaneRecorder::leaveOut(const QByteArray &bytes)
{
    if (!std::exchange(m_endTold, true))
        append("o", QStringLiteral("\r\n[holdpoint: the output of this command goes on; its recording ends here]\r\n"));
    m_leftOut += std::exchange(m_partial, {}).size() + bytes.size();
    if (!m_timer.isActive())
        m_timer.start();
}

/// Of a prompt in the same batch only, and what belongs to it: text that was left out, or is erased later, then takes with
/// it what would be shown beside another prompt.
void PaneRecorder::marked(const PaneMarker &marker)
{
    if (!marker.outcome)
        m_hasPrompt = hasRoom() && !m_events.isEmpty();
    if (m_hasPrompt && hasRoom())
        append("m", marker.toText());
}

void PaneRecorder::resized(int columns, int rows)
{
    m_columns = columns;
    m_rows = rows;
    m_sizeTold = false;
    if (hasRoom())
        tellSize();
}

void PaneRecorder::tellSize()
{
    append("r", QStringLiteral("%1x%2").arg(m_columns).arg(m_rows));
    m_sizeTold = true;
}

void PaneRecorder::restartLimit(Amount amount)
{
    m_amount = amount;
    m_kept = 0;
    m_endTold = false;
    if (!m_sizeTold)
        tellSize();
}

void PaneRecorder::flush()
{
    m_timer.stop();
    if (m_events.isEmpty() && m_leftOut == 0)
        return;
    const QJsonObject body{{QStringLiteral("pane"), m_pane},
                           {QStringLiteral("columns"), m_columns},
                           {QStringLiteral("rows"), m_rows},
                           {QStringLiteral("from_ms"), qint64(m_from * 1000)},
                           {QStringLiteral("to_ms"), qint64(seconds() * 1000)},
                           {QStringLiteral("bytes"), m_bytes},
                           {QStringLiteral("truncated"), m_leftOut}};
    m_bytes = 0;
    m_leftOut = 0;
    emit batch(body, std::exchange(m_events, {}));
}

} // namespace holdpoint::session
