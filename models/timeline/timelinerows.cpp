// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timelinerows.h>

#include <algorithm>

namespace holdpoint::timeline {

namespace {

constexpr int mostRows = 6; // of one lane

/// The rows of one lane, by where each is free again.
class LaneRows
{
public:
    Arrangement::Place take(const Extent &extent)
    {
        for (qsizetype row = 0; row < mostRows; ++row) {
            if (row == m_freeFrom.size())
                m_freeFrom.append(extent.from);
            if (m_freeFrom[row] <= extent.from) {
                m_freeFrom[row] = extent.labelledTo;
                return {int(row), true};
            }
        }
        const auto soonest = std::ranges::min_element(m_freeFrom);
        *soonest = std::max(*soonest, extent.to);
        return {int(soonest - m_freeFrom.begin()), false};
    }
    [[nodiscard]] int count() const { return std::max(1, int(m_freeFrom.size())); }

private:
    QList<double> m_freeFrom;
};

} // namespace

Arrangement arrangementOf(const Timeline &timeline, const std::function<Extent(const Item &)> &extentOf)
{
    Arrangement arrangement;
    QList<LaneRows> lanes(timeline.lanes.size());
    for (const Item &item : timeline.items)
        arrangement.places.append(lanes[item.lane].take(extentOf(item)));
    for (const LaneRows &lane : std::as_const(lanes)) {
        arrangement.laneTops.append(arrangement.rows);
        arrangement.rows += lane.count();
    }
    for (qsizetype i = 0; i < timeline.items.size(); ++i)
        arrangement.places[i].row += arrangement.laneTops[timeline.items[i].lane];
    return arrangement;
}

QString markOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Good: return QStringLiteral("✓");
    case Outcome::Warning: return QStringLiteral("!");
    case Outcome::Bad: return QStringLiteral("✕");
    case Outcome::Open: return QStringLiteral("…");
    case Outcome::Plain: break;
    }
    return {};
}

QString captionOf(const Item &item)
{
    const QString mark = markOf(item.outcome);
    return mark.isEmpty() || item.label.isEmpty() ? mark + item.label : mark + QLatin1Char(' ') + item.label;
}

} // namespace holdpoint::timeline
