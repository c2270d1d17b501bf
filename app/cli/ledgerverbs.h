// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/cli/runselection.h>
#include <app/paths.h>

namespace holdpoint::cli {

/// Those runs of the ledger, newest first. Works while another Holdpoint has the ledger open.
ExitCode runs(const app::Paths &paths, const RunSelection &selection, Format format);
/// What a ledger is held against; each may be empty.
struct OutsideView
{
    QString checkpoint; ///< file with a checkpoint that must fit
    QString witness;    ///< folder with checkpoints that must all fit
    QString timestampAuthorities; ///< file of the authorities (PEM) that vouch for time stamps
};
/// Re-walks a ledger file.
ExitCode ledgerVerify(const QString &path, const OutsideView &outside, Format format);
/// Every entry as JSON Lines.
ExitCode ledgerExport(const QString &path);

} // namespace holdpoint::cli
