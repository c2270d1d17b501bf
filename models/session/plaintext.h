// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

namespace holdpoint {
class Redactor;
}

namespace holdpoint::session {

/// Terminal output as text for excerpts: escape sequences dropped (ECMA-48), carriage returns and backspaces obeyed
/// within a line, other control characters dropped, at most `limit` characters.
QString plainText(const QByteArray &output, qsizetype limit);

/// The same, for the record: what only the text shows as a secret, because a terminal wrote over something, is masked in
/// it too. `output` is redacted already.
QString redactedText(const Redactor &redactor, const QByteArray &output, qsizetype limit);

} // namespace holdpoint::session
