// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/lint/sarif.h>

#include <runbooks/lint/codes.h>

#include <QJsonArray>
#include <QUrl>

namespace holdpoint::runbooks::lint {

namespace {

QJsonObject message(const QString &text) { return {{QStringLiteral("text"), text}}; }

QJsonArray rules()
{
    QJsonArray array;
    for (const Code &code : codes())
        array.append(QJsonObject{
            {QStringLiteral("id"), QLatin1String(code.id)},
            {QStringLiteral("shortDescription"), message(QString::fromLatin1(code.title))},
            {QStringLiteral("defaultConfiguration"), QJsonObject{{QStringLiteral("level"), levelName(code.level)}}}});
    return array;
}

/// A relative path as a URI reference, an absolute one as a file URI.
QString uriOf(const QString &path)
{
    return path.startsWith(u'/') ? QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)
                                 : QString::fromLatin1(QUrl::toPercentEncoding(path, QByteArrayLiteral("/")));
}

QJsonObject result(const QString &path, const Diagnostic &diagnostic)
{
    const QJsonObject region{{QStringLiteral("startLine"), std::max(diagnostic.position.line, 1)},
                             {QStringLiteral("startColumn"), std::max(diagnostic.position.column, 1)}};
    const QJsonObject place{{QStringLiteral("artifactLocation"), QJsonObject{{QStringLiteral("uri"), uriOf(path)}}},
                            {QStringLiteral("region"), region}};
    return {{QStringLiteral("ruleId"), diagnostic.code},
            {QStringLiteral("level"), levelName(diagnostic.level)},
            {QStringLiteral("message"), message(QStringLiteral("%1. %2.").arg(diagnostic.message, diagnostic.cure))},
            {QStringLiteral("locations"), QJsonArray{QJsonObject{{QStringLiteral("physicalLocation"), place}}}}};
}

} // namespace

QJsonObject sarif(const QList<FileFindings> &files, const QString &version)
{
    QJsonArray results;
    for (const FileFindings &file : files) {
        for (const Diagnostic &diagnostic : file.diagnostics)
            results.append(result(file.path, diagnostic));
    }
    const QJsonObject driver{{QStringLiteral("name"), QStringLiteral("holdpoint lint")},
                             {QStringLiteral("version"), version},
                             {QStringLiteral("rules"), rules()}};
    const QJsonObject run{{QStringLiteral("tool"), QJsonObject{{QStringLiteral("driver"), driver}}},
                          {QStringLiteral("columnKind"), QStringLiteral("utf16CodeUnits")},
                          {QStringLiteral("results"), results}};
    return {{QStringLiteral("$schema"), QStringLiteral("https://json.schemastore.org/sarif-2.1.0.json")},
            {QStringLiteral("version"), QStringLiteral("2.1.0")},
            {QStringLiteral("runs"), QJsonArray{run}}};
}

QJsonObject diagnosticsJson(const QList<FileFindings> &files)
{
    QJsonArray diagnostics;
    for (const FileFindings &file : files) {
        for (const Diagnostic &diagnostic : file.diagnostics)
            diagnostics.append(QJsonObject{{QStringLiteral("path"), file.path},
                                           {QStringLiteral("line"), diagnostic.position.line},
                                           {QStringLiteral("column"), diagnostic.position.column},
                                           {QStringLiteral("severity"), levelName(diagnostic.level)},
                                           {QStringLiteral("code"), diagnostic.code},
                                           {QStringLiteral("message"), diagnostic.message},
                                           {QStringLiteral("cure"), diagnostic.cure}});
    }
    return {{QStringLiteral("diagnostics"), diagnostics}};
}

} // namespace holdpoint::runbooks::lint
