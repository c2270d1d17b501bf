// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace holdpoint::runbooks {

/// Whether "# " may be a root prompt, or is a comment.
enum class HashPrompt { Yes, No };

/// A console transcript reduced to its commands and comments, line by line, so that line numbers stay.
struct Transcript
{
    QString code;
    QString host;             ///< of a "user@host:~$" prompt, else empty
    bool prompted = false;
    bool otherProgram = false; ///< only prompts of another program (psql, gpg, irb): nothing for a shell
    QStringList output;       ///< for each line: what is sample output there, else empty; no lines without prompts
    QSet<int> guessed;        ///< lines that look like commands and have no prompt, from 0
};

/// A text without any prompt is returned as it is.
Transcript withoutPrompts(const QString &block, HashPrompt hash);

} // namespace holdpoint::runbooks
