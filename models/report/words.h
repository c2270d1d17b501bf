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

Words wordsFor(const Language &language, session::StageStatus status);
Words wordsFor(const Language &language, session::CommandStatus status);
Words wordsFor(const Language &language, session::Verdict verdict);
Words wordsFor(const Language &language, session::UndoItem::Status status);
/// The run as a whole: one sentence, or two.
Words verdictWords(const Language &language, const session::RunState &state);

/// What a verdict rests on: "exit status on a channel of its own (SSH protocol)".
QString sourceWords(const Language &language, session::EvidenceSource source);
QString reversibilityWords(const Language &language, runbooks::Reversibility reversibility);
/// "practice"
QString modeWords(const Language &language, session::Mode mode);
/// What the banner of a run that is not live says; empty for a live one.
QString modeMark(const Language &language, session::Mode mode);
QString modeSentence(const Language &language, session::Mode mode);
/// What a signature says of a report that names nobody.
QString signerWords(const Language &language);

} // namespace holdpoint::report
