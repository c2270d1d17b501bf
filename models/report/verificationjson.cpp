// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportverifier.h>

#include <models/base/clock.h>

#include <QJsonArray>

namespace holdpoint::report {

QString judgementName(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Good:
        return QStringLiteral("good");
    case Judgement::Bad:
        return QStringLiteral("bad");
    case Judgement::Absent:
        return QStringLiteral("absent");
    case Judgement::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString fileStateName(CompletenessVerdict::File::State state)
{
    using State = CompletenessVerdict::File::State;
    switch (state) {
    case State::Intact:
        return QStringLiteral("intact");
    case State::Changed:
        return QStringLiteral("changed");
    case State::Missing:
        return QStringLiteral("missing");
    case State::Unlisted:
        return QStringLiteral("unlisted");
    case State::Unreadable:
        break;
    }
    return QStringLiteral("unreadable");
}

namespace {

QJsonObject json(const SignatureVerdict &verdict)
{
    return {{QStringLiteral("verdict"), judgementName(verdict.verdict)},
            {QStringLiteral("signer"), verdict.signer},
            {QStringLiteral("fingerprint"), verdict.fingerprint},
            {QStringLiteral("reason"), verdict.reason}};
}

QJsonObject json(const CompletenessVerdict &verdict)
{
    QJsonArray files;
    for (const CompletenessVerdict::File &file : verdict.files) {
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("state"), fileStateName(file.state)},
                                 {QStringLiteral("reason"), file.reason}});
    }
    return {{QStringLiteral("verdict"), judgementName(verdict.verdict)},
            {QStringLiteral("files"), files},
            {QStringLiteral("reason"), verdict.reason}};
}

QJsonObject json(const LedgerVerdict &verdict)
{
    QJsonObject object{{QStringLiteral("verdict"), judgementName(verdict.verdict)},
                       {QStringLiteral("origin"), verdict.origin},
                       {QStringLiteral("size"), qint64(verdict.size)},
                       {QStringLiteral("root"), verdict.root},
                       {QStringLiteral("entries"), qint64(verdict.entries)},
                       {QStringLiteral("entries_between"), qint64(verdict.between)},
                       {QStringLiteral("checkpoint_signer"), verdict.signer},
                       {QStringLiteral("checkpoint_fingerprint"), verdict.fingerprint},
                       {QStringLiteral("reason"), verdict.reason}};
    object.insert(QStringLiteral("first_bad"),
                  verdict.firstBad ? QJsonValue(qint64(*verdict.firstBad)) : QJsonValue(QJsonValue::Null));
    return object;
}

QJsonObject json(const TimestampVerdict &verdict)
{
    return {{QStringLiteral("verdict"), judgementName(verdict.verdict)},
            {QStringLiteral("covers"), verdict.covers},
            {QStringLiteral("time"), verdict.time.isValid() ? isoUtc(verdict.time) : QString()},
            {QStringLiteral("authority"), verdict.authority},
            {QStringLiteral("reason"), verdict.reason}};
}

QJsonObject json(const CertificateVerdict &verdict)
{
    return {{QStringLiteral("verdict"), judgementName(verdict.verdict)},
            {QStringLiteral("covers"), QJsonArray::fromStringList(verdict.covers)},
            {QStringLiteral("signer"), verdict.signer},
            {QStringLiteral("fingerprint"), verdict.fingerprint},
            {QStringLiteral("reason"), verdict.reason}};
}

} // namespace

QJsonObject verificationJson(const ReportVerification &verification)
{
    return {{QStringLiteral("signature"), json(verification.signature)},
            {QStringLiteral("completeness"), json(verification.completeness)},
            {QStringLiteral("ledger"), json(verification.ledger)},
            {QStringLiteral("timestamp"), json(verification.timestamp)},
            {QStringLiteral("certificate"), json(verification.certificate)}};
}

} // namespace holdpoint::report
