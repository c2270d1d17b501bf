// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/indexer.h>

#include <models/session/unrecorded.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace holdpoint::audit {

namespace {

using ledger::Entry;

/// What a person wrote, by the entry's type: the keys of its body.
const QHash<QString, QStringList> &statementKeys()
{
    static const QHash<QString, QStringList> table{
        {QStringLiteral("run-started"), {QStringLiteral("title")}},
        {QStringLiteral("command-intended"), {QStringLiteral("confirmation")}},
        {QStringLiteral("answered"), {QStringLiteral("text")}},
        {QStringLiteral("retried"), {QStringLiteral("reason")}},
        {QStringLiteral("skipped"), {QStringLiteral("reason")}},
        {QStringLiteral("note"), {QStringLiteral("text")}},
        {QStringLiteral("undo-done"), {QStringLiteral("reason")}},
        {QStringLiteral("undo-declined"), {QStringLiteral("reason")}},
        {QStringLiteral("rollback-started"), {QStringLiteral("reason")}},
        {QStringLiteral("went-back"), {QStringLiteral("reason")}},
        {QStringLiteral("escalated"), {QStringLiteral("severity"), QStringLiteral("reason")}},
        {QStringLiteral("escalation-attempt"),
         {QStringLiteral("contact"), QStringLiteral("outcome"), QStringLiteral("note")}},
        {QStringLiteral("escalation-acknowledged"), {QStringLiteral("by"), QStringLiteral("note")}},
        {QStringLiteral("escalation-resolved"), {QStringLiteral("resolution")}},
        {QStringLiteral("run-finished"), {QStringLiteral("reason")}},
        {QString::fromUtf16(session::unrecordedType), {QStringLiteral("reason"), QStringLiteral("cause")}},
    };
    return table;
}

QStringList statementsOf(const Entry &entry)
{
    QStringList lines;
    QStringList said;
    for (const QString &key : statementKeys().value(entry.type))
        said.append(plainLines(entry.body[key].toString()));
    if (entry.type == QLatin1String("answered")) {
        const QJsonObject evidence = entry.body[QLatin1String("evidence")].toObject();
        said.append(entry.body[QLatin1String("verdict")].toString());
        said.append(plainLines(evidence[QLatin1String("note")].toString()));
    }
    // What belongs to one statement is one line, so that its words are found together.
    const QString line = said.join(QStringLiteral(" · "));
    if (!line.isEmpty())
        lines.append(plainLines(line));
    if (entry.type == QLatin1String("run-started")) {
        const QJsonObject values = entry.body[QLatin1String("values")].toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            lines.append(plainLines(QStringLiteral("%1 = %2").arg(value.key(), value.value().toString())));
    }
    return lines;
}

QStringList commandLines(const Entry &entry)
{
    if (entry.type == QLatin1String("copy-intended")) {
        const QJsonObject file = entry.body[QLatin1String("file")].toObject();
        return plainLines(QStringLiteral("%1 %2 %3")
                              .arg(file[QLatin1String("direction")].toString(), file[QLatin1String("local")].toString(),
                                   file[QLatin1String("remote")].toString()));
    }
    return plainLines(entry.body[QLatin1String("text")].toString())
           + plainLines(entry.body[QLatin1String("input")].toString());
}

} // namespace

Result<RunContext *> Indexer::contextOf(const Entry &entry)
{
    if (const auto known = m_contexts.find(entry.run); known != m_contexts.end())
        return &known->second;
    const auto row = m_file.run(entry.run);
    if (!row)
        return fail(row.error());
    if (!*row && entry.type != QLatin1String("run-started"))
        return nullptr; // the ledger holds entries that belong to no run
    return &m_contexts.emplace(entry.run, *row ? RunContext::fromJson((*row)->context) : RunContext()).first->second;
}

