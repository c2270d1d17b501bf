// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/unrecorded.h>

#include <models/base/clock.h>

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace holdpoint::session {

using ledger::Entry;

Unrecorded::Unrecorded(QString reason, QString by, QString cause, const QDateTime &since)
    : m_reason(std::move(reason))
    , m_by(std::move(by))
    , m_cause(std::move(cause))
    , m_since(since)
    , m_from(since)
{
}

void Unrecorded::remember(const Entry &entry)
{
    if (entry.type == QLatin1String("output")) {
        m_shown[entry.body[QLatin1String("pane")].toString()] += entry.body[QLatin1String("bytes")].toInteger();
        return;
    }
    const QJsonObject json{{QStringLiteral("utc"), isoUtc(entry.utc)},
                           {QStringLiteral("boot_ms"), qint64(entry.bootMs)},
                           {QStringLiteral("type"), entry.type},
                           {QStringLiteral("body"), entry.body}};
    const qsizetype bytes = QJsonDocument(json).toJson(QJsonDocument::Compact).size();
    m_events.push_back({json, bytes});
    m_bytes += bytes;
    while (qsizetype(m_events.size()) > mostEvents || m_bytes > mostBytes) {
        m_bytes -= m_events.front().bytes;
        m_events.pop_front();
        // What stands in a draft on its way is forgotten only if that one is not taken.
        ++(m_drafted > 0 ? m_forgottenFromDraft : m_forgotten);
        m_drafted = std::max<qsizetype>(0, m_drafted - 1);
    }
}

QJsonArray Unrecorded::events() const
{
    QJsonArray array;
    for (const Event &event : m_events)
        array.append(event.json);
    return array;
}

ledger::Draft Unrecorded::draft(const QByteArray &run, const QDateTime &until)
{
    QJsonObject shown;
    for (auto pane = m_shown.constBegin(); pane != m_shown.constEnd(); ++pane)
        shown.insert(pane.key(), pane.value());
    m_drafted = qsizetype(m_events.size());
    m_forgotten += std::exchange(m_forgottenFromDraft, 0);
    m_forgottenInDraft = m_forgotten;
    m_until = until;
    return {.type = QString::fromUtf16(unrecordedType),
            .actor = m_by,
            .run = run,
            .body = {{QStringLiteral("from"), isoUtc(m_from)},
                     {QStringLiteral("to"), isoUtc(until)},
                     {QStringLiteral("reason"), m_reason},
                     {QStringLiteral("cause"), m_cause},
                     {QStringLiteral("witnessed"), false},
                     {QStringLiteral("forgotten"), m_forgotten},
                     {QStringLiteral("shown_bytes"), shown},
                     {QStringLiteral("remembered"), events()}},
            .attachments = {},
            .kind = ledger::Draft::Kind::Closing};
}

bool Unrecorded::told()
{
    for (; m_drafted > 0; --m_drafted) {
        m_bytes -= m_events.front().bytes;
        m_events.pop_front();
    }
    m_forgotten -= std::exchange(m_forgottenInDraft, 0);
    m_forgottenFromDraft = 0;
    m_shown.clear();
    m_from = m_until;
    return m_events.empty();
}

QList<Entry> rememberedIn(const Entry &entry)
{
    if (entry.type != QStringView(unrecordedType))
        return {};
    QList<Entry> entries;
    for (const auto value : entry.body[QLatin1String("remembered")].toArray()) {
        Entry remembered;
        remembered.sequence = entry.sequence;
        remembered.utc = QDateTime::fromString(value[u"utc"].toString(), Qt::ISODateWithMs);
        remembered.bootMs = quint64(value[u"boot_ms"].toInteger());
        remembered.bootId = entry.bootId;
        remembered.clockSynchronised = entry.clockSynchronised;
        remembered.type = value[u"type"].toString();
        remembered.actor = entry.actor;
        remembered.run = entry.run;
        remembered.body = value[u"body"].toObject();
        if (remembered.type != QStringView(unrecordedType)) // no end to it otherwise
            entries.append(remembered);
    }
    return entries;
}

QList<Entry> withRemembered(const QList<Entry> &entries)
{
    QList<Entry> all;
    for (const Entry &entry : entries) {
        all.append(entry);
        all += rememberedIn(entry);
    }
    return all;
}

} // namespace holdpoint::session
