// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/viewing.h>

#include <QJsonArray>
#include <QVariant>

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

ledger::Draft viewedDraft(const QByteArray &run, const QStringList &panes, ViewedIn place, const QString &by)
{
    return {.type = QString::fromUtf16(viewedType),
            .actor = by,
            .run = run,
            .body = {{QStringLiteral("panes"), QJsonArray::fromStringList(panes)},
                     {QStringLiteral("how"), viewedInWords(place)}},
            .attachments = {}};
}

std::optional<Viewing> viewingIn(const ledger::Entry &entry)
{
    if (entry.type != QStringView(viewedType))
        return {};
    return Viewing{entry.run, entry.body[QLatin1String("panes")].toVariant().toStringList(),
                   entry.body[QLatin1String("how")].toString(), entry.actor, entry.utc};
}

} // namespace holdpoint::session
