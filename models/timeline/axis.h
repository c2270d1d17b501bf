// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

namespace holdpoint::timeline {

/// The one time axis of a run: milliseconds since its "run-started" entry, as the recordings of its panes count them.
///
/// Invariants: never negative, and never goes back from one entry to the next, whatever clocks did meanwhile. Entries of the
/// same boot are told apart by the boot clock, which does not jump; those of another boot by the wall clock.
class Axis
{
public:
    explicit Axis(const ledger::Entry &start)
        : m_startUtc(start.utc)
        , m_startBootMs(start.bootMs)
        , m_bootId(start.bootId)
    {
    }

    /// Of the entries in their order.
    qint64 next(const ledger::Entry &entry);

private:
    QDateTime m_startUtc;
    quint64 m_startBootMs;
    QByteArray m_bootId;
    qint64 m_last = 0;
};

/// "00:01:23", and hours as many as there are.
QString clockText(qint64 milliseconds);

/// A distance between two marks on an axis that is easy to read, so that about `marks` of them fit into the span: 1, 2, 5, 10, 15
/// or 30 seconds or minutes, or 1, 2, 3, 6, 12 or 24 hours and days after that.
qint64 tickStep(qint64 spanMs, int marks);

} // namespace holdpoint::timeline
