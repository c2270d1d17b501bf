// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

namespace holdpoint::session {

/// Terminal output as text for excerpts: escape sequences dropped (ECMA-48), carriage returns and backspaces obeyed
/// within a line, other control characters dropped, at most `limit` characters.
QString plainText(const QByteArray &output, qsizetype limit);

} // namespace holdpoint::session
