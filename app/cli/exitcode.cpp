// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/exitcode.h>
#include <models/base/text.h>

#include <cstdio>

namespace holdpoint::cli {

ExitCode exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Disconnected: return ExitCode::Connection;
    case ErrorKind::AuthDenied:
    case ErrorKind::HostKeyUnknown:
    case ErrorKind::HostKeyChanged: return ExitCode::Authentication;
    case ErrorKind::Invalid:
    case ErrorKind::NotPermitted: return ExitCode::Refused;
    case ErrorKind::NotFound:
    case ErrorKind::Io: return ExitCode::Usage;
    case ErrorKind::Busy:
    case ErrorKind::Corrupt: return ExitCode::LedgerTrouble;
    case ErrorKind::Cancelled: return ExitCode::Interrupted;
    }
    return ExitCode::Failed;
}

namespace {

const char *advice(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostKeyUnknown:
        return "Compare the fingerprint with what the host's owner tells you, then connect once with a terminal to accept it.";
    case ErrorKind::HostKeyChanged:
        return "Nothing was sent. Ask the host's owner whether the key was replaced; if so, remove the old line from known_hosts.";
    case ErrorKind::AuthDenied: return "Nothing was run. Check the user name, the key and the agent (ssh-add -l).";
    case ErrorKind::Disconnected:
    case ErrorKind::Timeout: return "The run is kept: `holdpoint-cli runs` names it, and `run --resume` goes on once the host answers.";
    case ErrorKind::Busy: return "Close the other Holdpoint that uses this ledger, or give --data-dir another folder.";
    case ErrorKind::Corrupt: return "The files were left untouched. `holdpoint-cli ledger verify` names the first bad entry.";
    default: return nullptr;
    }
}

} // namespace

void complain(const Error &error)
{
    std::fprintf(stderr, "holdpoint-cli: %s\n", qUtf8Printable(visibleControlsKeepingLines(error.detail)));
    if (const char *next = advice(error.kind))
        std::fprintf(stderr, "  %s\n", next);
}

} // namespace holdpoint::cli