Result<> Indexer::add(const Entry &entry)
{
    const auto context = contextOf(entry);
    if (!context)
        return fail(context.error());
    if (!*context)
        return {};
    auto added = add(entry, **context);
    // What was done while nothing was recorded is looked for as what was recorded is.
    for (const Entry &remembered : session::rememberedIn(entry)) {
        if (added)
            added = add(remembered, **context);
    }
    return added;
}

Result<> Indexer::add(const Entry &entry, RunContext &run)
{
    if (entry.type != QLatin1String("output")) {
        // Output of a command belongs to it up to the entry that ends it, and not beyond.
        run.apply(entry);
    }
    const Moment moment{entry.sequence, entry.utc.toMSecsSinceEpoch(), run.castMs(entry.utc)};
    if (entry.type == QLatin1String("output"))
        return addOutput(entry, run);
    Result<> done;
    if (entry.type == QLatin1String("command-intended") || entry.type == QLatin1String("copy-intended"))
        done = addLines(run.placeOf(entry, Kind::Command), commandLines(entry), moment);
    else if (entry.type == QLatin1String("check-intended"))
        done = addLines(run.placeOf(entry, Kind::Check), commandLines(entry), moment);
    else if (entry.type == QLatin1String("check-verdict"))
        done = addCheckOutput(entry, run, moment);
    return done ? addStatements(entry, run, moment) : done;
}

Result<> Indexer::addStatements(const Entry &entry, const RunContext &context, const Moment &moment)
{
    const QStringList lines = statementsOf(entry);
    return lines.isEmpty() ? Result<>() : addLines(context.placeOf(entry, Kind::Statement), lines, moment);
}

Result<> Indexer::addLines(const Place &place, const QStringList &lines, const Moment &moment)
{
    Block block;
    for (const QString &line : lines)
        block.lines.append({line, moment.sequence, moment});
    if (block.lines.isEmpty())
        return {};
    const auto number = m_file.placeNumber(place);
    if (!number)
        return fail(number.error());
    const auto written = m_file.insertBlock({*number, block});
    return written ? Result<>() : fail(written.error());
}

Result<> Indexer::addCheckOutput(const Entry &entry, const RunContext &context, const Moment &moment)
{
    const bool isKept = !entry.attachments.isEmpty();
    if (isKept && !entry.attachments.first().present)
        return {};
    // Where nothing was recorded, the beginning of the output is told.
    const QByteArray output = isKept ? entry.attachments.first().bytes
                                     : entry.body[QLatin1String("evidence")][QLatin1String("output")].toString().toUtf8();
    if (output.isEmpty())
        return {};
    Pane pane{.folder = std::make_unique<LineFolder>(int(LineFolder::longestLine)),
              .place = context.placeOf(entry, Kind::CheckOutput)};
    const auto number = m_file.placeNumber(pane.place);
    if (!number)
        return fail(number.error());
    pane.row.place = *number;
    // A check's output did not go through a terminal, which would have put the carriage returns in.
    for (const QByteArray &line : output.split('\n')) {
        pane.folder->feed(line + "\r\n", moment);
        if (auto taken = take(pane); !taken)
            return taken;
    }
    const auto written = write(pane);
    return written ? Result<>() : fail(written.error());
}

Result<Indexer::Pane *> Indexer::paneOf(const QByteArray &run, const QString &name, int columns)
{
    const PaneKey key{run, name};
    if (const auto known = m_panes.find(key); known != m_panes.end())
        return &known->second;
    const auto tail = m_file.tail(run, name);
    if (!tail)
        return fail(tail.error());
    Pane pane{.folder = std::make_unique<LineFolder>(*tail ? (*tail)->columns : columns)};
    if (*tail) {
        pane.folder->feed((*tail)->bytes, (*tail)->moment);
        pane.folder->takeLines(); // they are in the file
    }
    if (*tail && (*tail)->block != 0) {
        auto row = m_file.block((*tail)->block);
        const auto place = row ? m_file.place(row->place) : fail(row.error());
        if (!place)
            return fail(place.error());
        pane.place = place->place;
        pane.storedNumber = (*tail)->block;
        pane.stored = row->block;
        pane.row = std::move(*row);
        if (!pane.folder->openLine().text.isEmpty() && !pane.row.block.lines.isEmpty())
            pane.folder->setWritten(pane.row.block.lines.takeLast().moment);
    }
    return &m_panes.emplace(key, std::move(pane)).first->second;
}

