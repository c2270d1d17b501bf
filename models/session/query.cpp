// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/query.h>

#include <models/session/commandline.h>
#include <models/session/shellintegration.h>

#include <QRegularExpression>

namespace holdpoint::session {

namespace {

using runbooks::Language;

/// The user's curlrc, globbing in URLs and protocols other than HTTP stay out of it.
QByteArray curl()
{
    return "curl -q -sS -g --proto =http,https --max-time 60 -w '%{stderr}" + httpStatusMark + "%{http_code}'";
}

QByteArray quoted(const QString &text) { return shellQuoted(text.toUtf8()); }

bool isAddress(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^https?://[^\\s\"'`<>\\\\{}|^]+$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

/// "GET https://host/path", headers, an empty line, a body; a bare address is fetched. Form: RFC 9112 without the version.
Result<ExecLine> httpLine(const QString &request)
{
    static const QRegularExpression first(QStringLiteral("^(?:([A-Z]{3,10})\\s+)?(\\S+)(?:\\s+HTTP/\\S+)?$"));
    static const QRegularExpression header(QStringLiteral("^[A-Za-z0-9-]{1,80}:\\s*[^\\r\\n]*$"));
    const QStringList lines = request.trimmed().split(u'\n');
    const QRegularExpressionMatch start = first.match(lines.first().trimmed());
    if (!start.hasMatch() || !isAddress(start.captured(2)))
        return fail(ErrorKind::Invalid, QStringLiteral("the request's first line is no \"GET https://...\""));
    const QString method = start.captured(1).isEmpty() ? QStringLiteral("GET") : start.captured(1);
    ExecLine line{curl(), {}};
    line.command += method == QStringLiteral("HEAD") ? " -I" : " -X " + method.toLatin1();
    qsizetype at = 1;
    for (; at < lines.size() && !lines[at].trimmed().isEmpty(); ++at) {
        if (!header.match(lines[at].trimmed()).hasMatch())
            return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is no header of a request").arg(lines[at].left(60)));
        line.command += " -H " + quoted(lines[at].trimmed());
    }
    line.input = lines.mid(at + 1).join(u'\n').toUtf8();
    if (!line.input.isEmpty())
        line.command += " --data-binary @-";
    line.command += " --url " + quoted(start.captured(2));
    return line;
}

/// An instant query, see "HTTP API" of the Prometheus manual.
Result<ExecLine> promqlLine(const QString &query, const QString &url)
{
    if (!isAddress(url))
        return fail(ErrorKind::Invalid, QStringLiteral("a promql check needs url=\"http://...\" of its Prometheus"));
    QString address = url;
    while (address.endsWith(u'/'))
        address.chop(1);
    return ExecLine{curl() + " --data-urlencode query@- --url " + quoted(address + QStringLiteral("/api/v1/query")),
                    query.toUtf8()};
}

} // namespace

bool isQuery(Language language)
{
    return language == Language::Http || language == Language::PromQl || language == Language::Sql;
}

Result<ExecLine> execLine(const runbooks::Runbook &runbook, const runbooks::Command &command,
                          const runbooks::Values &values)
{
    const auto resolved = runbooks::resolve(runbook, command, values);
    if (!resolved)
        return fail(resolved.error());
    if (command.language == Language::Http)
        return httpLine(resolved->text);
    if (command.language == Language::PromQl) {
        const auto url = runbooks::resolveText(runbook, command.attributes.value(QStringLiteral("url")), values);
        return url ? promqlLine(resolved->text, *url) : fail(url.error());
    }
    if (command.language == Language::Sftp)
        return fail(ErrorKind::NotPermitted, QStringLiteral("a file is copied by a step, not by a check"));
    const auto named = withDatabase(runbook, command, values);
    const auto line = named ? commandLine(*named, *resolved) : fail(named.error());
    if (!line)
        return fail(line.error());
    if (command.language == Language::Shell)
        return ExecLine{line->text.toUtf8(), {}};
    // The client before the here-document; what stood in it is standard input.
    const QString client = line->text.section(QStringLiteral(" <<"), 0, 0);
    const bool psql = client.startsWith(QStringLiteral("psql"));
    const QByteArray bare = psql ? " -A -t" : command.language == Language::Sql ? " --skip-column-names" : "";
    return ExecLine{client.toUtf8() + bare, resolved->text.toUtf8() + '\n'};
}

} // namespace holdpoint::session
