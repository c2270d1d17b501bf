// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/cancelswitch.h>
#include <app/ssh/hostsettings.h>

#include <models/base/result.h>

#include <chrono>
#include <sys/socket.h>
#include <vector>

namespace holdpoint::ssh {

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

/// The host's addresses, at most 64, of the family (Any: of both, in turn, beginning with the
/// one the system prefers).
/// Errors: NotFound, Timeout, Cancelled.
Result<std::vector<SocketAddress>> resolve(const QString &host, quint16 port, AddressFamily family,
                                           const CancelSwitch &cancel, std::chrono::steady_clock::time_point deadline);

/// Whether the host has an address, and the name it leads to there, empty where the system does not tell.
/// Errors: as resolve().
Result<QString> resolveName(const QString &host, AddressFamily family, const CancelSwitch &cancel,
                            std::chrono::steady_clock::time_point deadline);

} // namespace holdpoint::ssh
