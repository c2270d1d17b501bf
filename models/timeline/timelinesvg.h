// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/timeline/timeline.h>

namespace holdpoint::timeline {

/// The timeline as a picture: SVG 1.1 with a title and a description, nothing loaded from anywhere, no script, readable on
/// light and on dark ground (prefers-color-scheme). Times are UTC and say so. All text is escaped; the same timeline gives the
/// same bytes.
///
/// Standalone has an XML declaration and a line of its own on what it shows; Inline stands inside an HTML page that says so;
/// Paper too, narrower, so that its words can be read on a page, and without the colours for dark ground.
enum class SvgUse { Standalone, Inline, Paper };
QString timelineSvg(const Timeline &timeline, SvgUse use);

/// One sentence for who cannot see the picture: "2026-09-21 14:13:20 UTC to 14:20:01 UTC: 4 steps, ...".
QString descriptionOf(const Timeline &timeline);

} // namespace holdpoint::timeline
