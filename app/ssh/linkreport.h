// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/error.h>

#include <functional>
#include <mutex>
#include <optional>

namespace holdpoint::ssh {

/// What a link tells its transport. Thread: any.
class LinkReport
{
public:
    explicit LinkReport(std::function<void()> notify) : m_notify(std::move(notify)) {}

    void setSilent(bool silent);
    void setLost(Error why);

    [[nodiscard]] bool isSilent() const;
    [[nodiscard]] std::optional<Error> lost() const;

private:
    const std::function<void()> m_notify;
    mutable std::mutex m_mutex; ///< protects all below
    bool m_silent = false;
    std::optional<Error> m_lost;
};

} // namespace holdpoint::ssh
