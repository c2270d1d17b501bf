// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/hop.h>

namespace holdpoint::ssh {

Error reasonOf(const std::vector<Hop> &hops, const Error &own)
{
    if (own.kind == ErrorKind::Cancelled)
        return own;
    for (const Hop &hop : hops) {
        if (const auto why = hop.report->lost())
            return {why->kind, QStringLiteral("%1 was lost: %2").arg(hop.name, why->detail)};
        if (own.kind == ErrorKind::Timeout && hop.report->isSilent())
            return {own.kind, QStringLiteral("%1 does not answer: %2").arg(hop.name, own.detail)};
    }
    return own;
}

} // namespace holdpoint::ssh
