// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Commands: whether they end, whether they are guarded, whether their exit status means what a run takes it for.

#include <runbooks/lint/findings.h>
#include <runbooks/shellsyntax.h>
#include <runbooks/words.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace holdpoint::runbooks::lint {

namespace {

const Call *callOf(const Seen &seen, const char *programs)
{
    const auto found =
        std::ranges::find_if(seen.calls, [&](const Call &call) { return isOneOf(call.program, programs); });
    return found == seen.calls.end() ? nullptr : &*found;
}

void judgeEnding(const Seen &seen, Findings &findings)
{
    const Command &command = *seen.command;
    const auto said = [&](const char *key) { return command.attributes.contains(QLatin1String(key)); };
    constexpr const char *editors = "vim vi nvim nano emacs visudo vipw vigr crontab";
    if (command.ending == Ending::Endless && !said("background") && !said("until") && !said("timeout"))
        findings.add("HP020", command.position, QStringLiteral("It never ends by itself: %1").arg(shown(command.text)),
                     QStringLiteral("Leave -f or --follow out, count it (ping -c 4), put timeout 30s before it, or say until=30s or background"));
    if (command.ending == Ending::Interactive && !said("interactive")) {
        const Call *editor = callOf(seen, editors);
        findings.add(
            "HP021", command.position,
            editor ? QStringLiteral("It needs an editor, and what is changed in it is left to chance: %1")
                         .arg(shown(command.text))
                   : QStringLiteral("It fills the screen until a person ends it: %1").arg(shown(command.text)),
            editor ? QStringLiteral("Make the change by a command (sed -i, tee, a template), or say interactive")
                   : QStringLiteral("Use a form that prints and ends (top -b -n 1, less -F), or say interactive"));
    }
    // s_client reads standard input until somebody closes it.
    for (const Call &call : seen.calls) {
        if (call.program == QStringLiteral("openssl") && call.has("s_client") && !call.fromPipe)
            findings.add("HP020", positionIn(command, call.start),
                         QStringLiteral("openssl s_client waits for input until it is closed"),
                         QStringLiteral("Give it an empty input: </dev/null"));
    }
}

void judgeDanger(const Seen &seen, Findings &findings)
{
    const Command &command = *seen.command;
    if (command.dangerous.isEmpty() || command.dangerousOrigin == Origin::Declared || seen.isRollback())
        return;
    findings.add(
        "HP022", command.position,
        QStringLiteral("%1, and the runbook does not say that it knows: %2")
            .arg(command.dangerous, shown(command.text)),
        QStringLiteral("Say dangerous=\"why it is right here\", check in front of it that the target is the right "
                       "one, and name the way back"));
}

/// A filter at the end of a pipeline whose exit status 1 means "nothing found", where nothing is often the good news.
void judgeSearches(const Seen &seen, Findings &findings)
{
    constexpr const char *searches = "grep egrep fgrep zgrep pgrep";
    const Command &command = *seen.command;
    if (seen.check || command.attributes.contains(QStringLiteral("expect")) || seen.calls.isEmpty())
        return;
    const Call &last = seen.calls.last();
    const bool piped = seen.calls.size() > 1 && last.fromPipe;
    // "ps | grep" always finds itself, which is a finding of its own.
    if (piped && seen.calls[seen.calls.size() - 2].program != QStringLiteral("ps") && isOneOf(last.program, searches)
        && !last.hasLetter(u'c') && !last.has("--count"))
        findings.add(
            "HP027", positionIn(command, last.start),
            QStringLiteral("When %1 finds nothing, the command counts as failed and the run stops").arg(last.program),
            QStringLiteral("If finding nothing is fine, say expect=0,1; if it must be found, make it a check"));
}

void judgeHttpStatus(const Seen &seen, Findings &findings)
{
    for (const Call &call : seen.calls) {
        const bool judged = call.hasLetter(u'f') || call.hasPrefix("--fail") || call.hasPrefix("-w")
                            || call.hasPrefix("--write-out") || call.hasLetter(u'w');
        const bool read = seen.check
                          && (!seen.check->expectation.match.isEmpty() || !seen.check->expectation.contains.isEmpty()
                              || !seen.check->expectation.value.isEmpty() || !seen.check->expectation.json.isEmpty());
        if (call.program == QStringLiteral("curl") && !judged && !read && !call.piped)
            findings.add("HP029", positionIn(*seen.command, call.start),
                         QStringLiteral("curl exits with 0 also when the server answers with an error"),
                         QStringLiteral("Add --fail, so that 404 and 500 stop the run"));
    }
}

/// Whether a command in front of the last one may fail and the whole still ends with 0.
bool ignoresFailures(const QString &text)
{
    const QList<ShellPiece> pieces = splitShell(text);
    if (pieces.size() < 2 || pieces.first().text.startsWith(QStringLiteral("set -e")))
        return false;
    return std::any_of(pieces.begin(), pieces.end() - 1,
                       [](const ShellPiece &piece) { return !callsOf(piece.text).isEmpty(); });
}

void judgeCheck(const Seen &seen, Findings &findings)
{
    if (!seen.check)
        return;
    const Expectation &expected = seen.check->expectation;
    const bool readsOutput = !expected.match.isEmpty() || !expected.noMatch.isEmpty() || !expected.contains.isEmpty()
                             || !expected.value.isEmpty() || !expected.json.isEmpty();
    static const QRegularExpression swallowed(QStringLiteral("\\|\\|\\s*(?:true|:)\\s*$"));
    const bool always = expected.exit.any || swallowed.match(seen.command->text).hasMatch()
                        || (!seen.calls.isEmpty() && seen.calls.last().program == QStringLiteral("echo"));
    if (always && !readsOutput)
        findings.add(
            "HP034", seen.check->position, QStringLiteral("This check cannot fail: %1").arg(shown(seen.check->text)),
            QStringLiteral("Let the exit status decide, or judge the output with match=, contains= or value="));
    if (!readsOutput && seen.command->language == Language::Shell && ignoresFailures(seen.command->text))
        findings.add("HP035", seen.check->position,
                     QStringLiteral("Only the last command of this check counts; one above it may fail unseen"),
                     QStringLiteral("Join them with && , begin with set -e, or write a check for each"));
}

/// The commands that would undo this one at once: "ufw disable" for "ufw enable".
QSet<QString> oppositesOf(const QString &text)
{
    static const QList<std::pair<QRegularExpression, QString>> undone = [] {
        QList<std::pair<QRegularExpression, QString>> list;
        for (const auto &[does, undoes] :
             {std::pair("enable", "disable"), std::pair("start", "stop"), std::pair("add", "delete"),
              std::pair("add", "remove"), std::pair("up", "down"), std::pair("uncordon", "cordon")})
            list.append(
                {QRegularExpression(QStringLiteral("\\b%1\\b").arg(QLatin1String(does))), QString::fromLatin1(undoes)});
        return list;
    }();
    QSet<QString> opposites;
    for (const auto &[does, undoes] : undone) {
        if (text.contains(does))
            opposites.insert(QString(text).replace(does, undoes));
    }
    return opposites;
}

/// Captions and commands of one step that contradict each other.
void judgeAlternatives(const QList<const Seen *> &commands, Findings &findings)
{
    static const QRegularExpression alternative(
        QStringLiteral("^(?:or\\b|alternatively\\b|alternative\\b|oder\\b|alternativ\\b|ou\\b|o bien\\b|oppure\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString cure = QStringLiteral("Make each a step or runbook of its own, or an optional step that says when");
    for (const Seen *seen : commands) {
        if (seen != commands.first() && alternative.match(seen->command->caption).hasMatch())
            findings.add(
                "HP028", seen->command->position,
                QStringLiteral("\"%1\" is an alternative, but both would run").arg(shown(seen->command->caption)),
                cure);
    }
    QSet<QString> opposites;
    for (const Seen *seen : commands) {
        const QString &text = seen->command->text;
        if (opposites.contains(text))
            findings.add("HP028", seen->command->position,
                         QStringLiteral("It undoes a command before it: %1").arg(shown(text)), cure);
        opposites.unite(oppositesOf(text));
    }
}

} // namespace

void commandRules(const Subject &subject, Findings &findings)
{
    for (const Seen &seen : subject.commands) {
        judgeEnding(seen, findings);
        judgeDanger(seen, findings);
        judgeSearches(seen, findings);
        judgeHttpStatus(seen, findings);
        judgeCheck(seen, findings);
    }
    for (const Step &step : subject.runbook.steps)
        judgeAlternatives(subject.of(step), findings);
}

} // namespace holdpoint::runbooks::lint
