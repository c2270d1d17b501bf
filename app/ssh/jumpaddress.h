// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshconfig.h>

#include <models/session/transport.h>

namespace holdpoint::ssh {

/// Reads one host of a ProxyJump line: "[USER@]HOST[:PORT]" or "ssh://[USER@]HOST[:PORT]" (ssh_config(5)), its tokens
/// expanded. As ssh(1) does, a URI's %-codes are read in the user only, before the tokens, and its connection parameters
/// are left out. Errors: Invalid, as HostAddress::parse() and expandTokens().
Result<session::HostAddress> parseJumpAddress(const QString &text, const ConfigTokens &tokens);

} // namespace holdpoint::ssh
