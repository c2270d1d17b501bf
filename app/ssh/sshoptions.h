// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/linktiming.h>

#include <QString>
#include <QStringList>

namespace holdpoint::ssh {

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
