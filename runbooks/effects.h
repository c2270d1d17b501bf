// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/calls.h>
#include <runbooks/document.h>

namespace holdpoint::runbooks {

/// Whether a call is known to change something on its host or behind it: files, services, accounts, rules, cloud
/// resources, databases. What is not known to is taken for looking. Dry runs look.
bool changesSomething(const Call &call);

/// The same for a whole command; `readonly` says no.
bool changesSomething(const Command &command, const QList<Call> &calls);

} // namespace holdpoint::runbooks