Result<> Indexer::addOutput(const Entry &entry, RunContext &context)
{
    context.apply(entry);
    if (entry.attachments.isEmpty() || !entry.attachments.first().present)
        return {};
    const Place place = context.placeOf(entry, Kind::Output);
    const auto pane = paneOf(entry.run, place.pane, entry.body[QLatin1String("columns")].toInt(80));
    if (!pane)
        return fail(pane.error());
    if ((*pane)->place != place) {
        if (const auto written = write(**pane); !written)
            return fail(written.error());
        const auto number = m_file.placeNumber(place);
        if (!number)
            return fail(number.error());
        (*pane)->place = place;
        (*pane)->row = {*number, {}};
    }
    return addEvents(entry.attachments.first().bytes, entry, context, **pane);
}

Result<> Indexer::addEvents(const QByteArray &events, const Entry &entry, const RunContext &context, Pane &pane)
{
    for (const QByteArray &line : events.split('\n')) {
        const QJsonArray event = QJsonDocument::fromJson(line).array();
        const QString text = event[2].toString();
        if (event[1] == QLatin1String("r")) {
            pane.folder->resize(text.section(u'x', 0, 0).toInt());
        } else if (event[1] == QLatin1String("o")) {
            const auto castMs = qint64(std::llround(std::clamp(event[0].toDouble(), 0.0, 1e9) * 1000));
            pane.folder->feed(text.toUtf8(), {entry.sequence, context.utcMs(castMs), castMs});
            if (auto taken = take(pane); !taken)
                return taken;
        }
    }
    return {};
}

/// Moves the lines that have ended into the block, and full blocks into the file.
Result<> Indexer::take(Pane &pane)
{
    for (Line &line : pane.folder->takeLines()) {
        pane.row.block.lines.append(std::move(line));
        if (!pane.row.block.isFull())
            continue;
        if (const auto written = write(pane); !written)
            return fail(written.error());
    }
    return {};
}

/// The block goes into the file, in place of the row that held its beginning; the next one is begun. Gives its number.
Result<qint64> Indexer::write(Pane &pane)
{
    if (pane.storedNumber != 0) {
        if (auto removed = m_file.removeBlock(pane.storedNumber, pane.stored); !removed)
            return fail(removed.error());
        pane.storedNumber = 0;
    }
    if (pane.row.block.lines.isEmpty())
        return 0;
    const auto number = m_file.insertBlock(pane.row);
    pane.row.block.lines.clear();
    return number;
}

Result<> Indexer::flushPane(const PaneKey &key, Pane &pane)
{
    const Line open = pane.folder->openLine();
    if (!open.text.isEmpty())
        pane.row.block.lines.append(open);
    const auto number = write(pane);
    if (!number)
        return fail(number.error());
    return m_file.setTail(key.first, key.second,
                          {.block = *number,
                           .columns = pane.folder->columns(),
                           .moment = pane.folder->tailMoment(),
                           .bytes = pane.folder->tail()});
}

Result<> Indexer::flush()
{
    for (auto &[key, pane] : m_panes) {
        if (auto flushed = flushPane(key, pane); !flushed)
            return flushed;
    }
    for (const auto &[run, context] : m_contexts) {
        if (auto kept = m_file.setRun(run, {context.runbook, context.title, context.toJson()}); !kept)
            return kept;
    }
    m_panes.clear();
    m_contexts.clear();
    return {};
}

} // namespace holdpoint::audit
