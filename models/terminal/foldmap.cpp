// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/foldmap.h>

#include <algorithm>

namespace holdpoint::terminal {

bool FoldMap::add(Fold fold)
{
    const std::size_t had = m_folds.size();
    add(std::span(&fold, 1));
    return m_folds.size() > had;
}

void FoldMap::add(std::span<const Fold> folds)
{
    std::vector<Entry> added;
    for (const Fold &fold : folds) {
        const Entry *above = before(fold.last); // of all that could meet it, the last
        const bool meets = (above && above->fold.last >= fold.first)
            || (!added.empty() && added.back().fold.last >= fold.first);
        if (fold.lines() >= 2 && fold.first >= m_begin && !meets)
            added.push_back({fold, 0});
    }
    const auto middle = m_folds.insert(m_folds.end(), added.begin(), added.end());
    std::inplace_merge(m_folds.begin(), middle, m_folds.end(),
                       [](const Entry &one, const Entry &other) { return one.fold.first < other.fold.first; });
    count();
}

bool FoldMap::remove(qint64 line)
{
    const bool removed =
        std::erase_if(m_folds,
                      [line](const Entry &entry) { return entry.fold.first <= line && line <= entry.fold.last; })
        > 0;
    count();
    return removed;
}

void FoldMap::drop(qint64 begin)
{
    if (begin == m_begin)
        return;
    m_begin = begin;
    for (Entry &entry : m_folds)
        entry.fold.first = std::max(entry.fold.first, begin);
    std::erase_if(m_folds, [](const Entry &entry) { return entry.fold.lines() < 2; });
    count();
}

void FoldMap::count()
{
    qint64 hidden = 0;
    for (Entry &entry : m_folds) {
        entry.hidden = hidden;
        hidden += entry.fold.lines() - 1;
    }
}

std::vector<FoldMap::Fold> FoldMap::folds() const
{
    std::vector<Fold> folds;
    for (const Entry &entry : m_folds)
        folds.push_back(entry.fold);
    return folds;
}

const FoldMap::Entry *FoldMap::before(qint64 line) const
{
    const auto after = std::upper_bound(m_folds.begin(), m_folds.end(), line,
                                        [](qint64 value, const Entry &entry) { return value < entry.fold.first; });
    return after == m_folds.begin() ? nullptr : &*(after - 1);
}

const FoldMap::Fold *FoldMap::at(qint64 line) const
{
    const Entry *entry = before(line);
    return entry && line <= entry->fold.last ? &entry->fold : nullptr;
}

qint64 FoldMap::rowOf(qint64 line) const
{
    line = std::max(line, m_begin);
    const Entry *entry = before(line);
    const qint64 inFold = entry ? std::min(line, entry->fold.last) - entry->fold.first : 0;
    return line - m_begin - (entry ? entry->hidden + inFold : 0);
}

qint64 FoldMap::lineAt(qint64 row) const
{
    const auto after = std::upper_bound(m_folds.begin(), m_folds.end(), row, [this](qint64 value, const Entry &entry) {
        return value < entry.fold.first - m_begin - entry.hidden;
    });
    if (after == m_folds.begin())
        return m_begin + row;
    const Entry &entry = *(after - 1);
    const qint64 beyond = row - (entry.fold.first - m_begin - entry.hidden);
    return beyond == 0 ? entry.fold.first : entry.fold.last + beyond;
}

} // namespace holdpoint::terminal
