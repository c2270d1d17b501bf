// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::runbooks {

/// What a labelled part of a runbook is for. `None` is any label nobody agreed on.
enum class Role {
    None,
    Purpose,
    Prerequisites,
    Steps,
    Verification,
    Rollback,
    Escalation,
    Parameters,
    Contacts,
    Ladder,
    Channels,
    Remark, ///< "Note", "Warning": a paragraph that belongs to where it stands
};

/// The role of a heading's or label's text: English, German, French, Spanish and Italian words, any case, with or
/// without a number before it.
Role roleOf(const QString &label);

} // namespace holdpoint::runbooks
