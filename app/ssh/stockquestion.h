// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/prompter.h>

namespace holdpoint::ssh {

/// Whether ssh(1) asks about a host key. No server can make it ask like this: what a server asks comes behind
/// "(user@host) " or "user@host's ".
bool isHostKeyPrompt(const QString &prompt);

/// The question about a host key, out of ssh's own words. Nothing when they are not understood.
std::optional<session::HostKeyQuestion> hostKeyQuestionIn(const QString &prompt);

/// What is waited for while ssh only says something and goes on by itself, as a rule a touch of a security key. No server can
/// make it say so.
QString awaitedIn(const QString &notice);

} // namespace holdpoint::ssh
