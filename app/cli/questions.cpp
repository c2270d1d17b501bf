// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/questions.h>
#include <models/base/text.h>

namespace holdpoint::cli {

Questions::Questions(Console &console, LinePrinter &printer, std::function<void()> lookAgain)
    : m_console(console)
    , m_printer(printer)
    , m_lookAgain(std::move(lookAgain))
{}

void Questions::ask(const QString &question, std::function<void(const Line &)> then)
{
    m_open = true;
    m_printer.startLine();
    m_console.ask(visibleControlsKeepingLines(question), Console::Echo::On, [this, then = std::move(then)](const Line &line) {
        m_open = false;
        then(line);
    });
}

void Questions::choose(const QString &question, std::span<const OfferedChoice> choices,
                       std::function<void(const std::optional<SpokenAnswer> &)> then)
{
    ask(question, [this, choices, then = std::move(then)](const Line &line) {
        if (!line)
            return then(std::nullopt);
        const auto answer = spokenAnswer(*line, choices);
        if (answer && (!answer->needsReason || !answer->reason.isEmpty()))
            return then(answer);
        m_printer.say(
            answer ? QStringLiteral("Say why, behind the word: \"%1 because ...\"").arg(answer->letter)
                   : QStringLiteral(
                       "That is none of the answers; nothing was done. Begin with one of the letters in brackets."));
        m_lookAgain();
    });
}

void Questions::askConsent(const QString &what, bool bySecond, std::function<void(const std::optional<Consent> &)> then)
{
    constexpr qsizetype shortestReason = 4;
    ask(QStringLiteral("%1\nWhy is it right to run it now? Type the reason, or no to stop here: ").arg(what),
        [this, what, bySecond, then = std::move(then)](const Line &line) {
            const QString reason = line.value_or(QString()).trimmed();
            if (!line || reason.isEmpty() || isRefusal(reason))
                then(std::nullopt);
            else if (reason.size() < shortestReason)
                askConsent(what, bySecond, then);
            else if (bySecond)
                askSecond(reason, then);
            else
                then(Consent{reason, {}});
        });
}

void Questions::askSecond(const QString &reason, std::function<void(const std::optional<Consent> &)> then)
{
    ask(QStringLiteral("Who else agrees? Their name: "), [reason, then = std::move(then)](const Line &line) {
        const QString name = line.value_or(QString()).trimmed();
        if (name.isEmpty())
            then(std::nullopt);
        else
            then(Consent{reason, name});
    });
}

} // namespace holdpoint::cli
