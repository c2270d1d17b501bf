// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/fileservice.h>

#include <vector>

namespace holdpoint::session {

/// The conversations with a host's file service over which the files of a folder go, each with one file after the other.
/// A host may allow few channels (MaxSessions of OpenSSH's server): there are as many lanes as it opens.
///
/// Thread: GUI thread. Owns the lanes that nobody uses. `opened` is called for each further lane, while the lanes live.
class FileLanes
{
public:
    explicit FileLanes(std::function<void()> opened)
        : m_opened(std::move(opened))
    {
    }

    /// Asks for further lanes.
    void open(Transport &transport, int count);
    /// A conversation that has begun becomes one.
    void add(std::unique_ptr<FileService> service);
    /// How many there are, in use or not.
    [[nodiscard]] std::size_t count() const { return m_count; }

    /// One that is at rest, else a new one: what a failure left in the middle of something is not used again.
    [[nodiscard]] std::unique_ptr<FileService> take(Transport &transport);
    void giveBack(std::unique_ptr<FileService> lane) { m_free.push_back(std::move(lane)); }

private:
    const std::function<void()> m_opened;
    std::vector<std::unique_ptr<FileService>> m_opening;
    std::vector<std::unique_ptr<FileService>> m_free;
    std::size_t m_count = 0;
};

} // namespace holdpoint::session
