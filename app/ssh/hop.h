// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/linkreport.h>

#include <QString>

#include <memory>
#include <vector>

namespace holdpoint::ssh {

/// A jump host that is logged in to, as those who depend on it know it.
struct Hop
{
    QString name; ///< "ops@bastion:22 (jump host for db-07)"
    std::shared_ptr<LinkReport> report;
};

/// Why a connection through these hops failed: the first hop that is lost, or silent when nothing was heard in time, is
/// to blame; else it is `own`.
Error reasonOf(const std::vector<Hop> &hops, const Error &own);

} // namespace holdpoint::ssh
