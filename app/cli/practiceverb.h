// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/paths.h>

namespace holdpoint::cli {

/// The practice host until it is interrupted; prints how to reach it.
ExitCode practice(const app::Paths &paths, quint16 port, Format format);

} // namespace holdpoint::cli
