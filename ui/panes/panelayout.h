// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace holdpoint::ui {

/// Which pane is where: a tree whose leaves are rows of tabs and whose branches lie side by side or one below the other.
///
/// Thread: a value. Kept as JSON among the settings; what is read from there may be anything.
struct PaneLayout
{
    Qt::Orientation orientation = Qt::Horizontal; ///< of a branch: Horizontal is side by side
    QList<PaneLayout> parts;                      ///< of a branch, two or more; a leaf has none
    QList<int> shares;                            ///< of each part, in thousandths
    QStringList panes;                            ///< of a leaf: names, in the order of the tabs
    QString front;                                ///< of a leaf: the pane that is seen

    [[nodiscard]] QJsonObject toJson() const;
    /// Nothing where it is no layout, or one deeper than anybody splits.
    static std::optional<PaneLayout> fromJson(const QJsonObject &json);

    friend bool operator==(const PaneLayout &, const PaneLayout &) = default;
};

} // namespace holdpoint::ui
