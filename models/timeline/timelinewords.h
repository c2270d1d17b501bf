// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/language.h>
#include <models/session/runstate.h>

/// What the ledger holds in English, in another language. What it holds in a person's own words stays as it is.
namespace holdpoint::timeline {

/// Of a step as the runbook has it, of the other stages in our words.
QString stageTitle(const Language &language, const session::Stage &stage);

/// "stopped", "passed with exceptions", as RunState::verdict() has them.
QString runVerdictWords(const Language &language, const QString &verdict);

/// "no answer": how an attempt to reach somebody ended, as the ledger has it ("no-answer").
QString attemptWords(const Language &language, const QString &outcome);

/// An outcome or explanation that the console itself wrote down: "exit status 1, expected 0". Others stay as they are.
QString recordedWords(const Language &language, const QString &recorded);

} // namespace holdpoint::timeline
