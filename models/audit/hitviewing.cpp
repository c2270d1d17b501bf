// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/hitviewing.h>

#include <QMap>

namespace holdpoint::audit {

QString viewedSource(const Hit &hit)
{
    switch (hit.place.kind) {
    case Kind::Output: return hit.place.pane;
    case Kind::CheckOutput: return QStringLiteral("check %1").arg(hit.place.subject);
    default: return {};
    }
}

QList<ledger::Draft> viewedDrafts(const QList<Hit> &hits, session::ViewedIn place, const QString &by)
{
    QMap<QByteArray, QStringList> shown;
    for (const Hit &hit : hits) {
        const QString source = viewedSource(hit);
        if (source.isEmpty())
            continue;
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
