// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/language.h>
#include <models/base/result.h>

#include <QStringList>

/// The languages a report can be written in: English, and those of the folder translations. Any thread.
namespace holdpoint::report {

/// As BCP 47 has them, English first.
QStringList languageTags();

/// The one of this tag, or the one it is a variety of: German for "de-AT". Errors: Invalid, with a list of those there are.
Result<Language> languageOf(const QString &tag);

/// The first that a report can be written in of those a person prefers, in their order; else English.
Language preferredLanguage(const QStringList &tags);

/// The one of the user's locale, as LC_ALL, LC_MESSAGES and LANG have it; LANGUAGE counts as gettext(3) counts it.
Language userLanguage();

/// What the language calls itself: "Deutsch".
QString nameOf(const Language &language);

} // namespace holdpoint::report
