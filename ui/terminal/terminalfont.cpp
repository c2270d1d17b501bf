// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalfont.h>

#include <ui/terminal/emoji.h>

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace holdpoint::ui {

namespace {

constexpr qsizetype mostCached = 4096; // of each table: a flood of rare characters must not fill the memory

double usualPoints = 0; // GUI thread; 0 is the system's

QString &theUsualFamily() // GUI thread; empty is the system's
{
    static QString family;
    return family;
}

/// Without the foundry, which Qt names where several offer a family: "Nimbus Mono PS [urw]".
QString withoutFoundry(const QString &family)
{
    const qsizetype bracket = family.endsWith(u']') ? family.lastIndexOf(QStringLiteral(" [")) : -1;
    const QString plain = family.left(bracket);
    return bracket > 0 && QFontDatabase::hasFamily(plain) ? plain : family;
}

QFont variant(const QFont &font, unsigned style)
{
    QFont result(font);
    result.setBold((style & TerminalFont::Bold) != 0);
    result.setItalic((style & TerminalFont::Italic) != 0);
    return result;
}

// Asked for by name: left to choose, the system takes each emoji from the first font that has it, some in colour and some not.
QString installedEmojiFamily()
{
    const QStringList families{QStringLiteral("Noto Color Emoji"), QStringLiteral("Twitter Color Emoji"),
                               QStringLiteral("Twemoji"), QStringLiteral("JoyPixels"), QStringLiteral("Noto Emoji")};
    const auto found =
        std::ranges::find_if(families, [](const QString &family) { return QFontDatabase::hasFamily(family); });
    return found == families.end() ? QString() : *found;
}

} // namespace

TerminalFont::TerminalFont(const QFont &font)
    : m_font(font)
    , m_emojiFamily(installedEmojiFamily())
{
    m_font.setKerning(false);
    for (unsigned style = 0; style < m_faces.size(); ++style) {
        m_faces[style] = QRawFont::fromFont(variant(m_font, style));
        for (char32_t code = 0x20; code < 0x7f; ++code) {
            const QList<quint32> glyphs = m_faces[style].glyphIndexesForString(QString(QChar(code)));
            m_ascii[style][code] = glyphs.isEmpty() ? 0 : glyphs.first();
        }
    }
    const QFontMetricsF metrics(m_font);
    m_cellWidth = std::max(1, static_cast<int>(std::lround(metrics.horizontalAdvance(QLatin1Char('M')))));
    m_cellHeight = std::max(1, static_cast<int>(std::ceil(metrics.height())));
    m_ascent = static_cast<int>(std::lround(metrics.ascent()));
    m_lineWidth = std::max(1, static_cast<int>(std::lround(metrics.lineWidth())));
}

quint32 TerminalFont::glyph(unsigned style, char32_t code) const
{
    if (code < 0x80)
        return m_ascii[style][code];
    QHash<char32_t, quint32> &known = m_glyphs[style];
    if (const auto found = known.constFind(code); found != known.constEnd())
        return *found;
    if (known.size() >= mostCached)
        known.clear();
    const bool isShaped = !m_emojiFamily.isEmpty() && isEmoji(code);
    const QList<quint32> glyphs = m_faces[style].glyphIndexesForString(QString::fromUcs4(&code, 1));
    const quint32 glyph = glyphs.size() == 1 && !isShaped ? glyphs.first() : 0;
    known.insert(code, glyph);
    return glyph;
}

const TerminalFont::Shape &TerminalFont::shaped(unsigned style, const QString &text) const
{
    QHash<QString, Shape> &known = m_shaped[style];
    if (const auto found = known.constFind(text); found != known.constEnd())
        return *found;
    if (known.size() >= mostCached)
        known.clear();
    return *known.insert(text, shape(style, text));
}

// What the emoji font lacks is shown by the others, at worst as their box: in that one it would be blank.
TerminalFont::Shape TerminalFont::shape(unsigned style, const QString &text) const
{
    const bool isEmoji = !m_emojiFamily.isEmpty() && isEmojiText(text);
    const Shape shape = laidOut(style, text, isEmoji);
    const bool lacksSome = std::ranges::any_of(
        shape.runs, [](const QGlyphRun &run) { return run.glyphIndexes().contains(0); });
    return isEmoji && lacksSome ? laidOut(style, text, false) : shape;
}

TerminalFont::Shape TerminalFont::laidOut(unsigned style, const QString &text, bool asEmoji) const
{
    Shape shape;
    shape.isEmoji = asEmoji;
    QFont font = variant(m_font, style);
    QString seen = text;
    if (asEmoji) { // with the family chosen the selector has done its work; left in, it would part what is to join
        font.setFamilies(QStringList{m_emojiFamily} + font.families());
        seen.remove(emojiSelector);
    }
    QTextLayout layout(seen, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    shape.runs = layout.glyphRuns();
    for (QGlyphRun &run : shape.runs) { // from the line's top to the baseline
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position.ry() -= line.ascent();
        run.setPositions(positions);
        shape.bounds |=
            run.boundingRect().translated(0, -line.ascent()); // what the layout said, not what it would be now
    }
    return shape;
}

QFont TerminalFont::defaultFont() { return fontOf(theUsualFamily()); }

QFont TerminalFont::fontOf(const QString &family)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!family.isEmpty() && QFontDatabase::hasFamily(family))
        font.setFamily(family);
    else if (!QFontInfo(font).fixedPitch())
        font.setFamily(QStringLiteral("DejaVu Sans Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(usualPoints > 0 ? usualPoints : systemPoints());
    return font;
}

double TerminalFont::systemPoints()
{
    constexpr double readable = 10;
    return std::max(readable, QFontDatabase::systemFont(QFontDatabase::FixedFont).pointSizeF());
}

void TerminalFont::setUsualPoints(double points)
{
    usualPoints = points > 0 ? std::clamp(points, smallest, largest) : 0;
}

void TerminalFont::setUsualFamily(const QString &family) { theUsualFamily() = withoutFoundry(family); }
QString TerminalFont::usualFamily() { return theUsualFamily(); }

QStringList TerminalFont::families()
{
    QStringList families = QFontDatabase::families();
    families.removeIf([](const QString &family) {
        const bool isAlias = !QFontDatabase::hasFamily(family); // of another one in the list
        return isAlias || !QFontDatabase::isFixedPitch(family) || !QFontDatabase::isSmoothlyScalable(family)
               || QFontDatabase::isPrivateFamily(family) || family.contains(QLatin1String("Emoji"));
    });
    std::ranges::transform(families, families.begin(), withoutFoundry);
    families.removeDuplicates();
    return families;
}

} // namespace holdpoint::ui
