// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/searchindex.h>
#include <tests/support/templedger.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace holdpoint::testing {

/// A value of an entry's body, from what a test has at hand.
struct BodyValue : QJsonValue
{
    BodyValue(const char *text)
        : QJsonValue(QString::fromUtf8(text))
    {
    }
    template <class T>
    BodyValue(const T &given)
        : QJsonValue(given)
    {
    }
};
/// An entry's body as a test writes it.
struct Body : QJsonObject
{
    Body(std::initializer_list<std::pair<const char *, BodyValue>> values)
    {
        for (const auto &[key, value] : values)
            insert(QString::fromUtf8(key), value);
    }
};

/// A ledger in which runs are written down entry by entry, and a search index over it.
class HistoryFixture : public ::testing::Test
{
protected:
    static QByteArray run(char letter) { return QByteArray(16, letter); }

    quint64 append(const QByteArray &runId, const char *type, const Body &body,
                   const QList<QByteArray> &attachments = {}, const char *actor = "ada@noc.example")
    {
        m_ledger.clock().advance(1000);
        const auto entry = waitFor(
            m_ledger->append({QString::fromLatin1(type), QString::fromLatin1(actor), runId, body, attachments}));
        EXPECT_TRUE(entry) << (entry ? "" : entry.error().detail.toStdString());
        return entry ? entry->sequence : 0;
    }
    void begin(const QByteArray &runId, const char *title = "System backup", const char *host = "backup")
    {
        append(runId, "run-started",
               {{"runbook", "6.1"},
                {"title", title},
                {"hosts", Body{{host, "ops@10.0.0.5:22"}}},
                {"values", Body{{"day", "2026-11-23"}}}});
    }
    quint64 send(const QByteArray &runId, const char *text, const char *role = "backup")
    {
        return append(
            runId, "command-intended",
            {{"command", "2.1"}, {"stage", "2"}, {"role", role}, {"text", text}, {"confirmation", ""}, {"by", ""}});
    }
    void finish(const QByteArray &runId, const char *role = "backup")
    {
        append(runId, "command-finished", {{"command", "2.1"}, {"stage", "2"}, {"role", role}, {"expected", true}});
    }
    /// What a pane shows, `fromSeconds` after the beginning of the run.
    quint64 show(const QByteArray &runId, const QString &text, double fromSeconds = 5, const char *pane = "backup")
    {
        const QByteArray event =
            QJsonDocument(QJsonArray{fromSeconds, QStringLiteral("o"), text}).toJson(QJsonDocument::Compact) + '\n';
        return append(runId, "output",
                      {{"pane", pane}, {"columns", 80}, {"rows", 24}, {"to_ms", qint64(fromSeconds * 1000)}}, {event});
    }

    [[nodiscard]] std::unique_ptr<audit::SearchIndex> index() const
    {
        auto opened = audit::SearchIndex::open(m_ledger.folder(), m_ledger->origin());
        EXPECT_TRUE(opened) << (opened ? "" : opened.error().detail.toStdString());
        return std::move(*opened);
    }
    void update(audit::SearchIndex &index) const
    {
        const auto updated = index.update(audit::sourceOf(m_ledger.get()), [](quint64, quint64) { return true; });
        ASSERT_TRUE(updated) << updated.error().detail.toStdString();
    }
    [[nodiscard]] QList<audit::Hit> find(audit::SearchIndex &index, const char *text) const
    {
        const auto query = audit::SearchQuery::parse(QString::fromUtf8(text));
        EXPECT_TRUE(query) << text;
        const auto results = query ? index.search(*query, {}) : Result<audit::SearchResults>();
        EXPECT_TRUE(results) << text << ": " << (results ? "" : results.error().detail.toStdString());
        return results ? results->hits : QList<audit::Hit>();
    }
    [[nodiscard]] QStringList lines(audit::SearchIndex &index, const char *text) const
    {
        QStringList found;
        for (const audit::Hit &hit : find(index, text))
            found.append(hit.text);
        return found;
    }
    /// With an index that knows all that is in the ledger.
    [[nodiscard]] QStringList lines(const char *text) const
    {
        const auto fresh = index();
        update(*fresh);
        return lines(*fresh, text);
    }

    TempLedger m_ledger;
};

} // namespace holdpoint::testing
