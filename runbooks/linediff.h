// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace holdpoint::runbooks {

struct DiffLine
{
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    QString text;    ///< without line feed; of a Gap, empty
    int oldLine = 0; ///< from 1; 0 where there is none
    int newLine = 0;
};

/// The lines that differ between two texts, with `context` equal lines around them and a Gap for what is left out; empty
/// when the texts are the same. Shortest edit script by Myers' algorithm ("An O(ND) Difference Algorithm", 1986); where
/// the texts differ in thousands of lines, everything between the common beginning and end counts as replaced.
QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after, int context = 3);

/// The same as text: lines with "- ", "+ " and two spaces.
QString diffText(const QList<DiffLine> &diff);

} // namespace holdpoint::runbooks
