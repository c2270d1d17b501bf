// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/htmlpage.h>
#include <models/session/runstate.h>

/// The report's words for states, and their tones.
namespace holdpoint::report {

struct Words
{
    QString text;
    HtmlPage::Tone tone = HtmlPage::Tone::Plain;
};

Words wordsFor(session::StageStatus status);
Words wordsFor(session::CommandStatus status);
Words wordsFor(session::Verdict verdict);
Words wordsFor(session::UndoItem::Status status);
/// The run as a whole: one sentence, or two.
Words verdictWords(const session::RunState &state);

/// What a verdict rests on: "exit status on a channel of its own (SSH protocol)".
QString sourceWords(session::EvidenceSource source);
QString reversibilityWords(runbooks::Reversibility reversibility);
/// What the banner of a run that is not live says; empty for a live one.
QString modeMark(session::Mode mode);
QString modeSentence(session::Mode mode);
/// What a signature says of a report that names nobody.
QString signerWords();

} // namespace holdpoint::report
