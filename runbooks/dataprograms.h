// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/calls.h>

namespace holdpoint::runbooks {

/// Whether all that a command calls takes its arguments as data: a text with spaces or characters of a shell is safe there
/// when it is quoted. What is not known to is taken for a program that may run its arguments.
bool takesDataOnly(const QList<Call> &calls);

} // namespace holdpoint::runbooks
