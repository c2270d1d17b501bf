// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/line.h>
#include <models/base/result.h>

#include <QList>

namespace holdpoint::audit {

/// About a kilobyte of lines that belong to one place: what the index finds, unpacks and reads as a whole. Smaller ones make
/// the index larger, larger ones make every search read more that is no hit.
struct Block
{
    static constexpr qsizetype fullSize = 1024; // characters

    QList<Line> lines;

    [[nodiscard]] bool isFull() const;
    [[nodiscard]] QString text() const; ///< the lines, each but the last one with a line feed
    [[nodiscard]] quint64 firstSequence() const;
    [[nodiscard]] quint64 lastSequence() const;

    [[nodiscard]] QByteArray packed() const;
    /// Errors: Corrupt.
    static Result<Block> unpacked(const QByteArray &bytes);
};

} // namespace holdpoint::audit
