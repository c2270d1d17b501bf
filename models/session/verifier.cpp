// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/verifier.h>

#include <models/session/jsonpath.h>
#include <models/session/plaintext.h>
#include <models/session/queryanswer.h>

#include <QRegularExpression>

namespace holdpoint::session {

namespace {

constexpr qsizetype judgedLength = 1 << 20;

QString expectedWords(const runbooks::ExpectedExit &expected)
{
    QStringList words;
    for (const int status : expected.statuses)
        words.append(QString::number(status));
    return words.join(QStringLiteral(" or "));
}

bool readsText(const runbooks::Expectation &expectation)
{
    return !expectation.match.isEmpty() || !expectation.noMatch.isEmpty() || !expectation.contains.isEmpty()
           || !expectation.value.isEmpty();
}

bool readsOutput(const runbooks::Expectation &expectation)
{
    return readsText(expectation) || !expectation.json.isEmpty();
}

/// The first number that stands by itself, which the digits of "sda1" and "v2.1" do not; thousands may be set apart by
/// commas.
std::optional<QString> compare(const QString &comparison, const QString &output)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(>=|<=|==|!=|=|>|<)\\s*(-?[0-9]+(?:\\.[0-9]+)?)\\s*$"));
    static const QRegularExpression number(QStringLiteral(
        "(?<![\\p{L}0-9_.-])-?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?"));
    const auto criterion = form.match(comparison);
    if (!criterion.hasMatch())
        return QStringLiteral("the comparison \"%1\" is not understood").arg(comparison);
    const auto found = number.match(output);
    if (!found.hasMatch())
        return QStringLiteral("no number in the output, expected %1").arg(comparison);
    const double left = found.captured().remove(u',').toDouble();
    const double right = criterion.captured(2).toDouble();
    const QString sign = criterion.captured(1);
    const bool holds = sign == u">="   ? left >= right
                       : sign == u"<=" ? left <= right
                       : sign == u">"  ? left > right
                       : sign == u"<"  ? left < right
                       : sign == u"!=" ? left != right
                                       : left == right;
    if (holds)
        return std::nullopt;
    return QStringLiteral("the value is %1, expected %2").arg(found.captured(), comparison);
}

/// The first condition on the text that does not hold, in words; nothing when all hold.
std::optional<Judgement> textFailure(const runbooks::Expectation &expectation, const QString &output)
{
    const auto failed = [](const QString &why) { return Judgement{Verdict::Failed, why}; };
    for (const QString &pattern : {expectation.match, expectation.noMatch}) {
        const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
        if (!expression.isValid())
            return Judgement{Verdict::Inconclusive,
                             QStringLiteral("the pattern %1 is invalid: %2").arg(pattern, expression.errorString())};
    }
    const auto contains = [&](const QString &pattern) {
        return output.contains(QRegularExpression(pattern, QRegularExpression::MultilineOption));
    };
    if (!expectation.match.isEmpty() && !contains(expectation.match))
        return failed(QStringLiteral("the output does not match %1").arg(expectation.match));
    if (!expectation.noMatch.isEmpty() && contains(expectation.noMatch))
        return failed(QStringLiteral("the output matches %1, which it must not").arg(expectation.noMatch));
    if (!expectation.contains.isEmpty() && !output.contains(expectation.contains))
        return failed(QStringLiteral("the output does not contain \"%1\"").arg(expectation.contains));
    if (!expectation.value.isEmpty()) {
        if (const auto why = compare(expectation.value, output))
            return failed(*why);
    }
    return std::nullopt;
}

} // namespace

std::optional<Judgement> outputFailure(const runbooks::Expectation &expectation, const QByteArray &output)
{
    if (expectation.json.isEmpty())
        return textFailure(expectation, plainText(output, judgedLength));
    const Result<QString> value = jsonValueAt(output, expectation.json);
    if (!value)
        return Judgement{Verdict::Failed, value.error().detail};
    static const QStringList nothing{QString(), QStringLiteral("null"), QStringLiteral("false")};
    if (!readsText(expectation) && nothing.contains(*value))
        return Judgement{
            Verdict::Failed,
            QStringLiteral("%1 is %2").arg(expectation.json, value->isEmpty() ? QStringLiteral("empty") : *value)};
    return textFailure(expectation, *value);
}

Judgement judge(const runbooks::Expectation &expectation, const ExecResult &result, runbooks::Language language)
{
    if (result.timedOut)
        return {Verdict::Inconclusive, QStringLiteral("no end within the time allowed")};
    if (result.end.linkLost)
        return {Verdict::Inconclusive, QStringLiteral("the connection was lost before the end was known")};
    if (!result.end.signal.isEmpty())
        return {Verdict::Inconclusive, QStringLiteral("ended by signal %1").arg(result.end.signal)};
    if (!result.end.status)
        return {Verdict::Inconclusive, QStringLiteral("the host sent no exit status")};
    if (language == runbooks::Language::Http)
        return judgeHttp(expectation, result);
    if (language == runbooks::Language::PromQl)
        return judgePromQl(expectation, result);
    const int status = *result.end.status;
    if (!expectation.exit.any && !expectation.exit.statuses.contains(status)) {
        return {Verdict::Failed,
                QStringLiteral("exit status %1, expected %2").arg(status).arg(expectedWords(expectation.exit))};
    }
    if (readsOutput(expectation) && (result.truncated || result.output.size() > judgedLength))
        return {Verdict::Inconclusive,
                QStringLiteral("the output is longer than the 1 MiB that is judged: let the command print less")};
    if (const auto failure = outputFailure(expectation, result.output))
        return *failure;
    // What must not appear, an error above all, is printed to either side.
    const runbooks::Expectation unwanted{.noMatch = expectation.noMatch};
    if (const auto failure = outputFailure(unwanted, result.errorOutput))
        return *failure;
    return {Verdict::Passed, QStringLiteral("exit status %1").arg(status)};
}

bool isExpected(const runbooks::Command &command, std::optional<int> exit)
{
    if (!exit)
        return false;
    // A person ends what is interactive, in whatever way; what never ends by itself is ended by Ctrl+C (128 + SIGINT).
    constexpr int interrupted = 130;
    return command.expect.any || command.ending == runbooks::Ending::Interactive
           || (command.ending == runbooks::Ending::Endless && *exit == interrupted)
           || command.expect.statuses.contains(*exit);
}

} // namespace holdpoint::session
