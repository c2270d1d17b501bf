// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/languages.h>

#include <models/report/reportbuilder.h>
#include <models/report/reportpage.h>
#include <models/report/reportverifier.h>
#include <tests/unit/report/samplerun.h>

#include <QFile>
#include <QXmlStreamReader>

#include <array>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;

namespace {

Language inLanguage(const char *tag) { return *languageOf(QLatin1String(tag)); }

QString page(const Language &language, HtmlPage::Medium medium = HtmlPage::Medium::Screen)
{
    TempLedger ledger;
    const QByteArray run = writeSampleRun(ledger);
    ReportBuilder builder(ledger.get(), ledger.clock(), {}, QStringLiteral("op"));
    auto input = *waitFor(builder.gather(run));
    input.language = language;
    return renderReport(input, viewOf(input.entries, language), {QStringLiteral("session.jsonl")}, medium);
}

/// What a page says to its reader: texts between tags, one by one, and what its picture says.
QStringList textsOf(QString html)
{
    html.remove(QStringLiteral("<!DOCTYPE html>")).replace(QStringLiteral("<br>"), QStringLiteral("<br/>"));
    html.replace(QStringLiteral("<meta charset=\"utf-8\">"), QString());
    html.replace(QRegularExpression(QStringLiteral("<meta [^>]*>")), QString());
    QXmlStreamReader reader(html);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            texts.append(reader.text().toString().trimmed());
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    texts.removeAll(QString());
    return texts;
}

struct Phrase
{
    QString english;
    QString translated;
};

/// All that the report says of its own, from the file of the language. Tests of completeness are tests/checks/translations.py.
QList<Phrase> phrasesOf(const char *tag)
{
    QFile file(QStringLiteral(HOLDPOINT_SOURCE_DIR "/translations/report_%1.ts").arg(QLatin1String(tag)));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QList<Phrase> phrases;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("source"))
            phrases.append({.english = reader.readElementText()});
        else if (reader.name() == QLatin1String("translation"))
            phrases.last().translated = reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    }
    return phrases;
}

/// Sets variables of the locale for one test.
class LocaleVariables
{
public:
    explicit LocaleVariables(const QList<std::pair<const char *, const char *>> &values)
    {
        for (const char *name : names) {
            m_before.append(qgetenv(name));
            qunsetenv(name);
        }
        for (const auto &[name, value] : values)
            qputenv(name, value);
    }
    ~LocaleVariables()
    {
        for (size_t i = 0; i < names.size(); ++i) {
            if (m_before[qsizetype(i)].isEmpty())
                qunsetenv(names[i]);
            else
                qputenv(names[i], m_before[qsizetype(i)]);
        }
    }
    Q_DISABLE_COPY_MOVE(LocaleVariables)

private:
    static constexpr std::array names{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};
    QByteArrayList m_before;
};

TEST(LanguagesTest, aReportIsInTheLanguageThatIsAskedForAndSaysSo)
{
    const QString html = page(inLanguage("de"));
    EXPECT_TRUE(html.contains(QStringLiteral("<html lang=\"de\">")));
    for (const char *part :
         {"Zusammenfassung</a>", ">Ausnahmen ", ">Phasen ", ">Zeitachse ", "Was sie nicht beweist",
          "<strong>NICHT SIGNIERT</strong>", "<strong>ÜBUNG</strong>", "Befehl 2.1 ist fehlgeschlagen", "Exit-Status 0",
          "der Wert ist 0, erwartet == 0", "Schritt 2: "})
        EXPECT_TRUE(html.contains(QString::fromUtf8(part))) << part;
    const QString paper = page(inLanguage("de"), HtmlPage::Medium::Paper);
    EXPECT_TRUE(paper.startsWith(QStringLiteral("<html lang=\"de\">")));
    EXPECT_TRUE(paper.contains(QStringLiteral("content=\"Seite %1 von %2\"")));
}

TEST(LanguagesTest, noEnglishWordsOfOursAreLeftInATranslatedReport)
{
    const QStringList english = textsOf(page(Language()));
    for (const QString &tag : languageTags().mid(1)) {
        const QStringList texts = textsOf(page(*languageOf(tag)));
        EXPECT_EQ(texts.size(), english.size()) << tag.toStdString() << ": another page, not another language";
        int translated = 0;
        const QList<Phrase> phrases = phrasesOf(tag.toLatin1().constData());
        QStringList wordsOfLanguage; // some look like English ones: "Note" is Italian for notes
        for (const Phrase &phrase : phrases)
            wordsOfLanguage.append(phrase.translated);
        for (const Phrase &phrase : phrases) {
            if (wordsOfLanguage.contains(phrase.english) || !english.contains(phrase.english))
                continue;
            ++translated;
            EXPECT_FALSE(texts.contains(phrase.english)) << tag.toStdString() << ": " << phrase.english.toStdString();
        }
        EXPECT_GT(translated, 80) << "the page says none of the words that were looked for";
    }
}

