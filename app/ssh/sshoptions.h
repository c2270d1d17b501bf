// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace holdpoint::ssh {

/// How long a connection may be quiet. The defaults are what users get; tests shorten them.
struct LinkTiming
{
    std::chrono::milliseconds login{10'000};       ///< each step of the login that needs no person
    std::chrono::milliseconds keepalive{15'000};   ///< quiet for so long: ask for a sign of life
    std::chrono::milliseconds unanswered{2'000};   ///< the same when something was sent meanwhile
    std::chrono::milliseconds silentAfter{15'000}; ///< asked and no answer for so long: shown as silent
    std::chrono::milliseconds lostAfter{45'000};   ///< asked and no answer for so long: given up
};

/// Files to use in place of the user's own (empty: the user's own), and the practice host's.
struct SshOptions
{
    QStringList identityFiles; ///< not for jump hosts, which have those of their own configuration
    QString knownHostsFile;
    QString configFile;
    QString practiceIdentityFile; ///< for addresses marked as practice; nothing else is used for them
    QString practiceKnownHostsFile;
    QString askpassProgram; ///< of addresses that are left to ssh(1); empty: the one beside the running program
    LinkTiming timing{};
};

} // namespace holdpoint::ssh
