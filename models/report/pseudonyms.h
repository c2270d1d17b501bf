// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/entry.h>
#include <models/report/reportinput.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

/// A report that can be handed on without saying who it was: known names are replaced wherever they stand, and what would
/// let somebody try names against hashes is left out (FORMAT.md).
namespace holdpoint::report {

/// The names a run knows, and what stands in their place: the same one for the same name, through the whole report.
///
/// People are those who acted, were named beside an answer or a decision, or are contacts, with their addresses and numbers,
/// and the accounts of connections, jump hosts and home folders. Hosts are those of the run and the jump hosts before them,
/// with the fingerprints of their keys. Only known names are replaced: free text can still name somebody.
class Pseudonyms
{
public:
    Pseudonyms(const QList<ledger::Entry> &entries, Pseudonymity::Hosts hosts);

    /// Whole words only, in any case of letters; escape sequences end a word.
    [[nodiscard]] QString replaced(const QString &text) const;
    [[nodiscard]] QJsonObject replaced(const QJsonObject &object) const;
    /// Lines of an asciicast, each read, replaced and written anew.
    [[nodiscard]] QByteArray replacedEvents(const QByteArray &events) const;
    /// What stands for whom, for whoever may look it up.
    [[nodiscard]] const QJsonObject &key() const { return m_key; }

private:
    void gatherPeople(const ledger::Entry &entry);
    void gatherNamed(const QJsonObject &object);
    void gatherConnections(const ledger::Entry &entry);
    void gatherJump(const QString &jump);
    void gatherReason(const QString &reason);
    void gatherHomes(const QString &text);
    void addPerson(const QString &name, const char *part);
    void addAccount(const QString &name);
    void addAddress(const QString &text);
    void addHost(const QString &name);
    void addKey(const QString &fingerprint);
    void add(const QString &name, const QString &pseudonym);
    void compile();
    [[nodiscard]] QString pseudonymOf(const QString &name) const;
    [[nodiscard]] QString plainlyReplaced(QString text, qsizetype firstSpelling) const;
    [[nodiscard]] QJsonValue replacedValue(const QString &key, const QJsonValue &value) const;
    [[nodiscard]] QJsonObject replacedKeys(const QJsonObject &object) const;

    Pseudonymity::Hosts m_replacesHosts;
    QHash<QString, QString> m_pseudonyms; ///< by folded name
    QStringList m_spellings;              ///< of all names, the longest first
    QSet<QString> m_roles;                ///< folded
    QJsonObject m_key;
    QRegularExpression m_names;
    int m_people = 0;
    int m_hosts = 0;
    int m_keys = 0;
};

/// The input of the pseudonymous report: names replaced; records, leaves, proofs and a certificate gone, recordings too
/// unless they are wanted. `key` takes Pseudonyms::key().
ReportInput pseudonymised(ReportInput input, const Pseudonymity &pseudonymity, QJsonObject &key);

/// Whether a pseudonymous report can be made so: paths of the certificate to sign it with and of the file to keep who is
/// who in, each may be empty, and of the report. Errors: Invalid.
Result<> checkPseudonymousCall(const QString &certificate, const QString &keyFile, const QString &report);

/// The entries as a pseudonymous report tells them: one JSON object a line.
QByteArray writePseudonymousLog(const QList<ledger::Entry> &entries);

} // namespace holdpoint::report
