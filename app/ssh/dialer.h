// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/cancelswitch.h>
#include <app/ssh/destination.h>

#include <models/base/result.h>

#include <functional>

namespace holdpoint::ssh {

/// Told each name before it is looked up, and an empty one behind that.
using LookUpListener = std::function<void(const QString &name)>;

/// Finds the host's addresses and connects to the first that answers: a new attempt every 250 ms or as soon as one
/// fails, IPv6 and IPv4 in turn (RFC 8305), all of it again as often as the destination says. The socket is non-blocking,
/// close-on-exec and without Nagle's delay.
///
/// Thread: the caller's, blocked until connected, failed, cancelled or past the destination's timeout
/// in its last attempt. A name server
/// that never answers keeps only a detached thread that owns what it uses.
/// Errors: NotFound (name), Disconnected (refused, unreachable), Timeout, Cancelled.
Result<Descriptor> dial(const Destination &destination, const CancelSwitch &cancel, const LookUpListener &looksUp);

} // namespace holdpoint::ssh
