// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::pdf {

/// "Page 3 of 12", in the words the document has for it in its <meta name="footer">; in English where it has none.
QString pageFooter(const QString &html, int page, int pages);

} // namespace holdpoint::pdf
