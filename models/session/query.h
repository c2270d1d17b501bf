// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/binding.h>
#include <runbooks/document.h>

#include <QByteArray>

namespace holdpoint::session {

/// What an exec channel is given for a check: the command for the host's login shell, and its standard input.
struct ExecLine
{
    QByteArray command;
    QByteArray input;
};

/// The line of a check: a shell command as it is; SQL for psql or mysql and a script for its interpreter by standard input;
/// an HTTP request and a PromQL query for curl(1) on the host, so that what is judged is what the host sees.
/// Errors: those of resolve(); Invalid for a request or address that cannot be read.
Result<ExecLine> execLine(const runbooks::Runbook &runbook, const runbooks::Command &command,
                          const runbooks::Values &values);

/// Whether a check of this language is the answer to a query, in place of a program's own verdict.
bool isQuery(runbooks::Language language);

/// The mark curl's standard error ends with, before the HTTP status; see execLine().
inline const QByteArray httpStatusMark = QByteArrayLiteral("holdpoint-http-status:");

} // namespace holdpoint::session
