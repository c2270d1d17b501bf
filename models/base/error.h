// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint {

/// What went wrong, as a program can branch on it. Words for people are made in ui/common and app/cli.
enum class ErrorKind {
    Invalid,        ///< the input breaks a rule; detail says which and where
    NotFound,       ///< the named thing does not exist
    Io,             ///< a file, disk or device refused
    Busy,           ///< somebody else holds it
    Timeout,        ///< no answer in the time allowed
    Cancelled,      ///< a person or the program called it off
    Disconnected,   ///< the link is gone
    AuthDenied,     ///< the other side refused the login
    HostKeyUnknown, ///< the host's key is in no known_hosts file and nobody confirmed it
    HostKeyChanged, ///< the host's key differs from the recorded one, or is revoked
    Corrupt,        ///< stored bytes are not what was written
    NotPermitted,   ///< the rules of the run or the file system forbid it
};

/// One failure: its kind and a detail in English for logs and messages (no trailing full stop).
struct Error
{
    ErrorKind kind = ErrorKind::Invalid;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The kind's stable name, as written to the ledger and to JSON ("HostKeyChanged").
QString errorKindName(ErrorKind kind);

} // namespace holdpoint
