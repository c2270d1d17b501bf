// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/tmuxstream.h>

#include <algorithm>
#include <utility>

namespace holdpoint::session {

namespace {

constexpr qsizetype longestLine = 4 << 20;
constexpr qsizetype longestAnswer = 16 << 20;

bool isOctal(char digit) { return digit >= '0' && digit <= '7'; }

/// Output comes with backslash and everything below space as a backslash and three octal digits.
QByteArray unescaped(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 3 < text.size() && isOctal(text[i + 1]) && isOctal(text[i + 2])
                            && isOctal(text[i + 3]);
        if (!escape) {
            bytes += text[i];
            continue;
        }
        bytes += char((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
        i += 3;
    }
    return bytes;
}

/// What stands behind "%word "; nothing when the line is another one.
std::optional<QByteArray> behind(const QByteArray &line, const char *word)
{
    if (!line.startsWith(word))
        return std::nullopt;
    const qsizetype length = qsizetype(qstrlen(word));
    if (line.size() == length)
        return QByteArray();
    return line[length] == ' ' ? std::optional(line.mid(length + 1)) : std::nullopt;
}

} // namespace

QList<TmuxStream::Item> TmuxStream::feed(const QByteArray &bytes)
{
    QList<Item> items;
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype until = end < 0 ? bytes.size() : end;
        m_line += QByteArrayView(bytes).sliced(from, std::min(until - from, longestLine - m_line.size()));
        if (end < 0)
            break;
        line(items);
        m_line.clear();
        from = end + 1;
    }
    return items;
}

bool TmuxStream::endsAnswer() const { return behind(m_line, "%end") == m_frame || behind(m_line, "%error") == m_frame; }

void TmuxStream::line(QList<Item> &items)
{
    if (!m_frame.isEmpty()) {
        if (!endsAnswer()) {
            if (m_answer.size() + m_line.size() < longestAnswer)
                m_answer += m_line + '\n';
            return;
        }
        const bool ours = m_frame.endsWith(" 1");
        items.append({.kind = ours ? Item::Kind::Answer : Item::Kind::Begin,
                      .bytes = std::exchange(m_answer, {}),
                      .pane = {},
                      .failed = m_line.startsWith("%error")});
        m_frame.clear();
    } else if (const auto frame = behind(m_line, "%begin")) {
        m_frame = *frame;
    } else if (const auto output = behind(m_line, "%output")) {
        const qsizetype space = output->indexOf(' ');
        if (space > 0)
            items.append({.bytes = unescaped(QByteArrayView(*output).sliced(space + 1)), .pane = output->first(space)});
    } else if (behind(m_line, "%session-changed")) {
        items.append({.kind = Item::Kind::Attached, .bytes = {}, .pane = {}});
    } else if (const auto reason = behind(m_line, "%exit")) {
        items.append({.kind = Item::Kind::Exit, .bytes = *reason, .pane = {}});
    }
}

} // namespace holdpoint::session
