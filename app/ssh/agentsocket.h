// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/descriptor.h>

#include <QString>

namespace holdpoint::ssh {

/// Connects to an ssh-agent's socket; not open when nobody listens there.
Descriptor connectAgent(const QString &path);

} // namespace holdpoint::ssh
