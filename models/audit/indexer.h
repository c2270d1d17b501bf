// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/indexfile.h>
#include <models/audit/linefolder.h>
#include <models/audit/runcontext.h>

#include <map>

namespace holdpoint::audit {

/// Turns the ledger's entries, in order, into the lines of the index.
///
/// Thread: that of the file. Borrows the file, inside whose transaction it works.
/// Invariants: after flush() the file holds all that was added, also the line that has not ended yet; an indexer that is made
/// later goes on from there. Memory: the open block of each pane.
class Indexer
{
public:
    explicit Indexer(IndexFile &file)
        : m_file(file)
    {
    }

    /// Errors: those of the file. Text that was erased from the ledger is passed over.
    Result<> add(const ledger::Entry &entry);
    Result<> flush();

private:
    Result<> add(const ledger::Entry &entry, RunContext &run);
    struct Pane
    {
        std::unique_ptr<LineFolder> folder;
        Place place;
        IndexFile::BlockRow row;
        qint64 storedNumber = 0; ///< of the row in the file that `row` takes the place of
        Block stored;
    };
    using PaneKey = std::pair<QByteArray, QString>;

    Result<RunContext *> contextOf(const ledger::Entry &entry);
    Result<Pane *> paneOf(const QByteArray &run, const QString &name, int columns);
    Result<> addOutput(const ledger::Entry &entry, RunContext &context);
    Result<> addEvents(const QByteArray &events, const ledger::Entry &entry, const RunContext &context, Pane &pane);
    Result<> take(Pane &pane);
    Result<qint64> write(Pane &pane);
    Result<> addLines(const Place &place, const QStringList &lines, const Moment &moment);
    Result<> addStatements(const ledger::Entry &entry, const RunContext &context, const Moment &moment);
    Result<> addCheckOutput(const ledger::Entry &entry, const RunContext &context, const Moment &moment);
    Result<> flushPane(const PaneKey &key, Pane &pane);

    IndexFile &m_file;
    std::map<QByteArray, RunContext> m_contexts;
    std::map<PaneKey, Pane> m_panes;
};

} // namespace holdpoint::audit
