// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/destination.h>

namespace holdpoint::ssh {

/// The hosts of a connection in the order they are connected to: the jump hosts, then the host itself.
using Route = QList<Destination>;

/// Looks up the way to a host. Every jump host counts with its own configuration, and the first of those named together
/// is reached as its own ProxyJump says, as ssh(1) does it. Blocking file I/O, and waits for the names it looks up.
///
/// Errors: Invalid for unsafe names, for a configuration that cannot be used, for jump hosts in a loop, for more than 8
/// of them and for hosts that need a ProxyCommand; Io for a configuration that cannot be read; NotFound for the practice
/// host when it does not run; those of canonicalName().
Result<Route> resolveRoute(const session::HostAddress &address, const SshOptions &options, const NameLookup &lookUp);

/// The configuration files in the order they count: the given one, or the user's and the system's.
QStringList configFiles(const SshOptions &options);

} // namespace holdpoint::ssh
