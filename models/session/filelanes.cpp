// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/filelanes.h>

#include <algorithm>

namespace holdpoint::session {

void FileLanes::open(Transport &transport, int count)
{
    for (int i = 0; i < count; ++i) {
        FileService *lane = m_opening.emplace_back(std::make_unique<FileService>(transport)).get();
        lane->start([this, lane](const Result<> &ready) {
            if (!ready) // there are as many as there were
                return;
            const auto place = std::ranges::find(m_opening, lane, &std::unique_ptr<FileService>::get);
            std::unique_ptr<FileService> opened = std::move(*place);
            m_opening.erase(place);
            add(std::move(opened));
            m_opened();
        });
    }
}

void FileLanes::add(std::unique_ptr<FileService> service)
{
    ++m_count;
    m_free.push_back(std::move(service));
}

std::unique_ptr<FileService> FileLanes::take(Transport &transport)
{
    while (!m_free.empty()) {
        std::unique_ptr<FileService> lane = std::move(m_free.back());
        m_free.pop_back();
        if (lane->client().isAtRest())
            return lane;
    }
    return std::make_unique<FileService>(transport);
}

} // namespace holdpoint::session
