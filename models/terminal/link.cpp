// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/link.h>

#include <models/base/text.h>
#include <models/terminal/screen.h>

#include <QList>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint::terminal {

namespace {

constexpr std::size_t longest = 2048; // characters to each side of the place
constexpr int mostRows = 64;          // to each side: a row of the history costs as much as its whole line
constexpr char other = '\x01';        // stands for a character beyond ASCII

struct Character
{
    Position at;
    Cell cell;
};

/// From character to character of a line, over the rows that it wraps into.
class Walk
{
public:
    Walk(const Screen &screen, Position at)
        : m_screen(screen)
        , m_at(at)
        , m_line(screen.line(at.line))
    {
        if (exists() && !isCharacter())
            back();
    }

    [[nodiscard]] bool exists() const { return m_at.column < size(); }
    [[nodiscard]] Character character() const { return {m_at, cell()}; }
    /// Whether it ended where we do not look further, and not where the line does.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// Behind the character.
    [[nodiscard]] Position end() const { return {m_at.line, m_at.column + (cell().isWide() ? 2 : 1)}; }

    bool forward()
    {
        do {
            if (++m_at.column == size() && !(m_line.wrapped && enter(m_at.line + 1, 0)))
                return false;
        } while (!isCharacter());
        return true;
    }

    bool back()
    {
        do {
            if (m_at.column == 0 && !enterAbove())
                return false;
            --m_at.column;
        } while (!isCharacter());
        return true;
    }

private:
    [[nodiscard]] int size() const { return static_cast<int>(m_line.cells.size()); }
    [[nodiscard]] const Cell &cell() const { return m_line.cells[static_cast<std::size_t>(m_at.column)]; }
    [[nodiscard]] bool isCharacter() const { return !cell().isSpacer() && !cell().isFiller(); }

    bool enter(qint64 line, int column)
    {
        m_isCut = ++m_rows > mostRows;
        if (m_isCut)
            return false;
        m_line = m_screen.line(line);
        m_at = {line, column};
        return size() > 0;
    }

    bool enterAbove()
    {
        if (m_at.line <= m_screen.firstLine() || !m_screen.line(m_at.line - 1).wrapped || !enter(m_at.line - 1, 0))
            return false;
        m_at.column = size();
        return true;
    }

