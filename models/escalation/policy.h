// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// Who is told, when, and what they answered.

#include <functional>

namespace holdpoint::escalation {

/// One rung of the ladder with the contact it names, if one was found.
struct Rung
{
    QString label;  ///< "15 minutes"
    QString action; ///< "Escalate to team lead"
    std::chrono::milliseconds delay{0}; ///< from the start of the escalation
    QString contactName; ///< "Team Lead"; empty when the action names nobody known
    QString phone;
    QString email;
    QString method; ///< "Phone + Email"
};

/// The contacts, ladder and rules that hold for one runbook.
struct Policy
{
    QList<Rung> ladder; ///< by delay; never empty: without a ladder in the documents it has one rung "Initial contact"
    QList<runbooks::Contact> matrix;
    QList<runbooks::Contact> directory;
    QList<runbooks::Channel> channels;
    QList<runbooks::EscalationRule> rules;
    QString source; ///< where the ladder came from, for display: "operations-runbooks.md"

    /// The matrix row for a severity word ("critical"), ignoring case.
    [[nodiscard]] std::optional<runbooks::Contact> contactFor(const QString &severity) const;
    /// How to reach whom a rule names, by id or name: "DBA on call: +43 1 234". Empty when nobody knows.
    [[nodiscard]] QString reach(const QString &contact) const;
};

/// Joins the document's own contacts and ladder with those of `fallbacks`, of which only lists of contacts count: documents
/// with a ladder. Matrix, channels and ladder are taken from the first that has them, the document first. Numbers are the
/// document's own and those of the list the ladder was taken from: never those of a list that has nothing to do with it.
Policy policyFor(const runbooks::Document &document, const runbooks::Runbook &runbook,
                 const QList<runbooks::Document> &fallbacks);

/// The same for whoever does not know where lists of contacts are kept.
using PolicyOf = std::function<Policy(const runbooks::Document &, const runbooks::Runbook &)>;

} // namespace holdpoint::escalation
