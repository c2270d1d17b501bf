// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/linefolder.h>

#include <models/base/text.h>

namespace holdpoint::audit {

namespace {

constexpr qsizetype overlap = 256;           // characters
constexpr qsizetype longestTail = 64 * 1024; // bytes without the end of a line

} // namespace

void LineFolder::feed(QByteArrayView bytes, const Moment &moment)
{
    m_now = moment;
    // Pieces end with line feeds: where one ended a line, nothing before it is needed any more.
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype length = std::min(end < 0 ? bytes.size() : end + 1, longestTail - m_tail.size());
        feedPiece(bytes.first(length));
        bytes = bytes.sliced(length);
    }
}

void LineFolder::feedPiece(QByteArrayView bytes)
{
    if (m_tail.isEmpty())
        m_tailMoment = m_now;
    m_tail.append(bytes);
    m_hasEnded = false;
    m_parser.feed(bytes);
    if (m_hasEnded && m_text.isEmpty() && bytes.endsWith('\n')) {
        m_tail.clear();
    } else if (m_tail.size() >= longestTail) {
        endLine();
        m_tail.clear();
    }
}

Line LineFolder::openLine() const { return {m_text, m_first, m_written}; }

void LineFolder::put(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        if (m_text.size() >= longestLine)
            cutLine();
        if (m_text.isEmpty())
            m_first = m_now.sequence;
        m_written = m_now;
        while (m_column - m_row >= m_columns) // the terminal wraps, the line goes on
            m_row += m_columns;
        const qsizetype room = std::max<qsizetype>(1, m_row + m_columns - m_column);
        const QStringView part = text.sliced(at, std::min(room, text.size() - at));
        if (m_column > m_text.size())
            m_text.resize(m_column, u' ');
        m_text.replace(m_column, std::min(part.size(), m_text.size() - m_column), part.toString());
        m_column += part.size();
        at += part.size();
    }
}

void LineFolder::printAscii(const char *text, int count) { put(QString::fromLatin1(text, count)); }

void LineFolder::printCharacter(char32_t code)
{
    if (code >= 0xa0 && !isInvisibleControl(code))
        put(QString::fromUcs4(&code, 1));
}

void LineFolder::control(quint8 byte)
{
    constexpr qsizetype tabWidth = 8;
    switch (byte) {
    case '\n':
    case '\v':
    case '\f': endLine(); break;
    case '\r': m_column = m_row; break;
    case '\b': m_column = std::max(m_row, m_column - 1); break;
    case '\t': moveTo(m_row + ((m_column - m_row) / tabWidth + 1) * tabWidth); break;
    default: break;
    }
}

void LineFolder::controlSequence(const terminal::ControlSequence &sequence)
{
    if (sequence.prefix != 0 || sequence.intermediate != 0)
        return;
    switch (sequence.final) { // ECMA-48, 8.3
    case 'C':                 // to the right
    case 'a': moveTo(m_column + sequence.value(0, 1)); break;
    case 'D': moveTo(m_column - sequence.value(0, 1)); break;
    case 'G': // to a column
    case '`': moveTo(m_row + sequence.value(0, 1) - 1); break;
    case 'K': erase(sequence.value(0, 0)); break;
    case 'P': m_text.remove(m_column, sequence.value(0, 1)); break;
    case 'X': blank(m_column, sequence.value(0, 1)); break;
    case '@':
        if (m_column < m_text.size())
            m_text.insert(m_column, QString(std::min(sequence.value(0, 1), m_columns), u' '));
        break;
    case 'A': // to another row
    case 'B':
    case 'E':
    case 'F':
    case 'H':
    case 'd':
    case 'f': endLine(); break;
    case 'J':
        if (sequence.value(0, 0) >= 2)
            endLine();
        else
            erase(0);
        break;
    default: break;
    }
}

void LineFolder::moveTo(qsizetype column) { m_column = std::clamp(column, m_row, m_row + m_columns); }

/// In the row where the cursor is: 0 from the cursor on, 1 up to it, 2 all of it (ECMA-48, EL).
void LineFolder::erase(int part)
{
    if (part == 0)
        m_text.truncate(std::min(m_column, m_text.size()));
    else if (part == 1)
        blank(m_row, m_column - m_row + 1);
    else
        m_text.truncate(std::min(m_row, m_text.size()));
}

void LineFolder::blank(qsizetype from, qsizetype count)
{
    const qsizetype length = std::clamp<qsizetype>(m_text.size() - from, 0, count);
    if (length > 0)
        m_text.replace(from, length, QString(length, u' '));
}

void LineFolder::endLine()
{
    while (m_text.endsWith(u' '))
        m_text.chop(1);
    if (!m_text.isEmpty())
        m_lines.append(openLine());
    m_text.clear();
    m_row = 0;
    m_column = 0;
    m_hasEnded = true;
}

void LineFolder::cutLine()
{
    m_lines.append(openLine());
    m_text = m_text.last(overlap);
    m_first = m_now.sequence;
    m_row = 0;
    m_column = m_text.size();
}

QStringList plainLines(const QString &text)
{
    QStringList lines;
    for (const QString &raw : text.split(u'\n')) {
        QString line;
        for (const char32_t character : raw.toUcs4()) {
            if (character == '\t')
                line += u' ';
            else if (character >= 0x20 && (character < 0x7f || character >= 0xa0) && !isInvisibleControl(character))
                line += QString::fromUcs4(&character, 1);
        }
        for (line = line.trimmed(); line.size() > LineFolder::longestLine;
             line = line.sliced(LineFolder::longestLine - overlap))
            lines.append(line.first(LineFolder::longestLine));
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines;
}

} // namespace holdpoint::audit
