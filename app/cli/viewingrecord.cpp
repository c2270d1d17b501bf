// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/viewingrecord.h>

#include <app/cli/exitcode.h>
#include <app/cli/waiting.h>
#include <app/paths.h>
#include <models/base/clock.h>
#include <models/ledger/ledger.h>
#include <models/session/viewingtray.h>

#include <cstdio>

namespace holdpoint::cli {

QString viewer(const QString &operatorName) { return operatorName.isEmpty() ? app::localOperator() : operatorName; }

void recordViewings(const QString &ledgerFolder, const QList<ledger::Draft> &viewings, const QString &what)
{
    if (viewings.isEmpty())
        return;
    const SystemClock clock;
    const QDateTime now = clock.utcNow();
    const auto ledger = ledger::Ledger::open(ledgerFolder, clock);
    const bool isLeft = !ledger && ledger.error().kind == ErrorKind::Busy;
    Result<> recorded = ledger || isLeft ? Result<>() : fail(ledger.error());
    for (const ledger::Draft &viewing : viewings) {
        if (!recorded)
            break;
        if (isLeft)
            recorded = session::ViewingTray::leave(ledgerFolder, *session::viewingIn(viewing, now));
        else if (const auto entry = await((*ledger)->append(viewing)); !entry)
            recorded = fail(entry.error());
    }
    if (!recorded)
        complain({recorded.error().kind, QStringLiteral("%1 is not on record: %2").arg(what, recorded.error().detail)});
    else if (isLeft)
        std::fprintf(stderr,
                     "holdpoint-cli: %s is not on record yet: the next program that opens the ledger for a run or a "
                     "report puts it there\n",
                     qUtf8Printable(what));
}

} // namespace holdpoint::cli
