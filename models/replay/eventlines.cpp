// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/eventlines.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace holdpoint::replay {

namespace {

constexpr double longestMs = 1e15; // 30,000 years: beyond, a number is no time

} // namespace

std::optional<RecordedEvent> EventLines::next()
{
    while (m_at < m_lines.size()) {
        const qsizetype end = m_lines.indexOf('\n', m_at);
        const qsizetype length = (end < 0 ? m_lines.size() : end) - m_at;
        const QByteArray line = QByteArray::fromRawData(m_lines.constData() + m_at, length);
        m_at += length + 1;
        if (std::optional<RecordedEvent> event = parsed(line)) {
            m_lastMs = event->atMs = std::max(m_lastMs, event->atMs);
            return event;
        }
    }
    return std::nullopt;
}

std::optional<RecordedEvent> EventLines::parsed(const QByteArray &line) const
{
    const QJsonArray array = QJsonDocument::fromJson(line).array();
    const double ms = array.at(0).toDouble(-1) * 1000;
    if (array.size() < 3 || !(ms >= 0 && ms < longestMs))
        return std::nullopt;
    const QString kind = array.at(1).toString();
    const QString data = array.at(2).toString();
    RecordedEvent event{.atMs = qint64(std::llround(ms))};
    if (kind == QLatin1String("o")) {
        event.output = data.toUtf8();
        return event;
    }
    if (kind == QLatin1String("m")) {
        event.marker = session::PaneMarker::fromText(data);
        return event.marker ? std::optional(event) : std::nullopt;
    }
    const QStringList size = data.split(QLatin1Char('x'));
    if (kind != QLatin1String("r") || size.size() != 2)
        return std::nullopt;
    event.columns = size[0].toInt();
    event.rows = size[1].toInt();
    return event.columns > 0 && event.rows > 0 ? std::optional(event) : std::nullopt;
}

} // namespace holdpoint::replay
