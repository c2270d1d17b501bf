// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace holdpoint::audit {

/// What a text is. The order is that of the numbers in the index.
enum class Kind {
    Command,     ///< of a step or rollback, as it was sent
    Output,      ///< of a pane
    Check,       ///< the command of an automated check
    CheckOutput, ///< of such a command
    Statement,   ///< an answer, a reason, a note: what a person said
};
QString kindName(Kind kind); ///< "command", "output", "check", "check-output", "statement"

/// Whether the ledger keeps the text in an attachment, which can be erased.
constexpr bool isErasable(Kind kind) { return kind == Kind::Output || kind == Kind::CheckOutput; }

/// Where lines belong: what all lines of a block have in common.
struct Place
{
    QByteArray run;
    Kind kind = Kind::Output;
    QString stage;   ///< "2", "pre", "verify"; empty before the first
    QString subject; ///< id of the command or check; empty outside of one
    QString pane;    ///< name of the recording; empty where there is none
    QString role;
    QString address; ///< of the role's host
    QString who;     ///< who sent or said it

    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace holdpoint::audit
