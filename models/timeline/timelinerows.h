// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/timeline/timeline.h>

#include <functional>

namespace holdpoint::timeline {

/// What an item takes on the axis, in the unit of the picture: its bar, and the bar with its label.
struct Extent
{
    double from = 0;
    double to = 0;
    double labelledTo = 0;
};

/// Which row of the picture each item is drawn in, so that nothing hides anything else.
struct Arrangement
{
    struct Place
    {
        int row = 0;
        bool isLabelled = true;
    };
    QList<Place> places; ///< one for each item
    QList<int> laneTops; ///< the first row of each lane
    int rows = 0;
};

/// A lane has as many rows as things happen at once, up to a bound; beyond it bars may overlap, and go without a label.
Arrangement arrangementOf(const Timeline &timeline, const std::function<Extent(const Item &)> &extentOf);

/// "✓", "!", "✕" or "…": says an outcome beside its colour. Empty for Outcome::Plain.
QString markOf(Outcome outcome);
/// The mark and the label; what is written beside a bar. Empty for a plain moment without a label.
QString captionOf(const Item &item);

} // namespace holdpoint::timeline
