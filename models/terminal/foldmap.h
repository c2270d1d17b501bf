// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace holdpoint::terminal {

/// Stretches of lines that are folded away, each shown as one row, and which row that leaves for every other line.
///
/// Lines count dropped lines too, so that they keep their numbers; rows count from the oldest line that is kept.
/// Invariants: folds are in order, have two lines at least and share none; none begins before begin().
/// Not here: what may be folded (the view decides by the shell's marks).
class FoldMap
{
public:
    struct Fold
    {
        qint64 first = 0;
        qint64 last = 0;

        [[nodiscard]] qint64 lines() const { return last - first + 1; }
        friend bool operator==(const Fold &, const Fold &) = default;
    };

    /// False, and nothing changes, when that is less than two lines or meets another fold.
    bool add(Fold fold);
    /// Adds all that can be added, as one by one; they are in order.
    void add(std::span<const Fold> folds);
    /// Unfolds what holds the line; false when nothing does.
    bool remove(qint64 line);
    void clear() { m_folds.clear(); }
    /// Lines before this one are gone. A fold keeps what is left of it while that is two lines or more.
    void drop(qint64 begin);

    [[nodiscard]] bool isEmpty() const { return m_folds.empty(); }
    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] std::vector<Fold> folds() const;
    /// The fold that holds the line, or null; valid until the next change.
    [[nodiscard]] const Fold *at(qint64 line) const;
    /// The row of a line; of a folded one that of its fold, of a dropped one the first.
    [[nodiscard]] qint64 rowOf(qint64 line) const;
    /// The line shown in a row; of a fold its first.
    [[nodiscard]] qint64 lineAt(qint64 row) const;

private:
    struct Entry
    {
        Fold fold;
        qint64 hidden = 0; ///< rows that the folds before this one save
    };

    /// The last fold that begins at or before the line, or null.
    [[nodiscard]] const Entry *before(qint64 line) const;
    void count();

    qint64 m_begin = 0;
    std::vector<Entry> m_folds;
};

} // namespace holdpoint::terminal
