// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/viewing.h>

#include <models/base/clock.h>

#include <QJsonArray>
#include <QVariant>

#include <algorithm>

namespace holdpoint::session {

QString viewedInWords(ViewedIn place)
{
    switch (place) {
    case ViewedIn::ReplayWindow: return QStringLiteral("the replay window");
    case ViewedIn::ReplayTerminal: return QStringLiteral("the replay in a terminal");
    case ViewedIn::Report: return QStringLiteral("an exported report");
    case ViewedIn::SearchWindow: return QStringLiteral("the search in the window");
    case ViewedIn::SearchTerminal: return QStringLiteral("the search in a terminal");
    }
    return {};
}

bool isViewedIn(const QString &words)
{
    constexpr ViewedIn places[] = {ViewedIn::ReplayWindow, ViewedIn::ReplayTerminal, ViewedIn::Report,
                                   ViewedIn::SearchWindow, ViewedIn::SearchTerminal};
    return std::ranges::any_of(places, [&](ViewedIn place) { return words == viewedInWords(place); });
}

ledger::Draft viewedDraft(const QByteArray &run, const QStringList &panes, ViewedIn place, const QString &by)
{
    return {.type = QString::fromUtf16(viewedType),
            .actor = by,
            .run = run,
            .body = {{QStringLiteral("panes"), QJsonArray::fromStringList(panes)},
                     {QStringLiteral("how"), viewedInWords(place)}},
            .attachments = {}};
}

ledger::Draft viewedDraft(const Viewing &viewing)
{
    return {.type = QString::fromUtf16(viewedType),
            .actor = viewing.by,
            .run = viewing.run,
            .body = {{QStringLiteral("panes"), QJsonArray::fromStringList(viewing.panes)},
                     {QStringLiteral("how"), viewing.how},
                     {QStringLiteral("looked"), isoUtc(viewing.utc)}},
            .attachments = {}};
}

std::optional<Viewing> viewingIn(const ledger::Draft &draft, const QDateTime &utc)
{
    if (draft.type != QStringView(viewedType))
        return {};
    return Viewing{draft.run, draft.body[QLatin1String("panes")].toVariant().toStringList(),
                   draft.body[QLatin1String("how")].toString(), draft.actor, utc};
}

std::optional<Viewing> viewingIn(const ledger::Entry &entry)
{
    const auto looked = QDateTime::fromString(entry.body[QLatin1String("looked")].toString(), Qt::ISODateWithMs);
    return viewingIn(
        {.type = entry.type, .actor = entry.actor, .run = entry.run, .body = entry.body, .attachments = {}},
        looked.isValid() ? looked : entry.utc);
}

} // namespace holdpoint::session
