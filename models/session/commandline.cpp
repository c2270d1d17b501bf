// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandline.h>
#include <models/session/shellintegration.h>
#include <runbooks/shellsyntax.h>
#include <runbooks/transfersyntax.h>

#include <QHash>

namespace holdpoint::session {

namespace {

runbooks::ResolvedCommand wrapped(const QString &before, const runbooks::ResolvedCommand &inner, const QString &after)
{
    runbooks::ResolvedCommand line{.text = before + inner.text + after, .spans = inner.spans};
    for (runbooks::ResolvedCommand::Span &span : line.spans)
        span.start += before.size();
    return line;
}

/// The client that reads a statement from standard input: psql, or mysql for a fence that says so.
QString sqlClient(const runbooks::Command &command)
{
    const bool mysql = command.interpreter == QStringLiteral("mysql");
    const QString database = command.attributes.value(QStringLiteral("db"));
    const QString quoted = database.isEmpty() ? QString() : u' ' + QString::fromUtf8(shellQuoted(database.toUtf8()));
    if (mysql)
        return QStringLiteral("mysql --batch") + quoted;
    return QStringLiteral("psql -X -v ON_ERROR_STOP=1") + (quoted.isEmpty() ? QString() : QStringLiteral(" -d") + quoted);
}

runbooks::ResolvedCommand sqlLine(const runbooks::Command &command, const runbooks::ResolvedCommand &statement)
{
    const QString call = sqlClient(command);
    const QString delimiter = QStringLiteral("HOLDPOINT_SQL");
    return wrapped(call + QStringLiteral(" <<'%1'\n").arg(delimiter), statement, QStringLiteral("\n") + delimiter);
}

/// A shell command as it is typed. One that never completes would swallow whatever is typed after it.
Result<runbooks::ResolvedCommand> shellLine(const runbooks::Command &command, const runbooks::ResolvedCommand &resolved)
{
    if (!runbooks::isCompleteShell(resolved.text))
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("a shell would wait for more after it: a quote, here-document, loop or parenthesis is "
                                   "open"));
    const QString folder = command.attributes.value(QStringLiteral("cwd"));
    if (folder.isEmpty())
        return resolved;
    return wrapped(QStringLiteral("cd -- %1 && {\n").arg(QString::fromUtf8(shellQuoted(folder.toUtf8()))), resolved,
                   QStringLiteral("\n}"));
}

/// A script of another language, given to its interpreter by standard input.
Result<runbooks::ResolvedCommand> scriptLine(const runbooks::Command &command, const runbooks::ResolvedCommand &resolved)
{
    static const QHash<QString, QString> interpreters{
        {QStringLiteral("py"), QStringLiteral("python3")},      {QStringLiteral("python"), QStringLiteral("python3")},
        {QStringLiteral("python3"), QStringLiteral("python3")}, {QStringLiteral("rb"), QStringLiteral("ruby")},
        {QStringLiteral("ruby"), QStringLiteral("ruby")},       {QStringLiteral("perl"), QStringLiteral("perl")}};
    const QString program = interpreters.value(command.interpreter);
    const QString delimiter = QStringLiteral("HOLDPOINT_SCRIPT");
    if (program.isEmpty() || (u'\n' + resolved.text).contains(u'\n' + delimiter))
        return fail(ErrorKind::NotPermitted, QStringLiteral("a script of \"%1\" cannot be run").arg(command.interpreter));
    return wrapped(QStringLiteral("%1 - <<'%2'\n").arg(program, delimiter), resolved, u'\n' + delimiter);
}

} // namespace

Result<runbooks::ResolvedCommand> commandLine(const runbooks::Command &command,
                                              const runbooks::ResolvedCommand &resolved)
{
    using runbooks::Language;
    switch (command.language) {
    case Language::Shell: return shellLine(command, resolved);
    case Language::Sql:
        if (resolved.text.contains(QLatin1String("\nHOLDPOINT_SQL")))
            return fail(ErrorKind::NotPermitted, QStringLiteral("the statement holds the here-document's delimiter"));
        return sqlLine(command, resolved);
    case Language::Script: return scriptLine(command, resolved);
    case Language::Sftp:
        if (const auto transfer = runbooks::readTransfer(resolved.text); !transfer)
            return fail(transfer.error());
        return resolved;
    case Language::PromQl:
    case Language::Http:
    case Language::Data: break;
    }
    return fail(ErrorKind::NotPermitted,
                QStringLiteral("a block of \"%1\" cannot be run: do it by hand and answer for it").arg(command.interpreter));
}

Result<runbooks::Command> withDatabase(const runbooks::Runbook &runbook, const runbooks::Command &command,
                                       const runbooks::Values &values)
{
    runbooks::Command named = command;
    const QString key = QStringLiteral("db");
    if (!command.attributes.contains(key))
        return named;
    const auto database = runbooks::resolveText(runbook, command.attributes.value(key), values);
    if (!database)
        return fail(database.error());
    named.attributes.insert(key, *database); // one quoted argument of the client, whatever it holds
    return named;
}

Result<runbooks::ResolvedCommand> commandLine(const runbooks::Runbook &runbook, const runbooks::Command &command,
                                              const runbooks::Values &values)
{
    const auto resolved = runbooks::resolve(runbook, command, values);
    if (!resolved)
        return resolved;
    const auto named = withDatabase(runbook, command, values);
    return named ? commandLine(*named, *resolved) : fail(named.error());
}

} // namespace holdpoint::session
