// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>
#include <QStringView>

namespace holdpoint::runbooks {

/// How far apart `<name>` and a redirection can be told where the text stands.
enum class Quoting { Unquoted, Quoted };

/// One `<name>` in a text. Offsets count UTF-16 units.
struct Placeholder
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString name; ///< as written, without the angle brackets
};

/// The length of the placeholder that starts at `start` (on a '<'), or 0 when there is none: a redirection, a
/// here-document, a process substitution, an HTML or XML tag.
qsizetype placeholderLength(QStringView text, qsizetype start, Quoting quoting);

/// Every `<name>` of a text that is no shell code.
QList<Placeholder> plainPlaceholders(const QString &text);

/// Whether two names differ only in '-', '_', space and case.
bool isSameName(QStringView a, QStringView b);

/// Names that differ only in '-', '_', space and case are one name.
QString foldedName(QStringView name);

} // namespace holdpoint::runbooks
