// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStringView>

#include <string_view>

namespace holdpoint::terminal {

/// Whether the character goes on the cluster, which is not empty (UAX #29). Thread: any.
[[nodiscard]] bool joinsCluster(std::u32string_view cluster, char32_t code);

/// Columns a cluster takes: those of its characters together, two at most. A variation selector makes it as wide as the look that
/// it asks for: 2 for an emoji, 1 for text.
[[nodiscard]] int clusterWidth(std::u32string_view cluster);

/// Columns the text takes, cluster by cluster.
[[nodiscard]] qint64 columnsOf(QStringView text);

} // namespace holdpoint::terminal
