// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/recordings.h>

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace holdpoint::report {

using ledger::Attachment;
using ledger::Entry;

QList<Recording> recordingsOf(const QList<Entry> &entries)
{
    QList<Recording> recordings;
    QSet<QString> furtherShells;
    for (qsizetype index = 0; index < entries.size(); ++index) {
        const Entry &entry = entries[index];
        if (entry.type == QLatin1String("shell-opened"))
            furtherShells.insert(entry.body[QLatin1String("pane")].toString());
        if (entry.type != QLatin1String("output") || entry.attachments.isEmpty())
            continue;
        const QString pane = entry.body[QLatin1String("pane")].toString();
        auto found = std::find_if(recordings.begin(), recordings.end(),
                                  [&](const Recording &recording) { return recording.pane == pane; });
        if (found == recordings.end()) {
            recordings.append({.fileName = QStringLiteral("terminal-%1.cast").arg(recordings.size() + 1),
                               .pane = pane,
                               .columns = entry.body[QLatin1String("columns")].toInt(80),
                               .rows = entry.body[QLatin1String("rows")].toInt(24),
                               .outsideSteps = furtherShells.contains(pane)});
            found = recordings.end() - 1;
        }
        found->entries.append(index);
        found->leftOut += entry.body[QLatin1String("truncated")].toInteger();
    }
    return recordings;
}

QByteArray castHeader(const Recording &recording, const QString &title, const QDateTime &started)
{
    const QJsonObject header{{QStringLiteral("version"), 2},
                             {QStringLiteral("width"), recording.columns},
                             {QStringLiteral("height"), recording.rows},
                             {QStringLiteral("timestamp"), started.toSecsSinceEpoch()},
                             {QStringLiteral("title"), title}};
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray castPiece(const QByteArray &bytes) { return bytes.isEmpty() || bytes.endsWith('\n') ? bytes : bytes + '\n'; }

QByteArray asciicast(const Recording &recording, const QList<Entry> &entries, const QString &title,
                     const QDateTime &started)
{
    QByteArray file = castHeader(recording, title, started);
    for (const qsizetype index : recording.entries)
        file += castPiece(entries[index].attachments.first().bytes);
    return file;
}

} // namespace holdpoint::report
