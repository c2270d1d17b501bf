// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runstate.h>
#include <tests/support/templedger.h>

namespace holdpoint::testing {

/// The runbook of the sample run: two steps with a rollback, prerequisites and a verification.
QByteArray sampleRunbook();

/// What the sample run's host and people say; foreign text goes into the report as it is.
struct Sample
{
    session::Mode mode = session::Mode::Practice;
    QString output = QStringLiteral("node-07 cordoned\n");
    QString note = QStringLiteral("Load was low before the start.");
};

/// Writes a run with a retry, a skip, a waiver, an escalation and two recorded panes; gives its id.
QByteArray writeSampleRun(TempLedger &ledger, const Sample &sample = {});

} // namespace holdpoint::testing
