// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::ssh {

/// The host as ssh(1) spells it from here on: an address in the form the system gives it ("127.1" is 127.0.0.1), any other
/// name in lower case. Nothing is looked up.
QString canonicalHost(const QString &host);

/// Whether it is an address, or can be nothing else. Nothing is looked up.
bool isAddress(const QString &host);

} // namespace holdpoint::ssh
