// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/filing.h>

#include <algorithm>

namespace holdpoint::ledger {

void Filing::add(QByteArrayView value, quint64 sequence)
{
    auto place = m_places.find(value);
    if (place == m_places.end())
        place = m_places.emplace(value.toByteArray(), Sequences()).first;
    place->second.push_back(sequence);
}

std::optional<quint64> Filing::firstMissingIn(const Filing &other) const
{
    static const Sequences none;
    std::optional<quint64> first;
    for (const auto &[value, sequences] : m_places) {
        const auto found = other.m_places.find(value);
        const Sequences &others = found == other.m_places.end() ? none : found->second;
        const auto [mine, theirs] = std::mismatch(sequences.begin(), sequences.end(), others.begin(), others.end());
        if (mine != sequences.end())
            first = std::min(first.value_or(*mine), *mine);
    }
    return first;
}

std::optional<quint64> Filing::firstDifference(const Filing &first, const Filing &second)
{
    const auto left = first.firstMissingIn(second);
    const auto right = second.firstMissingIn(first);
    return left && right ? std::min(left, right) : left ? left : right;
}

} // namespace holdpoint::ledger
