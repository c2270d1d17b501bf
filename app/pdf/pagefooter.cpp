// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/pdf/pagefooter.h>

#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace holdpoint::pdf {

QString pageFooter(const QString &html, int page, int pages)
{
    // Before the title and all that follows it, where foreign text may stand.
    static const QRegularExpression form(
        QStringLiteral("^<html[^>]*><head><meta name=\"footer\" content=\"([^\"]*%1[^\"]*%2[^\"]*)\"/>"));
    const auto found = form.match(html);
    const QString words = found.hasMatch() ? QTextDocumentFragment::fromHtml(found.captured(1)).toPlainText()
                                           : QStringLiteral("Page %1 of %2");
    return words.arg(page).arg(pages);
}

} // namespace holdpoint::pdf
