// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::runbooks {

/// Whether "# " is a root prompt or a comment.
enum class HashPrompt { Yes, No };

/// A console transcript reduced to its commands. Lines of output are empty, so that line numbers stay.
struct Transcript
{
    QString code;
    QString host; ///< of a "user@host:~$" prompt, else empty
    bool prompted = false;
};

/// A text without any prompt is returned as it is.
Transcript withoutPrompts(const QString &block, HashPrompt hash);

} // namespace holdpoint::runbooks
