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
constexpr std::array stageRows{Row{QT_TRANSLATE_NOOP("stage state", "Not reached"), Tone::Plain},
                               Row{QT_TRANSLATE_NOOP("stage state", "In progress"), Tone::Warning},
                               Row{QT_TRANSLATE_NOOP("stage state", "Passed"), Tone::Good},
                               Row{QT_TRANSLATE_NOOP("stage state", "Failed"), Tone::Bad},
                               Row{QT_TRANSLATE_NOOP("stage state", "Skipped"), Tone::Warning},
                               Row{QT_TRANSLATE_NOOP("stage state", "Rolled back"), Tone::Warning}};
constexpr std::array commandRows{Row{QT_TRANSLATE_NOOP("command state", "Not run"), Tone::Plain},
                                 Row{QT_TRANSLATE_NOOP("command state", "Running"), Tone::Warning},
                                 Row{QT_TRANSLATE_NOOP("command state", "Succeeded"), Tone::Good},
                                 Row{QT_TRANSLATE_NOOP("command state", "Failed"), Tone::Bad},
                                 Row{QT_TRANSLATE_NOOP("command state", "Outcome unknown"), Tone::Bad},
                                 Row{QT_TRANSLATE_NOOP("command state", "Skipped"), Tone::Warning}};
constexpr std::array verdictRows{Row{QT_TRANSLATE_NOOP("check verdict", "Not answered"), Tone::Plain},
                                 Row{QT_TRANSLATE_NOOP("check verdict", "Running"), Tone::Warning},
                                 Row{QT_TRANSLATE_NOOP("check verdict", "Passed"), Tone::Good},
                                 Row{QT_TRANSLATE_NOOP("check verdict", "Failed"), Tone::Bad},
                                 Row{QT_TRANSLATE_NOOP("check verdict", "Inconclusive"), Tone::Bad},
                                 Row{QT_TRANSLATE_NOOP("check verdict", "Not applicable"), Tone::Warning},
                                 Row{QT_TRANSLATE_NOOP("check verdict", "Waived"), Tone::Warning}};
constexpr std::array undoRows{Row{QT_TRANSLATE_NOOP("undo state", "Registered, not used"), Tone::Plain},
                              Row{QT_TRANSLATE_NOOP("undo state", "Running"), Tone::Warning},
                              Row{QT_TRANSLATE_NOOP("undo state", "Undone"), Tone::Good},
                              Row{QT_TRANSLATE_NOOP("undo state", "Failed"), Tone::Bad},
                              Row{QT_TRANSLATE_NOOP("undo state", "Declined"), Tone::Warning}};
constexpr std::array sourceRows{
    QT_TRANSLATE_NOOP("evidence", "no evidence"),
    QT_TRANSLATE_NOOP("evidence", "exit status the SSH protocol reported for a channel of its own"),
    QT_TRANSLATE_NOOP("evidence",
                      "exit status the shell's mark reported (a hint: what runs in the shell could imitate it)"),
    QT_TRANSLATE_NOOP("evidence", "result of a query"),
    QT_TRANSLATE_NOOP("evidence", "hash of the file, compared on both sides"),
    QT_TRANSLATE_NOOP("evidence", "text on the screen (a hint: what runs in the shell could imitate it)"),
    QT_TRANSLATE_NOOP("evidence", "statement of a person")};
constexpr std::array reversibilityRows{QT_TRANSLATE_NOOP("reversibility", "Reversible"),
                                       QT_TRANSLATE_NOOP("reversibility", "Needs a check"),
                                       QT_TRANSLATE_NOOP("reversibility", "Irreversible")};

template <size_t count>
Words row(const Language &language, const char *context, const std::array<Row, count> &rows, size_t index)
{
    return {language.say(context, rows.at(index).text), rows.at(index).tone};
}

} // namespace

Words wordsFor(const Language &language, StageStatus status)
{
    return row(language, "stage state", stageRows, size_t(status));
}
Words wordsFor(const Language &language, CommandStatus status)
{
    return row(language, "command state", commandRows, size_t(status));
}
Words wordsFor(const Language &language, Verdict verdict)
{
    return row(language, "check verdict", verdictRows, size_t(verdict));
}
Words wordsFor(const Language &language, UndoItem::Status status)
{
    return row(language, "undo state", undoRows, size_t(status));
}

Words verdictWords(const Language &language, const RunState &state)
{
    const QString verdict = state.verdict();
    if (verdict == QLatin1String("passed"))
        return {language.say("verdict", "Passed. Every step and every check passed."), Tone::Good};
    if (verdict == QLatin1String("passed with exceptions")) {
        return {language.say(
                    "verdict",
                    "Passed with exceptions. The end was reached, but not everything passed: read \"Exceptions\"."),
                Tone::Warning};
    }
    if (verdict == QLatin1String("stopped"))
        return {language.say("verdict", "Stopped before the end."), Tone::Bad};
    return {language.say("verdict", "Not finished when this report was made."), Tone::Warning};
}

QString sourceWords(const Language &language, EvidenceSource source)
{
    return language.say("evidence", sourceRows.at(size_t(source)));
}

QString reversibilityWords(const Language &language, runbooks::Reversibility reversibility)
{
    return language.say("reversibility", reversibilityRows.at(size_t(reversibility)));
}

QString modeWords(const Language &language, Mode mode)
{
    return language.say("mode", modeName(mode).toUtf8().constData());
}

QString modeMark(const Language &language, Mode mode)
{
    return mode == Mode::Live ? QString() : modeWords(language, mode).toUpper();
}

QString signerWords(const Language &language)
{
    return language.say(
        "verdict",
        "The signature names its signer: whoever knows whose key it is made with knows who made this report.");
}

QString modeSentence(const Language &language, Mode mode)
{
    switch (mode) {
    case Mode::Practice:
        return language.say(
            "verdict", "This was practice on the practice host. Nothing in this report happened on a real system.");
    case Mode::Rehearsal:
        return language.say("verdict", "This was a rehearsal. It is no evidence that the work was done.");
    case Mode::Live:
        break;
    }
    return language.say("verdict", "Live: the commands ran on the hosts named here.");
}

} // namespace holdpoint::report
