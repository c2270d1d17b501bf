// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/practice/practicechannel.h>

namespace holdpoint::practice {

/// Whether programs of the practice host can be kept in: bubblewrap (bwrap(1)) is there and the kernel lets it work.
/// Asked once for a process; takes some 10 ms.
bool canContain();

/// The arguments of a program wrapped so that the machine is read-only to it, nothing of the network but a loopback of its
/// own is there, and it sees no process but its own. It can write to the practice host's home, state and /tmp only. System
/// folders that a rehearsal needs and the machine does not have (/backup ...) are those below the home's `rootfs`, the
/// same that the stand-ins work on; with SystemFolders::Rehearsed all of those are, but the one that holds the home.
QList<QByteArray> contained(const QList<QByteArray> &arguments, const Surroundings &surroundings,
                            SystemFolders folders = SystemFolders::Machines);

} // namespace holdpoint::practice
