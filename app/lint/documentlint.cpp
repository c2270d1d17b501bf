// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/lint/documentlint.h>

#include <app/lint/shellcheck.h>
#include <models/base/log.h>
#include <runbooks/lint/linter.h>

#include <QDate>

#include <algorithm>
#include <tuple>

namespace holdpoint::app {

QList<runbooks::Diagnostic> lintDocument(const runbooks::Document &document, const QList<runbooks::Contact> &contacts,
                                         Shellcheck wanted)
{
    QList<runbooks::Diagnostic> found = runbooks::lint::lint(document, QDate::currentDate(), contacts);
    if (wanted == Shellcheck::Skip)
        return found;
    if (const auto more = shellcheck(document))
        found += *more;
    else if (more.error().kind != ErrorKind::NotFound)
        log::warning(QStringLiteral("shellcheck: %1").arg(more.error().detail));
    std::ranges::stable_sort(found, [](const runbooks::Diagnostic &a, const runbooks::Diagnostic &b) {
        return std::tie(a.position.line, a.position.column) < std::tie(b.position.line, b.position.column);
    });
    return found;
}

} // namespace holdpoint::app
