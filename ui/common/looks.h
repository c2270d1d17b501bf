// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostshell.h>
#include <models/session/runstate.h>
#include <models/session/transport.h>
#include <ui/common/theme.h>

#include <QString>

namespace holdpoint::ui {

/// How a state is shown: always a word and an icon, and a tone.
struct Look
{
    QString word;
    QString icon;
    Tone tone = Tone::Neutral;
};

Look lookOf(session::StageStatus status);
/// Of a stage that is passed: whether something in it was skipped, waived or not applicable.
Look lookOf(session::StageStatus status, bool exceptions);
Look lookOf(session::CommandStatus status);
Look lookOf(session::Verdict verdict);
Look lookOf(session::UndoItem::Status status);
Look lookOf(session::Mode mode);
Look lookOf(session::Phase phase);
Look lookOf(session::Transport::State state);
Look lookOfSeverity(const QString &severity);

/// "Protocol exit status", "What a person stated": where a verdict's evidence comes from.
QString evidenceSourceWord(session::EvidenceSource source);
QString reversibilityWord(runbooks::Reversibility reversibility);

} // namespace holdpoint::ui
