// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runstate.h>

namespace holdpoint::audit {

/// Which runs somebody wants to see. An empty part asks for nothing.
struct RunFilter
{
    QDateTime since;      ///< begun then or later
    QDateTime until;      ///< begun before
    QString operatorName; ///< part of it
    QString runbook;      ///< its id, or part of its title
    QString host;         ///< part of a role or address
    QString verdict;      ///< as RunState::verdict() says it

    [[nodiscard]] bool matches(const session::RunState &run) const;
    [[nodiscard]] bool isEmpty() const { return *this == RunFilter(); }

    friend bool operator==(const RunFilter &, const RunFilter &) = default;
};

} // namespace holdpoint::audit
