// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/lint/codes.h>

#include <algorithm>
#include <array>

namespace holdpoint::runbooks::lint {

namespace {

using enum Diagnostic::Level;

constexpr std::array table{
    Code{"HP001", Error, "The front matter cannot be read"},
    Code{"HP002", Warning, "The front matter has a key nobody knows"},
    Code{"HP003", Warning, "Two runbooks share an id"},
    Code{"HP004", Error, "A date or duration of the front matter cannot be read"},
    Code{"HP005", Warning, "An attribute nobody knows"},
    Code{"HP006", Warning, "An attribute that has no effect"},
    Code{"HP007", Error, "An attribute's value is not understood"},
    Code{"HP010", Error, "A parameter has an unknown type"},
    Code{"HP011", Error, "A parameter's default or limits contradict its rules"},
    Code{"HP012", Warning, "A declared parameter is never used"},
    Code{"HP013", Note, "A placeholder is declared nowhere"},
    Code{"HP014", Warning, "Two spellings that look like one placeholder"},
    Code{"HP015", Error, "A placeholder stands where no value can be put"},
    Code{"HP016", Warning, "A placeholder's place refuses values that its type allows"},
    Code{"HP017", Error, "A secret is a placeholder in a command's text"},
    Code{"HP018", Error, "A secret is written into a command"},
    Code{"HP019", Error, "A runbook has more parameters than a form can show"},
    Code{"HP020", Warning, "A command never ends by itself"},
    Code{"HP021", Warning, "A command needs a person at a full screen"},
    Code{"HP022", Warning, "A destructive command has no guard"},
    Code{"HP023", Warning, "A step changes something and has no way back"},
    Code{"HP024", Error, "An option that does not exist"},
    Code{"HP025", Warning, "A fact that is out of date"},
    Code{"HP026", Warning, "A command does not do what it seems to"},
    Code{"HP027", Note, "A search that finds nothing counts as a failure"},
    Code{"HP028", Warning, "Alternatives stand one after the other and would all run"},
    Code{"HP029", Note, "An HTTP error counts as success"},
    Code{"HP030", Warning, "A runbook has no verification"},
    Code{"HP031", Warning, "A runbook has no escalation"},
    Code{"HP032", Note, "A runbook says nowhere what it is for"},
    Code{"HP033", Warning, "A step changes something and nothing verifies it"},
    Code{"HP034", Warning, "A check that cannot fail"},
    Code{"HP035", Warning, "A check of several commands, judged by its last one only"},
    Code{"HP036", Error, "A name that nothing in the runbook has"},
    Code{"HP037", Warning, "A step that says nothing"},
    Code{"HP040", Error, "A number nobody can call"},
    Code{"HP041", Warning, "A contact nobody defines"},
    Code{"HP042", Note, "A rung of the ladder that reaches nobody"},
    Code{"HP050", Warning, "A review is overdue"},
    Code{"HP051", Note, "No date of review"},
    Code{"HP060", Error, "An invisible or direction character in code"},
    Code{"HP061", Warning, "An invisible or direction character in prose"},
    Code{"HP062", Error, "A typographic character in a command"},
    Code{"HP063", Error, "A code fence is never closed"},
    Code{"HP064", Error, "A backslash with spaces behind it"},
    Code{"HP065", Error, "The brackets of a usage line"},
    Code{"HP070", Error, "A shell block that never completes"},
    Code{"HP071", Note, "A block is only guessed to be shell code"},
    Code{"HP072", Note, "A block is shown and never run"},
    Code{"HP073", Warning, "A block that cannot be run where it stands"},
    Code{"HP074", Error, "A line of an sftp block that copies no file"},
};

} // namespace

std::span<const Code> codes() { return table; }

Diagnostic::Level levelOf(const QString &code)
{
    const auto found = std::ranges::find_if(table, [&](const Code &entry) { return code == QLatin1String(entry.id); });
    return found == table.end() ? Note : found->level;
}

QString levelName(Diagnostic::Level level)
{
    return level == Error     ? QStringLiteral("error")
           : level == Warning ? QStringLiteral("warning")
                              : QStringLiteral("note");
}

} // namespace holdpoint::runbooks::lint
