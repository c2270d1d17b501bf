// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/leavequestion.h>

#include <ui/files/copynames.h>

#include <QCoreApplication>

namespace holdpoint::ui {

namespace {

struct LeaveQuestion
{
    Q_DECLARE_TR_FUNCTIONS(LeaveQuestion)
};

QString runWords(Unfinished::Run run)
{
    using Run = Unfinished::Run;
    switch (run) {
    case Run::None: return {};
    case Run::Untouched:
        return LeaveQuestion::tr("No host was ever connected in this run, and nothing was done in it. It can end as “never "
                                 "connected”, or stay in the ledger and be offered again at the next start.");
    case Run::Open:
        return LeaveQuestion::tr("The run is not over. It stays in the ledger and is offered again at the next "
                                 "start; a command that runs now becomes “outcome unknown”.");
    case Run::Unrecorded:
        return LeaveQuestion::tr("What was done unrecorded is in memory only. It is lost if the window closes before the "
                                 "ledger works again.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString Unfinished::title() const
{
    return run != Run::None ? LeaveQuestion::tr("A run is open")
           : commandRuns    ? LeaveQuestion::tr("A command is running")
                            : LeaveQuestion::tr("Files are on their way");
}

QString Unfinished::words() const
{
    QStringList parts{
        runWords(run),
        commandRuns ? LeaveQuestion::tr("A command is running in a terminal outside any run. It ends with its shell in most cases.")
                    : QString(),
        endingWords(copies)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace holdpoint::ui
