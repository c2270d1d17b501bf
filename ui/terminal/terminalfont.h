// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QRawFont>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <array>

namespace holdpoint::ui {

/// A fixed-pitch font taken apart into glyphs: cell size, four faces, and shaped runs for what the faces lack.
///
/// Thread: GUI thread. Units: device-independent pixels.
class TerminalFont
{
public:
    enum Style : unsigned { Regular = 0, Bold = 1, Italic = 2 }; ///< flags

    /// A text's glyphs, from the origin of its baseline, and how much room they take.
    struct Shape
    {
        QList<QGlyphRun> runs;
        QRectF bounds;
        bool isEmoji = false;
    };

    explicit TerminalFont(const QFont &font);

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] int cellWidth() const { return m_cellWidth; }
    [[nodiscard]] int cellHeight() const { return m_cellHeight; }
    [[nodiscard]] int ascent() const { return m_ascent; }
    [[nodiscard]] int lineWidth() const { return m_lineWidth; }

    [[nodiscard]] const QRawFont &face(unsigned style) const { return m_faces[style]; }
    /// The glyph of a character in a face; 0 when the face lacks it, or an emoji font is to show it.
    [[nodiscard]] quint32 glyph(unsigned style, char32_t code) const;
    /// A character, cluster or emoji in whatever font has it. Valid until the next call.
    [[nodiscard]] const Shape &shaped(unsigned style, const QString &text) const;

    static constexpr double smallest = 5; ///< points
    static constexpr double largest = 60;

    /// The usual family in the usual size.
    [[nodiscard]] static QFont defaultFont();
    /// A family in the usual size; where it is empty or not installed, the system's fixed-pitch font, or DejaVu Sans Mono where
    /// that is none.
    [[nodiscard]] static QFont fontOf(const QString &family);
    /// The installed families that a terminal can be shown in.
    [[nodiscard]] static QStringList families();
    /// The system's size, in points, but no smaller than can be read.
    [[nodiscard]] static double systemPoints();
    /// For terminals that are opened from now on; 0 is the system's.
    static void setUsualPoints(double points);
    /// The same; empty is the system's. One that is not installed is kept in mind.
    static void setUsualFamily(const QString &family);
    [[nodiscard]] static QString usualFamily();

private:
    [[nodiscard]] Shape shape(unsigned style, const QString &text) const;
    [[nodiscard]] Shape laidOut(unsigned style, const QString &text, bool asEmoji) const;

    QFont m_font;
    int m_cellWidth = 1;
    int m_cellHeight = 1;
    int m_ascent = 1;
    int m_lineWidth = 1;
    std::array<QRawFont, 4> m_faces;
    std::array<std::array<quint32, 128>, 4> m_ascii{};
    mutable std::array<QHash<char32_t, quint32>, 4> m_glyphs;
    mutable std::array<QHash<QString, Shape>, 4> m_shaped;
    QString m_emojiFamily; ///< empty where none is installed
};

} // namespace holdpoint::ui
