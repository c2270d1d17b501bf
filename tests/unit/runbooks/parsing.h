// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/parser.h>

#include <QString>

namespace holdpoint::testing {

/// A document parsed from text that must parse.
inline runbooks::Document parsed(const char *markdown)
{
    auto document = runbooks::parseDocument(QByteArray(markdown), QStringLiteral("test.md"));
    if (!document)
        qFatal("the test's document does not parse: %s", qPrintable(document.error().detail));
    return *std::move(document);
}

/// The texts of commands, for one comparison of all.
inline QStringList textsOf(const QList<runbooks::Command> &commands)
{
    QStringList texts;
    for (const runbooks::Command &command : commands)
        texts.append(command.text);
    return texts;
}

} // namespace holdpoint::testing
