// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

#include <optional>

/// The kinds of values that ssh_config(5) has; nothing for what is none of the kind.
namespace holdpoint::ssh {

/// "yes", "true", "no" or "false".
std::optional<bool> flagOf(const QByteArray &value);

/// Plain seconds or the time formats of sshd_config(5), "1m30s"; at most a week.
std::optional<int> secondsOf(const QByteArray &value);

/// A whole number from 0 on.
std::optional<int> numberOf(const QByteArray &value);

} // namespace holdpoint::ssh
