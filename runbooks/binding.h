// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/document.h>

#include <QMap>

namespace holdpoint::runbooks {

/// Values for a runbook's parameters, by canonical name.
using Values = QMap<QString, QString>;

/// Why no value of the parameter can be checked, to stand behind "its"; empty when its limits and pattern make sense.
QString limitsProblem(const Parameter &parameter);

/// Checks one value against its parameter's type and limits (SECURITY: valid NFC UTF-8, no control, bidi or zero-width
/// characters, at most 4 KiB, no leading '-' unless the type allows it).
/// Errors: Invalid, with a sentence that names what is wrong with the value.
Result<> validate(const Parameter &parameter, const QString &value);

/// Fills defaults in ("today" is `today`), joins aliases, validates. What has no value and no default stays absent.
/// Errors: Invalid for the first bad or unknown name.
Result<Values> bind(const Runbook &runbook, const Values &given, const QDate &today);

/// A command with its values in place: the exact bytes to send, with the substituted parts marked.
struct ResolvedCommand
{
    struct Span
    {
        qsizetype start = 0; ///< in UTF-16 units of text
        qsizetype length = 0;
        QString parameter;
    };
    QString text;
    QList<Span> spans;
};

/// The command as written, with its placeholders marked: what is shown where no value is known.
ResolvedCommand unresolved(const Runbook &runbook, const Command &command);

/// A command as far as it can be filled in, for a form.
struct CommandPreview
{
    ResolvedCommand shown; ///< placeholders without a good value stand as written, marked
    QString refusal;       ///< why it will not be sent, whatever is still missing; empty when nothing speaks against it
};
CommandPreview preview(const Runbook &runbook, const Command &command, const Values &values);

/// Substitutes every placeholder, quoted for the context it stands in; refuses by default.
/// Errors: Invalid for an unresolved placeholder; NotPermitted for a value that its context cannot hold, with the reason.
Result<ResolvedCommand> resolve(const Runbook &runbook, const Command &command, const Values &values);

/// The same for an expectation's text (`value=">= <min_rows>"`), where no quoting applies.
Result<QString> resolveText(const Runbook &runbook, const QString &text, const Values &values);

} // namespace holdpoint::runbooks
