// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/stampverb.h>

#include <app/cli/print.h>
#include <app/cli/waiting.h>
#include <app/timestamp/stamper.h>
#include <models/base/clock.h>
#include <models/report/reportstamp.h>

namespace holdpoint::cli {

ExitCode stamp(const QString &folder, const std::optional<timestamp::Authority> &authority, Format format)
{
    if (!authority) {
        complain(
            {ErrorKind::NotFound,
             QStringLiteral("say who is to stamp it: --tsa URL, or --timestamp for the authority of the settings")});
        return ExitCode::Usage;
    }
    QObject context;
    const auto stamped = await(report::stampReport(folder, timestamp::stamperOf(*authority, &context), &context));
    if (!stamped) {
        complain(
            {ErrorKind::Io, QStringLiteral("no time stamp: %1. The report is as it was").arg(stamped.error().detail)});
        return ExitCode::Failed;
    }
    if (format == Format::Json)
        print(QJsonObject{{QStringLiteral("folder"), folder}, {QStringLiteral("timestamp"), stampJson(*stamped)}});
    else
        print(QStringLiteral("%1: time stamp %2 by %3\n").arg(folder, isoUtc(stamped->time), stamped->authority));
    return ExitCode::Done;
}

QJsonObject stampJson(const x509::TimeStamp &stamp)
{
    return {{QStringLiteral("time"), isoUtc(stamp.time)},
            {QStringLiteral("authority"), stamp.authority},
            {QStringLiteral("policy"), stamp.policy}};
}

} // namespace holdpoint::cli
