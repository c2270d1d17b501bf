// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/line.h>
#include <models/terminal/parser.h>

#include <QList>

#include <algorithm>
#include <utility>

namespace holdpoint::audit {

/// Folds what a terminal was sent into the lines a person saw: escape sequences left out, carriage returns, backspaces,
/// erasures and moves within a line obeyed, a line that the terminal wrapped kept whole.
///
/// A move to another row ends a line, so a full-screen program leaves the pieces it drew. A line that does not end is cut
/// after `longestLine`, with an overlap, so that what stands at the cut is found.
/// Invariants: the lines do not depend on how the stream is split into feed() calls; memory is bounded.
class LineFolder final : private terminal::ParserEvents
{
public:
    static constexpr qsizetype longestLine = 4096; // characters

    explicit LineFolder(int columns = 80) { resize(columns); }
    ~LineFolder() override = default;
    LineFolder(const LineFolder &) = delete;
    LineFolder &operator=(const LineFolder &) = delete;

    /// A width that no terminal has is not believed.
    void resize(int columns) { m_columns = int(std::clamp<qsizetype>(columns, 1, longestLine)); }
    void feed(QByteArrayView bytes, const Moment &moment);

    /// The lines that have ended since the last call.
    QList<Line> takeLines() { return std::exchange(m_lines, {}); }
    /// The line that has not ended, as it stands.
    [[nodiscard]] Line openLine() const;

    /// What has to be fed to a new folder, and its lines thrown away, to bring it to where this one is. When the last character
    /// of its open line came is told it with setWritten().
    [[nodiscard]] const QByteArray &tail() const { return m_tail; }
    [[nodiscard]] const Moment &tailMoment() const { return m_tailMoment; }
    [[nodiscard]] int columns() const { return m_columns; }
    void setWritten(const Moment &moment) { m_written = moment; }

private:
    void printAscii(const char *text, int count) override;
    void printCharacter(char32_t code) override;
    void control(quint8 byte) override;
    void escape(char, char) override {}
    void controlSequence(const terminal::ControlSequence &sequence) override;
    bool operatingSystemCommand(QByteArrayView) override { return false; }
    void deviceControlString(QByteArrayView) override {}

    void feedPiece(QByteArrayView bytes);
    void put(QStringView text);
    void moveTo(qsizetype column);
    void erase(int part);
    void blank(qsizetype from, qsizetype count);
    void endLine();
    void cutLine();

    terminal::Parser m_parser{this};
    int m_columns = 1;
    QString m_text;
    qsizetype m_row = 0;    ///< where the terminal's row begins in the line: a multiple of its width once it wrapped
    qsizetype m_column = 0; ///< in the line
    Moment m_now;
    quint64 m_first = 0; ///< sequence of the entry with the line's first character
    Moment m_written;    ///< when its last character came
    QList<Line> m_lines;
    bool m_hasEnded = false; ///< a line, since the piece began
    QByteArray m_tail;
    Moment m_tailMoment;
};

/// A text of several lines, as one wrote it: without controls, empty lines left out.
QStringList plainLines(const QString &text);

} // namespace holdpoint::audit
