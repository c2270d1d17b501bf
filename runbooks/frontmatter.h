// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/attributes.h>
#include <runbooks/yamlvalue.h>

namespace holdpoint::runbooks {

/// What metadata says about one runbook, or about all of the document.
struct RunbookMetadata
{
    QString id;
    QString title;
    QString version;
    QString severity;
    QStringList tags;
    QStringList hostRoles; ///< in the author's order
    QList<Parameter> parameters;
    QStringList prerequisites;
    QString owner;
    QDate reviewBy; ///< `review_by`, or `last_reviewed_on` and `review_in` later
    QList<EscalationRule> escalation;
    Attributes defaults; ///< block attributes
};

/// The YAML between the first line "---" and the next "---" or "...".
struct FrontMatter
{
    RunbookMetadata top;
    QList<QPair<QString, RunbookMetadata>> runbooks; ///< by id
    QList<Contact> contacts;
    bool isReference = false; ///< `kind: reference`: nothing in the document is a runbook
    int lines = 0; ///< how many lines it takes, fences included; 0: there is none
};

/// Never fails: metadata that cannot be read is a diagnostic and counts as none.
FrontMatter readFrontMatter(const QList<QStringView> &lines, QList<Diagnostic> &diagnostics);

} // namespace holdpoint::runbooks
