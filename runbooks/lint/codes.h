// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <span>

namespace holdpoint::runbooks::lint {

/// A kind of finding. Codes are stable: scripts and suppressions name them. FORMAT.md explains each.
struct Code
{
    const char *id;
    Diagnostic::Level level;
    const char *title; ///< what is wrong, without a subject of its own
};

std::span<const Code> codes();

/// The level of a code; Note for one that is not in the table.
Diagnostic::Level levelOf(const QString &code);

/// "error", "warning", "note": as SARIF 2.1.0 names them (section 3.27.10).
QString levelName(Diagnostic::Level level);

} // namespace holdpoint::runbooks::lint
