// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace holdpoint::ledger {

/// Which entries stand under which value, for one column that has an index.
///
/// Thread: one at a time.
class Filing
{
public:
    /// REQUIRES sequences in ascending order for a value.
    void add(QByteArrayView value, quint64 sequence);

    /// The lowest entry that stands under a value in one of them only.
    [[nodiscard]] static std::optional<quint64> firstDifference(const Filing &first, const Filing &second);

private:
    using Sequences = std::vector<quint64>;
    [[nodiscard]] std::optional<quint64> firstMissingIn(const Filing &other) const;

    std::map<QByteArray, Sequences, std::less<>> m_places;
};

/// Under which run and type entries stand.
struct Filings
{
    Filing runs;
    Filing types;
};

} // namespace holdpoint::ledger