TEST(LanguagesTest, whatTheRunbookAndPeopleWroteStaysAsTheyWroteIt)
{
    const QString html = page(inLanguage("fr"));
    for (const char *part :
         {"kubectl drain node-07 --ignore-daemonsets", "Pods move to other nodes", "No pod is left on the node",
          "Load was low before the start.", "ticket 4711", "Team Lead"})
        EXPECT_TRUE(html.contains(QLatin1String(part))) << part;
}

TEST(LanguagesTest, aLanguageThereIsNoneOfIsRefusedWithAListOfThoseThereAre)
{
    const auto language = languageOf(QStringLiteral("tlh"));
    ASSERT_FALSE(language);
    EXPECT_EQ(language.error().kind, ErrorKind::Invalid);
    for (const char *part : {"tlh", "de", "en", "es", "fr", "it", "nl", "pl"})
        EXPECT_TRUE(language.error().detail.contains(QLatin1String(part))) << part;
    EXPECT_FALSE(languageOf(QString()));
    EXPECT_FALSE(languageOf(QStringLiteral("german")));
}

TEST(LanguagesTest, aVarietyOfALanguageIsThatLanguage)
{
    for (const char *tag : {"de-AT", "DE", "de_CH", "de-Latn-DE"})
        EXPECT_EQ(inLanguage(tag).tag(), QStringLiteral("de")) << tag;
    EXPECT_EQ(inLanguage("en-GB").tag(), QStringLiteral("en"));
    EXPECT_TRUE(inLanguage("en").isEnglish());
}

TEST(LanguagesTest, withoutAChoiceItIsTheLanguageOfTheLocaleAndElseEnglish)
{
    using Values = QList<std::pair<const char *, const char *>>;
    const QList<std::pair<Values, const char *>> cases{
        {{}, "en"},
        {{{"LANG", "pl_PL.UTF-8"}}, "pl"},
        {{{"LANG", "pl_PL.UTF-8"}, {"LC_MESSAGES", "nl_BE.UTF-8"}}, "nl"},
        {{{"LANG", "pl_PL.UTF-8"}, {"LC_ALL", "de_AT.UTF-8"}}, "de"},
        {{{"LANG", "sv_SE.UTF-8"}}, "en"},
        {{{"LANG", "sv_SE.UTF-8"}, {"LANGUAGE", "sv:it"}}, "it"},
        {{{"LC_ALL", "C"}, {"LANGUAGE", "de"}}, "en"},
        {{{"LC_ALL", "C.UTF-8"}, {"LANG", "de_DE.UTF-8"}, {"LANGUAGE", "de"}}, "en"},
    };
    for (const auto &[values, expected] : cases) {
        const LocaleVariables variables(values);
        EXPECT_EQ(userLanguage().tag(), QLatin1String(expected)) << (values.isEmpty() ? "none" : values.first().second);
    }
}

TEST(LanguagesTest, everyLanguageCallsItselfByItsOwnName)
{
    QStringList names;
    for (const QString &tag : languageTags())
        names.append(nameOf(*languageOf(tag)));
    EXPECT_EQ(names, QStringList({QStringLiteral("English"), QStringLiteral("Deutsch"), QStringLiteral("Español"),
                                  QStringLiteral("Français"), QStringLiteral("Italiano"), QStringLiteral("Nederlands"),
                                  QStringLiteral("Polski")}));
}

TEST(LanguagesTest, aNumberThatCountsTakesThePluralOfItsLanguage)
{
    const auto attempts = [](int count) {
        return inLanguage("pl").say("stages", "%n attempts, this is the last", nullptr, count);
    };
    EXPECT_TRUE(attempts(2).startsWith(QStringLiteral("2 próby")));
    EXPECT_TRUE(attempts(5).startsWith(QStringLiteral("5 prób,")));
    EXPECT_TRUE(attempts(22).startsWith(QStringLiteral("22 próby")));
    EXPECT_EQ(Language().say("stages", "%n attempts, this is the last", nullptr, 2),
              QStringLiteral("2 attempts, this is the last"));
}

TEST(LanguagesTest, filesForProgramsAreTheSameInEveryLanguageAndVerify)
{
    TempLedger ledger;
    const QByteArray run = writeSampleRun(ledger);
    const QTemporaryDir folder;
    ReportBuilder builder(ledger.get(), ledger.clock(), {}, QStringLiteral("op"));
    QList<QByteArray> logs;
    for (const char *tag : {"en", "de"}) {
        const QString path = folder.filePath(QLatin1String(tag));
        ASSERT_TRUE(waitFor(builder.write(run, {.path = path, .language = inLanguage(tag)})));
        const auto verification = verifyReport(path, {});
        ASSERT_TRUE(verification);
        EXPECT_EQ(verification->completeness.verdict, Judgement::Good) << tag;
        EXPECT_NE(verification->ledger.verdict, Judgement::Bad) << tag;
        QFile log(path + QStringLiteral("/session.jsonl"));
        ASSERT_TRUE(log.open(QIODevice::ReadOnly));
        logs.append(log.readAll());
    }
    EXPECT_TRUE(logs[1].startsWith(logs[0])) << "the second has one entry more: that the first report was made";
}

} // namespace
