// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/hitviewing.h>

#include <QMap>

namespace holdpoint::audit {

QList<ledger::Draft> viewedDrafts(const QList<Hit> &hits, session::ViewedIn place, const QString &by)
{
    QMap<QByteArray, QStringList> shown;
    for (const Hit &hit : hits) {
        if (hit.place.kind != Kind::Output && hit.place.kind != Kind::CheckOutput)
            continue;
        const QString source =
            hit.place.kind == Kind::Output ? hit.place.pane : QStringLiteral("check %1").arg(hit.place.subject);
        QStringList &sources = shown[hit.place.run];
        if (!sources.contains(source))
            sources.append(source);
    }
    QList<ledger::Draft> drafts;
    for (auto run = shown.cbegin(); run != shown.cend(); ++run)
        drafts.append(session::viewedDraft(run.key(), run.value(), place, by));
    return drafts;
}

} // namespace holdpoint::audit
