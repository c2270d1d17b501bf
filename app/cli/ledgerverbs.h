// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/paths.h>

namespace holdpoint::cli {

/// The runs of the ledger, newest first. Works while another Holdpoint has the ledger open.
ExitCode runs(const app::Paths &paths, Format format);
/// Re-walks a ledger file; `checkpoint` names a file with a checkpoint that must fit, or is empty.
ExitCode ledgerVerify(const QString &path, const QString &checkpoint, Format format);
/// Every entry as JSON Lines.
ExitCode ledgerExport(const QString &path);

} // namespace holdpoint::cli
