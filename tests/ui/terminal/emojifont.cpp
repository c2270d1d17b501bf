// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The tables are those of the OpenType specification, each in its oldest version and as short as it may be.

#include "emojifont.h"

#include <QDataStream>
#include <QIODevice>
#include <QList>
#include <QMap>

#include <vector>

namespace holdpoint::ui::testing {
namespace {

constexpr int em = 1000;
constexpr quint16 square = 1;
constexpr quint16 joiner = 2; // without an outline, and without a width
constexpr quint16 firstLetter = 3;
// Glyphs 3 to 10.
const std::vector<char32_t> letters{0x1f1e9, 0x1f1ea, 0x1f3fd, 0x1f44d, 0x1f466, 0x1f467, 0x1f468, 0x1f469};

quint16 glyphOf(char32_t letter)
{
    for (std::size_t index = 0; index < letters.size(); ++index) {
        if (letters[index] == letter)
            return static_cast<quint16>(firstLetter + index);
    }
    return 0;
}

const int glyphCount = firstLetter + static_cast<int>(letters.size());

template <typename... Values> QByteArray table(Values... values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    (stream << ... << values);
    return bytes;
}

quint16 u16(qint64 value) { return static_cast<quint16>(value); }
quint32 u32(qint64 value) { return static_cast<quint32>(value); }

QByteArray squareOutline()
{
    const QByteArray onCurve("\1\1\1\1");
    const QByteArray head = table(u16(1), u16(0), u16(-150), u16(em), u16(850)); // one contour, and its bounds
    const QByteArray across = table(u16(0), u16(0), u16(em), u16(0));            // each from the one before
    const QByteArray up = table(u16(-150), u16(em), u16(0), u16(-em));
    return head + table(u16(3), u16(0)) + onCurve + across + up; // the last point's number, no instructions
}

QByteArray locations()
{
    const auto length = squareOutline().size();
    QByteArray bytes;
    qint64 at = 0;
    for (int glyph = 0; glyph <= glyphCount; ++glyph) {
        bytes += table(u32(at));
        at += glyph == joiner ? 0 : length;
    }
    return bytes;
}

QByteArray widths()
{
    QByteArray bytes;
    for (int glyph = 0; glyph < glyphCount; ++glyph)
        bytes += table(u16(glyph == joiner ? 0 : em), u16(0));
    return bytes;
}

QByteArray characterMap()
{
    QByteArray groups = table(u32(0x200d), u32(0x200d), u32(joiner));
    for (const char32_t letter : letters)
        groups += table(u32(letter), u32(letter), u32(glyphOf(letter)));
    const auto count = groups.size() / 12;
    return table(u16(0), u16(1), u16(3), u16(10), u32(12))
           + table(u16(12), u16(0), u32(16 + groups.size()), u32(0), u32(count)) + groups;
}

QByteArray names()
{
    const QByteArray family = QByteArrayLiteral("\0N\0o\0t\0o\0 \0C\0o\0l\0o\0r\0 \0E\0m\0o\0j\0i");
    const QByteArray style = QByteArrayLiteral("\0R\0e\0g\0u\0l\0a\0r");
    return table(u16(0), u16(2), u16(30)) + table(u16(3), u16(1), u16(0x409), u16(1), u16(family.size()), u16(0))
           + table(u16(3), u16(1), u16(0x409), u16(2), u16(style.size()), u16(family.size())) + family + style;
}

/// Offsets to the parts, counted from the start of the table that begins with `head`, and the parts.
QByteArray withParts(const QByteArray &head, const QList<QByteArray> &parts)
{
    QByteArray offsets;
    QByteArray all;
    for (const QByteArray &part : parts) {
        offsets += table(u16(head.size() + 2 * parts.size() + all.size()));
        all += part;
    }
    return head + offsets + all;
}

QByteArray ligatures()
{
    const auto ligature = [](const std::vector<quint16> &rest) {
        QByteArray bytes = table(u16(square), u16(static_cast<qint64>(rest.size()) + 1));
        for (const quint16 glyph : rest)
            bytes += table(glyph);
        return withParts(table(u16(1)), {bytes});
    };
    const QMap<quint16, QByteArray> sets{
        {glyphOf(0x1f1e9), ligature({glyphOf(0x1f1ea)})},
        {glyphOf(0x1f44d), ligature({glyphOf(0x1f3fd)})},
        {glyphOf(0x1f468), ligature({joiner, glyphOf(0x1f469), joiner, glyphOf(0x1f467), joiner, glyphOf(0x1f466)})}};
    QByteArray coverage = table(u16(1), u16(sets.size()));
    for (const quint16 glyph : sets.keys())
        coverage += table(glyph);
    const auto headLength = 6 + 2 * sets.size();
    QByteArray offsets;
    QByteArray all;
    for (const QByteArray &set : sets) {
        offsets += table(u16(headLength + coverage.size() + all.size()));
        all += set;
    }
    return table(u16(1), u16(headLength), u16(sets.size())) + offsets + coverage + all;
}

QByteArray substitutions()
{
    const QByteArray script = table(u16(4), u16(0)) + table(u16(0), u16(0xffff), u16(1), u16(0));
    const QByteArray scripts = table(u16(1)) + "DFLT" + table(u16(8)) + script;
    const QByteArray features = table(u16(1)) + "ccmp" + table(u16(8)) + table(u16(0), u16(1), u16(0));
    const QByteArray lookups = withParts(table(u16(1)), {withParts(table(u16(4), u16(0), u16(1)), {ligatures()})});
    return withParts(table(u16(1), u16(0)), {scripts, features, lookups});
}

QByteArray fontHead()
{
    const QByteArray versions = table(u32(0x10000), u32(0x10000), u32(0), u32(0x5f0f3cf5), u16(0), u16(em));
    const QByteArray dates = table(u32(0), u32(0), u32(0), u32(0));
    const QByteArray bounds = table(u16(0), u16(-150), u16(em), u16(850));
    return versions + dates + bounds + table(u16(0), u16(8), u16(2), u16(1), u16(0)); // with long locations
}

QByteArray horizontalHead()
{
    return table(u32(0x10000), u16(850), u16(-150), u16(0), u16(em)) + QByteArray(22, '\0') + table(u16(glyphCount));
}

} // namespace

QByteArray emojiFont()
{
    QByteArray outlines;
    for (int glyph = 0; glyph < glyphCount; ++glyph)
        outlines += glyph == joiner ? QByteArray() : squareOutline();
    const QMap<QByteArray, QByteArray> tables{
        {"GSUB", substitutions()},
        {"cmap", characterMap()},
        {"glyf", outlines},
        {"head", fontHead()},
        {"hhea", horizontalHead()},
        {"hmtx", widths()},
        {"loca", locations()},
        {"name", names()},
        {"maxp", table(u32(0x10000), u16(glyphCount), u16(4), u16(1)) + QByteArray(22, '\0')}};
    QByteArray directory = table(u32(0x10000), u16(tables.size()), u16(128), u16(3), u16(tables.size() * 16 - 128));
    QByteArray body;
    const auto start = directory.size() + 16 * tables.size();
    for (auto entry = tables.begin(); entry != tables.end(); ++entry) {
        directory += entry.key() + table(u32(0), u32(start + body.size()), u32(entry.value().size()));
        body += entry.value();
        body += QByteArray((4 - body.size() % 4) % 4, '\0');
    }
    return directory + body;
}

} // namespace holdpoint::ui::testing
