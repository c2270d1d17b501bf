// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/keyframes.h>

#include <algorithm>

namespace holdpoint::replay {

void Keyframes::offer(int piece, qint64 offset, const terminal::Screen &screen, quint32 command)
{
    const auto after = std::ranges::lower_bound(m_frames, piece, {}, &Kept::piece);
    const qint64 before = after == m_frames.begin() ? 0 : std::prev(after)->offset;
    const bool isNear = offset - before < m_spacing || (after != m_frames.end() && after->offset - offset < m_spacing);
    if (isNear)
        return;
    m_frames.insert(after, Kept{piece, offset, screen.copy(), command});
    if (m_frames.size() <= most)
        return;
    std::vector<Kept> kept;
    for (std::size_t i = 1; i < m_frames.size(); i += 2)
        kept.push_back(std::move(m_frames[i]));
    m_frames = std::move(kept);
    m_spacing *= 2;
}

const Keyframes::Kept *Keyframes::find(int piece) const
{
    const auto after = std::ranges::upper_bound(m_frames, piece, {}, &Kept::piece);
    return after == m_frames.begin() ? nullptr : &*std::prev(after);
}

Keyframes::Frame Keyframes::nearest(int piece) const
{
    const Kept *kept = find(piece);
    return kept ? Frame{kept->piece, kept->screen->copy(), kept->command} : Frame{};
}

int Keyframes::nearestPiece(int piece) const
{
    const Kept *kept = find(piece);
    return kept ? kept->piece : 0;
}

} // namespace holdpoint::replay
