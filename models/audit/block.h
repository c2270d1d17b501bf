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

/// An unpacked block that is not cut into lines yet: of those that the index finds most have no hit, and are not worth it.
class BlockText
{
public:
    /// Errors: Corrupt.
    static Result<BlockText> unpacked(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &utf8() const { return m_utf8; } ///< Block::text()
    [[nodiscard]] Block block() const;

private:
    /// Lines of the same entries and moment have them once.
    struct Mark
    {
        quint32 line = 0;
        quint64 first = 0;
        Moment moment;
    };
    friend struct Block;
    static QList<Mark> marksOf(const QList<Line> &lines);

    QList<Mark> m_marks; ///< in order; the first is of the first line
    QByteArray m_utf8;
};

} // namespace holdpoint::audit
