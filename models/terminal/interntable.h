// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <unordered_map>
#include <vector>

namespace holdpoint::terminal {

/// Values that many cells share, each kept once and named by a small number. Number 0 is the empty value.
///
/// Grows until its owner compacts it: the owner alone knows which numbers are still in use.
template <class T, class Hash = std::hash<T>> class InternTable
{
public:
    InternTable() { m_values.push_back(nullptr); }
    /// The same values under the same numbers.
    InternTable(const InternTable &other)
    {
        m_values.push_back(nullptr);
        for (int number = 1; number < other.size(); ++number)
            m_values.push_back(&m_numbers.emplace(other.at(number), number).first->first);
    }
    InternTable(InternTable &&) noexcept = default;
    InternTable &operator=(InternTable &&) noexcept = default;

    [[nodiscard]] int intern(const T &value)
    {
        if (value == T{})
            return 0;
        const auto [place, isNew] = m_numbers.try_emplace(value, size());
        if (isNew)
            m_values.push_back(&place->first);
        return place->second;
    }
    [[nodiscard]] const T &at(int number) const
    {
        static const T empty;
        const T *value = number < size() ? m_values[static_cast<std::size_t>(number)] : nullptr;
        return value ? *value : empty;
    }
    [[nodiscard]] int size() const { return static_cast<int>(m_values.size()); }

    /// Drops what is not in use; gives the new number of each old one.
    [[nodiscard]] std::vector<int> compact(const std::vector<bool> &inUse)
    {
        std::vector<int> renumbered(m_values.size(), 0);
        std::vector<const T *> kept{nullptr};
        for (std::size_t number = 1; number < m_values.size(); ++number) {
            if (!inUse[number]) {
                m_numbers.erase(m_numbers.find(*m_values[number]));
                continue;
            }
            renumbered[number] = static_cast<int>(kept.size());
            m_numbers[*m_values[number]] = renumbered[number];
            kept.push_back(m_values[number]);
        }
        m_values = std::move(kept);
        return renumbered;
    }

    /// Drops the values from that number on.
    void truncate(int size)
    {
        while (this->size() > size) {
            m_numbers.erase(m_numbers.find(*m_values.back()));
            m_values.pop_back();
        }
    }

private:
    std::unordered_map<T, int, Hash> m_numbers;
    std::vector<const T *> m_values; // the map's own keys: their addresses are stable
};

} // namespace holdpoint::terminal
