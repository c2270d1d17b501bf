// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/exitcode.h>
#include <app/lint/documentlint.h>
#include <models/base/result.h>
#include <runbooks/document.h>

#include <QMap>
#include <QStringList>

namespace holdpoint::cli {

enum class Format { Text, Json };

/// "FILE#ID", "FILE" with a single runbook, or an id of the shipped library.
struct RunbookChoice
{
    runbooks::Document document;
    QString id;

    [[nodiscard]] const runbooks::Runbook &runbook() const { return *document.find(id); }
};
/// Errors: those of loadDocument(), NotFound with the ids there are, NotPermitted when the choice is ambiguous.
Result<RunbookChoice> chooseRunbook(const QString &text);

/// The "NAME=VALUE" arguments of --set. Errors: Invalid.
Result<QMap<QString, QString>> parseSettings(const QStringList &settings);

ExitCode list(const QStringList &paths, Format format);
ExitCode show(const QString &runbook, Format format);
enum class LintFormat { Text, Json, Sarif };
ExitCode lint(const QStringList &paths, LintFormat format, app::Shellcheck shellcheck);
ExitCode plan(const QString &runbook, const QStringList &hosts, const QStringList &settings, Format format);

} // namespace holdpoint::cli
