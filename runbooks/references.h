// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/sections.h>

namespace holdpoint::runbooks {

/// A section that is no runbook, without the headings inside it. Nothing when it holds nothing but rules.
std::optional<ReferenceSection> referenceOf(const Section &section, const Markdown &markdown);

} // namespace holdpoint::runbooks
