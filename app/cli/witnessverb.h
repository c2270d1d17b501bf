// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/timestamp/authority.h>

#include <QString>

#include <optional>

namespace holdpoint::cli {

struct WitnessRequest
{
    QString ledger; ///< the file
    QString folder; ///< where checkpoints are kept; may be empty where an authority is asked
    QString sign;   ///< as secrets::createSigner() reads it; empty: the checkpoint goes unsigned
    std::optional<timestamp::Authority> authority; ///< who stamps the checkpoint; none: nobody
    enum class Acquaintance { Known, First };
    /// Whether this ledger may be new to a folder that keeps checkpoints of others.
    Acquaintance acquaintance = Acquaintance::Known;
    QString operatorName;
    Format format = Format::Text;
};

/// Brings the ledger's present head to a folder that somebody else keeps, unless the ledger does not fit what lies there,
/// and has it time stamped; a stamp is kept beside the ledger, and in the folder. Works while another Holdpoint has the ledger open.
ExitCode ledgerWitness(const WitnessRequest &request);

} // namespace holdpoint::cli
