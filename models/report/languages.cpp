// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/languages.h>

#include <QDir>
#include <QLocale>
#include <QTranslator>

#include <optional>

/// Of a static library the linker takes the resources only when they are asked for.
static void needTranslations()
{
    Q_INIT_RESOURCE(report_translations); // must stand outside any namespace
}

namespace holdpoint::report {

namespace {

const QString folder = QStringLiteral(":/translations");
const QString prefix = QStringLiteral("report_");

QString english() { return Language().tag(); }

/// The tag of a language there is, for itself or one of its varieties.
std::optional<QString> knownTag(const QString &tag)
{
    const QString language = QString(tag).replace(QLatin1Char('_'), QLatin1Char('-')).section(QLatin1Char('-'), 0, 0);
    for (const QString &known : languageTags()) {
        if (known.compare(language, Qt::CaseInsensitive) == 0)
            return known;
    }
    return std::nullopt;
}

Language load(const QString &tag)
{
    if (tag == english())
        return {};
    const auto words = std::make_shared<QTranslator>();
    const bool isThere = words->load(folder + QLatin1Char('/') + prefix + tag + QStringLiteral(".qm"));
    return isThere ? Language(tag, words) : Language();
}

} // namespace

QStringList languageTags()
{
    needTranslations();
    QStringList tags{english()};
    for (const QString &name : QDir(folder).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        tags.append(QString(name).remove(QStringLiteral(".qm")).mid(prefix.size()));
    return tags;
}

Result<Language> languageOf(const QString &tag)
{
    if (const auto known = knownTag(tag))
        return load(*known);
    return fail(ErrorKind::Invalid, QStringLiteral("there is no report in the language \"%1\"; there are: %2")
                                        .arg(tag, languageTags().join(QStringLiteral(", "))));
}

Language preferredLanguage(const QStringList &tags)
{
    for (const QString &tag : tags) {
        if (const auto known = knownTag(tag))
            return load(*known);
    }
    return {};
}

Language userLanguage()
{
    QString locale;
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (locale.isEmpty())
            locale = qEnvironmentVariable(variable);
    }
    // In these there are no words but those of the source, whatever LANGUAGE says; Qt would follow it.
    const QString name = locale.section(QLatin1Char('.'), 0, 0);
    const bool isPlain = name.isEmpty() || name == QLatin1String("C") || name == QLatin1String("POSIX");
    return isPlain ? Language() : preferredLanguage(QLocale::system().uiLanguages());
}

QString nameOf(const Language &language)
{
    //: What the language calls itself: Deutsch, Français
    return language.say("language", "English");
}

} // namespace holdpoint::report