    const Screen &m_screen;
    Position m_at;
    Line m_line;
    int m_rows = 0;
    bool m_isCut = false;
};

/// Characters around a place that follow each other, and which of them is the one at the place.
struct Stretch
{
    std::vector<Character> characters;
    std::size_t at = 0;
    Position end;
    bool isCut = false; ///< it goes on behind what was looked at
};

template <class Accepts> Stretch stretchAround(const Walk &place, const Accepts &accepts)
{
    Stretch stretch;
    Walk left = place;
    while (stretch.characters.size() < longest && left.back() && accepts(left.character().cell))
        stretch.characters.push_back(left.character());
    std::ranges::reverse(stretch.characters);
    stretch.at = stretch.characters.size();
    Walk right = place;
    bool goesOn = true;
    for (std::size_t count = 0; goesOn && count < longest; ++count) {
        stretch.characters.push_back(right.character());
        stretch.end = right.end();
        goesOn = right.forward() && accepts(right.character().cell);
    }
    stretch.isCut = goesOn || right.isCut();
    return stretch;
}

bool isAddressCharacter(const Screen &screen, const Cell &cell)
{
    constexpr std::string_view marks = "-._~:/?#[]@!$&'()*+,;=%";
    if (!screen.decoration(cell).link.isEmpty() || cell.attributes.has(Attributes::Concealed))
        return false;
    if (cell.isAscii()) {
        const auto code = static_cast<char>(cell.code());
        return QChar::isLetterOrNumber(cell.code()) || (code != 0 && marks.find(code) != std::string_view::npos);
    }
    const QList<uint> codes = screen.cellText(cell).toUcs4(); // what shows nothing looks like the address's end
    return std::ranges::all_of(codes, [&](uint code) {
        return (QChar::isLetterOrNumber(code) || (QChar::isMark(code) && code != codes.first()))
               && !isInvisibleControl(code) && !isBlankLetter(code);
    });
}

/// What an address may begin with stands at the offset; how long it is, or 0.
std::size_t schemeAt(std::string_view text, std::size_t offset)
{
    for (const std::string_view scheme : {std::string_view("https://"), std::string_view("http://")}) {
        const std::string_view there = text.substr(offset, scheme.size());
        if (QByteArrayView(there.data(), static_cast<qsizetype>(there.size()))
                .compare(QByteArrayView(scheme.data(), static_cast<qsizetype>(scheme.size())), Qt::CaseInsensitive)
            == 0)
            return scheme.size();
    }
    return 0;
}

bool beginsAt(std::string_view text, std::size_t offset)
{
    const char before = offset > 0 ? text[offset - 1] : ' ';
    return schemeAt(text, offset) > 0 && before != '+' && !QChar::isLetterOrNumber(static_cast<char32_t>(before));
}

/// The address that begins at the offset ends here: at the first bracket that closes what it has not opened, at the next of a
/// list, and before what only ends a sentence.
std::size_t addressEnd(std::string_view text, std::size_t begin)
{
    constexpr std::string_view opening = "([";
    constexpr std::string_view closing = ")]";
    constexpr std::string_view sentence = ".,;:!?'*([";
    std::string open;
    std::size_t end = begin + schemeAt(text, begin);
    for (; end < text.size(); ++end) {
        if (const std::size_t which = opening.find(text[end]); which != std::string_view::npos) {
            open += closing[which];
        } else if (closing.find(text[end]) != std::string_view::npos) {
            if (open.empty() || open.back() != text[end])
                break;
            open.pop_back();
        } else if ((text[end] == ',' || text[end] == ';') && schemeAt(text, end + 1) > 0) {
            break;
        }
    }
    while (end > begin && sentence.find(text[end - 1]) != std::string_view::npos)
        --end;
    return end;
}

/// Only what is beyond ASCII: the rest is encoded by who wrote it.
QByteArray encoded(const QString &text)
{
    QByteArray result;
    for (const char byte : text.toUtf8())
        result +=
            static_cast<unsigned char>(byte) < 0x80 ? QByteArray(1, byte) : '%' + QByteArray(1, byte).toHex().toUpper();
    return result;
}

std::optional<Link> addressIn(const Screen &screen, const Stretch &stretch)
{
    std::string text;
    for (const Character &character : stretch.characters)
        text += character.cell.isAscii() ? static_cast<char>(character.cell.code()) : other;
    for (std::size_t begin = 0; begin <= stretch.at; ++begin) {
        if (!beginsAt(text, begin))
            continue;
        const std::size_t end = addressEnd(text, begin);
        if (end <= stretch.at) {
            begin = std::max(begin, end - 1);
            continue;
        }
        if (end == text.size() && stretch.isCut)
            return std::nullopt;
        // Whose name stands before an "@" is not where it leads.
        const std::size_t host = begin + schemeAt(text, begin);
        if (text.substr(host, text.find_first_of("/?#", host) - host).find('@') < end - host)
            return std::nullopt;
        QString address;
        for (std::size_t index = begin; index < end; ++index)
            address += screen.cellText(stretch.characters[index].cell);
        const Character &last = stretch.characters[end - 1];
        const Position behind{last.at.line, last.at.column + (last.cell.isWide() ? 2 : 1)};
        return Link{{stretch.characters[begin].at, behind}, encoded(address)};
    }
    return std::nullopt;
}

} // namespace

std::optional<Link> linkAt(const Screen &screen, Position at)
{
    const Walk place(screen, at);
    if (!place.exists())
        return std::nullopt;
    const QByteArray target = screen.decoration(place.character().cell).link;
    if (!target.isEmpty()) {
        const Stretch stretch =
            stretchAround(place, [&](const Cell &cell) { return screen.decoration(cell).link == target; });
        return Link{{stretch.characters.front().at, stretch.end}, target};
    }
    const auto accepts = [&](const Cell &cell) { return isAddressCharacter(screen, cell); };
    if (!accepts(place.character().cell))
        return std::nullopt;
    return addressIn(screen, stretchAround(place, accepts));
}

} // namespace holdpoint::terminal
