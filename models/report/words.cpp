// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/words.h>

#include <array>

namespace holdpoint::report {

using namespace session;
using Tone = HtmlPage::Tone;

namespace {

struct Row
{
    const char *text;
    Tone tone;
};

// In the order of the enumerations.
constexpr std::array stageRows{Row{"Not reached", Tone::Plain}, Row{"In progress", Tone::Warning},
                               Row{"Passed", Tone::Good},       Row{"Failed", Tone::Bad},
                               Row{"Skipped", Tone::Warning},   Row{"Rolled back", Tone::Warning}};
constexpr std::array commandRows{Row{"Not run", Tone::Plain}, Row{"Running", Tone::Warning},
                                 Row{"Succeeded", Tone::Good}, Row{"Failed", Tone::Bad},
                                 Row{"Outcome unknown", Tone::Bad}, Row{"Skipped", Tone::Warning}};
constexpr std::array verdictRows{Row{"Not answered", Tone::Plain},  Row{"Running", Tone::Warning},
                                 Row{"Passed", Tone::Good},         Row{"Failed", Tone::Bad},
                                 Row{"Inconclusive", Tone::Bad},    Row{"Not applicable", Tone::Warning},
                                 Row{"Waived", Tone::Warning}};
constexpr std::array undoRows{Row{"Registered, not used", Tone::Plain}, Row{"Running", Tone::Warning},
                              Row{"Undone", Tone::Good}, Row{"Failed", Tone::Bad}, Row{"Declined", Tone::Warning}};
constexpr std::array sourceRows{
    "no evidence",
    "exit status the SSH protocol reported for a channel of its own",
    "exit status the shell's mark reported (a hint: what runs in the shell could imitate it)",
    "result of a query",
    "text on the screen (a hint: what runs in the shell could imitate it)",
    "statement of a person"};
constexpr std::array reversibilityRows{"Reversible", "Needs a check", "Irreversible"};

template <size_t count> Words row(const std::array<Row, count> &rows, size_t index)
{
    return {QLatin1String(rows.at(index).text), rows.at(index).tone};
}

} // namespace

Words wordsFor(StageStatus status) { return row(stageRows, size_t(status)); }
Words wordsFor(CommandStatus status) { return row(commandRows, size_t(status)); }
Words wordsFor(Verdict verdict) { return row(verdictRows, size_t(verdict)); }
Words wordsFor(UndoItem::Status status) { return row(undoRows, size_t(status)); }

Words verdictWords(const RunState &state)
{
    const QString verdict = state.verdict();
    if (verdict == QLatin1String("passed"))
        return {QStringLiteral("Passed. Every step and every check passed."), Tone::Good};
    if (verdict == QLatin1String("passed with exceptions")) {
        return {QStringLiteral("Passed with exceptions. The end was reached, but not everything passed: read \"Exceptions\"."),
                Tone::Warning};
    }
    if (verdict == QLatin1String("stopped"))
        return {QStringLiteral("Stopped before the end."), Tone::Bad};
    return {QStringLiteral("Not finished when this report was made."), Tone::Warning};
}

QString sourceWords(EvidenceSource source) { return QLatin1String(sourceRows.at(size_t(source))); }

QString reversibilityWords(runbooks::Reversibility reversibility)
{
    return QLatin1String(reversibilityRows.at(size_t(reversibility)));
}

QString modeMark(Mode mode) { return mode == Mode::Live ? QString() : modeName(mode).toUpper(); }

QString signerWords()
{
    return QStringLiteral("The signature names its signer: whoever knows whose key it is made with knows who made this report.");
}

QString modeSentence(Mode mode)
{
    switch (mode) {
    case Mode::Practice:
        return QStringLiteral("This was practice on the practice host. Nothing in this report happened on a real system.");
    case Mode::Rehearsal:
        return QStringLiteral("This was a rehearsal. It is no evidence that the work was done.");
    case Mode::Live:
        break;
    }
    return QStringLiteral("Live: the commands ran on the hosts named here.");
}

} // namespace holdpoint::report
