// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/markdowntree.h>
#include <runbooks/yamlvalue.h>

namespace holdpoint::runbooks {

class ShellLexer;

std::optional<ParameterType> parameterTypeFromName(const QString &name);

/// The type a name and its use suggest: "<target-ip>" is an address, "<count>" a number, "<token>" a secret.
ParameterType inferredType(const QString &name, Language language);

/// A parameter found in a command, not declared anywhere. `name` is as written, or "a|b|c" for a choice.
Parameter inferredParameter(const QString &name, Language language, Position position);

/// An entry of front matter `params`.
Parameter declaredParameter(const QString &name, const YamlValue &value, Position position,
                            QList<Diagnostic> &diagnostics);

/// The rows of a table with a Name column and at least one of Type, Default, Description; else nothing.
QList<Parameter> parameterTable(const Block &table, QList<Diagnostic> &diagnostics);

/// "service-name" is "Service name".
QString labelOf(const QString &name);

/// The parameter that goes by this name or alias ('-', '_', space and case being equal), or -1.
qsizetype parameterIndex(const QList<Parameter> &parameters, QStringView name);

/// How many parameters one runbook may have: a form of more is no form.
inline constexpr qsizetype maxParameters = 500;

/// The uses in a command's text; `lexer` has read it where it is a shell's, and is null where it is not.
PossibleUses possibleUses(const QString &text, const ShellLexer *lexer);

/// Every use in a text, in order: `<name>`, `{{ name }}` of one plain name, `YOUR_NAME`. A `{{...}}` of several words and
/// `$NAME` count only for a name in `parameters`, `$NAME` with exact case.
QList<PlaceholderUse> placeholderUses(const QString &text, Language language, const QList<Parameter> &parameters);

/// Adds a parameter for every name that the runbook's commands and checks use and nobody declared, and fills
/// Command::placeholders.
void inferParameters(Runbook &runbook);

} // namespace holdpoint::runbooks
