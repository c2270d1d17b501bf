// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runstate.h>
#include <models/session/transport.h>
#include <runbooks/document.h>

namespace holdpoint::session {

/// What an exec channel gave.
struct ExecResult
{
    ChannelEnd end;
    QByteArray output; ///< standard output
    QByteArray errorOutput;
    bool timedOut = false;
    bool truncated = false; ///< more output came than was kept
};

struct Judgement
{
    Verdict verdict = Verdict::Inconclusive;
    QString explanation; ///< "exit status 2, expected 0"
};

/// criterion x evidence -> verdict. Pure. `expectation` has its values in place.
///
/// Only an exit status from the protocol can pass; no status (killed, link lost, timed out) is Inconclusive.
Judgement judge(const runbooks::Expectation &expectation, const ExecResult &result,
                runbooks::Language language = runbooks::Language::Shell);

/// The first condition on the output that does not hold: match, nomatch, contains, value, each on the value at `json`
/// where that is set. Nothing when all hold.
std::optional<Judgement> outputFailure(const runbooks::Expectation &expectation, const QByteArray &output);

/// Whether the exit of a command in the live shell is what the runbook expects.
bool isExpected(const runbooks::Command &command, std::optional<int> exit);

} // namespace holdpoint::session
