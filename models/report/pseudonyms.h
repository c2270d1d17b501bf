// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>
#include <models/report/reportinput.h>

#include <QHash>
#include <QRegularExpression>

/// A report that can be handed on without saying who it was: known names are replaced wherever they stand, and what would
/// let somebody try names against hashes is left out (FORMAT.md).
namespace holdpoint::report {

/// The names a run knows, and what stands in their place: the same one for the same name, through the whole report.
///
/// People are those who acted, were named beside an answer or a decision, or are contacts; with them go their addresses and
/// numbers. Hosts are those of the run. Only known names are replaced: free text can still name somebody.
class Pseudonyms
{
public:
    Pseudonyms(const QList<ledger::Entry> &entries, Pseudonymity::Hosts hosts);

    /// Whole words only, in any case of letters.
    [[nodiscard]] QString replaced(const QString &text) const;
    [[nodiscard]] QJsonObject replaced(const QJsonObject &object) const;
    /// What stands for whom, for whoever may look it up.
    [[nodiscard]] const QJsonObject &key() const { return m_key; }

private:
    void addPerson(const QString &name, const char *part);
    void addHost(const QString &name);
    void add(const QString &name, const QString &pseudonym);
    void gather(const ledger::Entry &entry, Pseudonymity::Hosts hosts);
    void gatherNamed(const QJsonObject &object);
    [[nodiscard]] QJsonValue replacedValue(const QJsonValue &value) const;

    QHash<QString, QString> m_pseudonyms; ///< by name in small letters
    QJsonObject m_key;
    QRegularExpression m_names;
    int m_people = 0;
    int m_hosts = 0;
};

/// The input of the pseudonymous report: names replaced, records, leaves and proofs gone, recordings too unless they are
/// wanted. `key` takes Pseudonyms::key().
ReportInput pseudonymised(ReportInput input, const Pseudonymity &pseudonymity, QJsonObject &key);

/// The entries as a pseudonymous report tells them: one JSON object a line.
QByteArray writePseudonymousLog(const QList<ledger::Entry> &entries);

} // namespace holdpoint::report
