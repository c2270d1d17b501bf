// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandline.h>
#include <models/session/shellintegration.h>

namespace holdpoint::session {

namespace {

runbooks::ResolvedCommand wrapped(const QString &before, const runbooks::ResolvedCommand &inner, const QString &after)
{
    runbooks::ResolvedCommand line{.text = before + inner.text + after, .spans = inner.spans};
    for (runbooks::ResolvedCommand::Span &span : line.spans)
        span.start += before.size();
    return line;
}

runbooks::ResolvedCommand psqlLine(const runbooks::Command &command, const runbooks::ResolvedCommand &statement)
{
    QString call = QStringLiteral("psql -X -v ON_ERROR_STOP=1");
    if (const QString database = command.attributes.value(QStringLiteral("db")); !database.isEmpty())
        call += QStringLiteral(" -d ") + QString::fromUtf8(shellQuoted(database.toUtf8()));
    const QString delimiter = QStringLiteral("HOLDPOINT_SQL");
    return wrapped(call + QStringLiteral(" <<'%1'\n").arg(delimiter), statement, QStringLiteral("\n") + delimiter);
}

} // namespace

Result<runbooks::ResolvedCommand> commandLine(const runbooks::Command &command,
                                              const runbooks::ResolvedCommand &resolved)
{
    using runbooks::Language;
    switch (command.language) {
    case Language::Shell: return resolved;
    case Language::Sql:
        if (resolved.text.contains(QLatin1String("\nHOLDPOINT_SQL")))
            return fail(ErrorKind::NotPermitted, QStringLiteral("the statement holds the here-document's delimiter"));
        return psqlLine(command, resolved);
    case Language::PromQl:
    case Language::Http:
    case Language::Script:
    case Language::Data: break;
    }
    return fail(ErrorKind::NotPermitted,
                QStringLiteral("a block of \"%1\" cannot be run: do it by hand and answer for it").arg(command.interpreter));
}

Result<runbooks::ResolvedCommand> commandLine(const runbooks::Runbook &runbook, const runbooks::Command &command,
                                              const runbooks::Values &values)
{
    const auto resolved = runbooks::resolve(runbook, command, values);
    return resolved ? commandLine(command, *resolved) : resolved;
}

} // namespace holdpoint::session
