// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/hostsettings.h>

#include <models/base/result.h>

#include <functional>

namespace holdpoint::ssh {

/// Whether a name has an address of the family, and the name it leads to there (a CNAME's), empty where that is not told.
/// Errors: Cancelled; whatever else means that there is none.
using NameLookup = std::function<Result<QString>(const QString &name, AddressFamily family)>;

/// How the names of a host are found out.
struct Naming
{
    NameLookup lookUp;
    bool isBehindJumpHost = false; ///< by the route, whatever the host's own configuration says
};

/// A name, and under which one its address was found: that is looked up again to connect, so that the dot at its end keeps
/// the system's own search list out of it. Empty where no look-up led to the name.
struct CanonicalName
{
    QString name;
    QString lookedUp;
};

/// The name that a host has once CanonicalizeHostname was followed, as ssh(1) does it: completed by one of the
/// CanonicalDomains, then led on by a CNAME where CanonicalizePermittedCNAMEs lets it.
///
/// Thread: the caller's, waiting for the look-ups.
/// Errors: Cancelled; Timeout where the name servers do not answer, as the next domain's host may be another one; NotFound where the configuration forbids to take the name as it is; Invalid for a CNAME that is no
/// safe name.
Result<CanonicalName> canonicalName(const HostSettings &settings, const Naming &naming);

} // namespace holdpoint::ssh
