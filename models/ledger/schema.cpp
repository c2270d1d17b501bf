// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/schema.h>

namespace holdpoint::ledger {

QStringList schemaStatements()
{
    QStringList statements{
        QStringLiteral("CREATE TABLE property(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE entry(sequence INTEGER PRIMARY KEY, leaf BLOB NOT NULL, run BLOB NOT NULL,"
                       " type TEXT NOT NULL, record BLOB NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX entry_run ON entry(run)"),
        QStringLiteral("CREATE INDEX entry_type ON entry(type)"),
        QStringLiteral("CREATE TABLE attachment(sequence INTEGER NOT NULL, position INTEGER NOT NULL, salt BLOB NOT NULL,"
                       " packed INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(sequence, position)) STRICT"),
        QStringLiteral("CREATE TABLE checkpoint(number INTEGER PRIMARY KEY, body BLOB NOT NULL, signature BLOB NOT NULL,"
                       " utc INTEGER NOT NULL) STRICT"),
    };
    // They stop accidents; the chain shows what gets past them.
    for (const char *table : {"property", "entry", "attachment", "checkpoint"}) {
        for (const char *verb : {"UPDATE", "DELETE"}) {
            statements.append(QStringLiteral("CREATE TRIGGER %1_no_%2 BEFORE %3 ON %1"
                                             " BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END")
                                  .arg(QLatin1String(table), QString::fromLatin1(verb).toLower(), QLatin1String(verb)));
        }
    }
    return statements;
}

} // namespace holdpoint::ledger
