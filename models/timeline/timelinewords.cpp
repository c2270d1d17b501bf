// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timelinewords.h>

#include <QList>
#include <QRegularExpression>

#include <array>

namespace holdpoint::timeline {

namespace {

/// For lupdate, which reads the source: these come from elsewhere.
[[maybe_unused]] constexpr std::array verdicts{QT_TRANSLATE_NOOP("run", "stopped"), QT_TRANSLATE_NOOP("run", "open"),
                                               QT_TRANSLATE_NOOP("run", "passed with exceptions"),
                                               QT_TRANSLATE_NOOP("run", "passed")};
[[maybe_unused]] constexpr std::array attempts{
    QT_TRANSLATE_NOOP("attempt", "called"), QT_TRANSLATE_NOOP("attempt", "no answer"),
    QT_TRANSLATE_NOOP("attempt", "left message"), QT_TRANSLATE_NOOP("attempt", "reached"),
    QT_TRANSLATE_NOOP("attempt", "declined")};

/// As models/session writes them. One that a whole text fits comes before those it would be a part of.
constexpr std::array recordedTexts{
    QT_TRANSLATE_NOOP("recorded", "exit status %1, expected %2"),
    QT_TRANSLATE_NOOP("recorded", "exit status %1"),
    QT_TRANSLATE_NOOP("recorded", "HTTP status %1, expected %2"),
    QT_TRANSLATE_NOOP("recorded", "HTTP status %1"),
    QT_TRANSLATE_NOOP("recorded", "the value is %1, expected %2"),
    QT_TRANSLATE_NOOP("recorded", "no number in the output, expected %1"),
    QT_TRANSLATE_NOOP("recorded", "the comparison \"%1\" is not understood"),
    QT_TRANSLATE_NOOP("recorded", "the pattern %1 is invalid: %2"),
    QT_TRANSLATE_NOOP("recorded", "the output does not match %1"),
    QT_TRANSLATE_NOOP("recorded", "the output matches %1, which it must not"),
    QT_TRANSLATE_NOOP("recorded", "the output does not contain \"%1\""),
    QT_TRANSLATE_NOOP("recorded", "no end within the time allowed"),
    QT_TRANSLATE_NOOP("recorded", "the connection was lost before the end was known"),
    QT_TRANSLATE_NOOP("recorded", "the connection was lost"),
    QT_TRANSLATE_NOOP("recorded", "ended by signal %1"),
    QT_TRANSLATE_NOOP("recorded", "the host sent no exit status"),
    QT_TRANSLATE_NOOP("recorded", "the output is longer than the 1 MiB that is judged: let the command print less"),
    QT_TRANSLATE_NOOP("recorded", "the host has no curl to ask with"),
    QT_TRANSLATE_NOOP("recorded", "the request failed: %1"),
    QT_TRANSLATE_NOOP("recorded", "the query has no result"),
    QT_TRANSLATE_NOOP("recorded", "interrupted: its %1 s were over"),
    QT_TRANSLATE_NOOP("recorded", "called off: its %1 s were over"),
    QT_TRANSLATE_NOOP("recorded", "it ended before its output matched %1"),
    QT_TRANSLATE_NOOP("recorded", "it must be recorded, and not all that it printed is on record"),
    QT_TRANSLATE_NOOP("recorded", "the connection ended, as expected"),
    QT_TRANSLATE_NOOP("recorded", "it was not sent: %1"),
    QT_TRANSLATE_NOOP("recorded", "the console ended while it was running"),
    QT_TRANSLATE_NOOP("recorded", "the console ended while the file was on its way"),
    QT_TRANSLATE_NOOP("recorded", "it was there already: %1 bytes, SHA-256 %2"),
    QT_TRANSLATE_NOOP("recorded", "copied, read back and compared: %1 bytes, SHA-256 %2"),
    QT_TRANSLATE_NOOP("recorded", "the run was left"),
    QT_TRANSLATE_NOOP("recorded", "the run ended"),
    QT_TRANSLATE_NOOP("recorded", "the run is over"),
    QT_TRANSLATE_NOOP("recorded", "given up: %1")};

struct Template
{
    const char *english = nullptr;
    QRegularExpression form;
};

QList<Template> makeTemplates()
{
    QList<Template> templates;
    for (const char *english : recordedTexts) {
        QString form = QRegularExpression::escape(QLatin1String(english));
        for (const char *place : {"\\%1", "\\%2"})
            form.replace(QLatin1String(place), QStringLiteral("(.+)"));
        templates.append({english, QRegularExpression(QRegularExpression::anchoredPattern(form),
                                                      QRegularExpression::DotMatchesEverythingOption)});
    }
    return templates;
}

} // namespace

QString stageTitle(const Language &language, const session::Stage &stage)
{
    return stage.kind == session::StageKind::Step ? stage.title
                                                  : language.say("stage", stage.title.toUtf8().constData());
}

QString runVerdictWords(const Language &language, const QString &verdict)
{
    return language.say("run", verdict.toUtf8().constData());
}

QString attemptWords(const Language &language, const QString &outcome)
{
    return language.say("attempt", QString(outcome).replace(QLatin1Char('-'), QLatin1Char(' ')).toUtf8().constData());
}

QString recordedWords(const Language &language, const QString &recorded)
{
    if (language.isEnglish())
        return recorded;
    static const QList<Template> templates = makeTemplates();
    for (const Template &known : templates) {
        const auto found = known.form.match(recorded);
        if (!found.hasMatch())
            continue;
        const QString words = language.say("recorded", known.english);
        switch (found.lastCapturedIndex()) {
        case 0: return words;
        case 1: return words.arg(found.captured(1));
        default: return words.arg(found.captured(1), found.captured(2));
        }
    }
    return recorded;
}

} // namespace holdpoint::timeline
