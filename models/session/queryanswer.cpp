// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/queryanswer.h>

#include <models/session/query.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdpoint::session {

namespace {

constexpr int commandNotFound = 127;

/// What curl said besides the status.
QString complaint(const ExecResult &result)
{
    const qsizetype mark = result.errorOutput.lastIndexOf(httpStatusMark);
    const QString said = QString::fromUtf8(mark < 0 ? result.errorOutput : result.errorOutput.first(mark)).trimmed();
    return said.isEmpty() ? QStringLiteral("no answer") : said.section(u'\n', -1).left(200);
}

/// The HTTP status of the answer; 0 when none came.
int httpStatus(const ExecResult &result)
{
    const qsizetype mark = result.errorOutput.lastIndexOf(httpStatusMark);
    return mark < 0 ? 0 : result.errorOutput.mid(mark + httpStatusMark.size(), 3).toInt();
}

/// What is to be said before there is an answer; nothing when there is one.
std::optional<Judgement> withoutAnswer(const ExecResult &result)
{
    const int exit = result.end.status.value_or(commandNotFound);
    if (exit == commandNotFound)
        return Judgement{Verdict::Inconclusive, QStringLiteral("the host has no curl to ask with")};
    if (exit != 0 || httpStatus(result) == 0)
        return Judgement{Verdict::Failed, QStringLiteral("the request failed: %1").arg(complaint(result))};
    return std::nullopt;
}

/// A metric's labels as Prometheus writes them.
QString labelsOf(const QJsonObject &metric)
{
    QStringList labels;
    for (auto label = metric.begin(); label != metric.end(); ++label) {
        if (label.key() != QStringLiteral("__name__"))
            labels.append(QStringLiteral("%1=\"%2\"").arg(label.key(), label->toString()));
    }
    return metric[QLatin1String("__name__")].toString() + u'{' + labels.join(u',') + u'}';
}

struct Sample
{
    QString labels;
    QString value;
};

/// The samples of an instant query's answer; nothing when it is no success.
std::optional<QList<Sample>> samplesOf(const QJsonObject &answer)
{
    if (answer[QLatin1String("status")] != QStringLiteral("success"))
        return std::nullopt;
    const QJsonObject data = answer[QLatin1String("data")].toObject();
    const QString type = data[QLatin1String("resultType")].toString();
    const QJsonArray result = data[QLatin1String("result")].toArray();
    QList<Sample> samples;
    if (type == QStringLiteral("scalar") || type == QStringLiteral("string")) {
        samples.append({{}, result.at(1).toString()});
        return samples;
    }
    for (const auto entry : result)
        samples.append({labelsOf(entry[QLatin1String("metric")].toObject()),
                        entry[QLatin1String("value")].toArray().at(1).toString()});
    return samples;
}

} // namespace

Judgement judgeHttp(const runbooks::Expectation &expectation, const ExecResult &result)
{
    if (const auto early = withoutAnswer(result))
        return *early;
    const int status = httpStatus(result);
    const QList<int> &wanted = expectation.httpStatuses;
    const bool fits = wanted.isEmpty() ? status < 400 : wanted.contains(status);
    QStringList words;
    for (const int code : wanted)
        words.append(QString::number(code));
    if (!fits)
        return {Verdict::Failed,
                QStringLiteral("HTTP status %1, expected %2")
                    .arg(status)
                    .arg(wanted.isEmpty() ? QStringLiteral("one below 400") : words.join(QStringLiteral(" or ")))};
    if (const auto failure = outputFailure(expectation, result.output))
        return *failure;
    return {Verdict::Passed, QStringLiteral("HTTP status %1").arg(status)};
}

Judgement judgePromQl(const runbooks::Expectation &expectation, const ExecResult &result)
{
    if (const auto early = withoutAnswer(result))
        return *early;
    const QJsonObject answer = QJsonDocument::fromJson(result.output).object();
    const auto samples = samplesOf(answer);
    if (!samples)
        return {Verdict::Inconclusive,
                QStringLiteral("Prometheus did not answer the query (HTTP status %1): %2")
                    .arg(httpStatus(result))
                    .arg(answer[QLatin1String("error")].toString(QStringLiteral("the answer is none of its API")))};
    if (samples->isEmpty())
        return {Verdict::Failed, QStringLiteral("the query has no result")};
    for (const Sample &sample : *samples) {
        runbooks::Expectation single = expectation;
        single.json.clear();
        if (const auto failure = outputFailure(single, sample.value.toUtf8()))
            return {failure->verdict, sample.labels.isEmpty()
                                          ? failure->explanation
                                          : QStringLiteral("%1: %2").arg(sample.labels, failure->explanation)};
    }
    return {Verdict::Passed, QStringLiteral("%1 of %1 samples").arg(samples->size())};
}

} // namespace holdpoint::session
