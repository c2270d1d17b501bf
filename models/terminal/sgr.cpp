// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/sgr.h>

#include <algorithm>
#include <array>
#include <optional>

namespace holdpoint::terminal {

namespace {

struct FlagCode
{
    int code;
    int set;
    int clear;
};

constexpr std::array flagCodes{
    FlagCode{1, Attributes::Bold, 0},
    FlagCode{2, Attributes::Faint, 0},
    FlagCode{3, Attributes::Italic, 0},
    FlagCode{5, Attributes::Blink, 0},
    FlagCode{6, Attributes::Blink, 0},
    FlagCode{7, Attributes::Inverse, 0},
    FlagCode{8, Attributes::Concealed, 0},
    FlagCode{9, Attributes::Struck, 0},
    FlagCode{22, 0, Attributes::Bold | Attributes::Faint},
    FlagCode{23, 0, Attributes::Italic},
    FlagCode{25, 0, Attributes::Blink},
    FlagCode{27, 0, Attributes::Inverse},
    FlagCode{28, 0, Attributes::Concealed},
    FlagCode{29, 0, Attributes::Struck},
    FlagCode{53, Attributes::Overlined, 0},
    FlagCode{55, 0, Attributes::Overlined},
};

int at(const ControlSequence &sequence, int index) { return sequence.value(index, 0); }

int subParameters(const ControlSequence &sequence, int index)
{
    int count = 0;
    while (sequence.isSubParameter(index + 1 + count))
        ++count;
    return count;
}

quint32 rgbAt(const ControlSequence &sequence, int index)
{
    const auto part = [&](int offset) {
        return static_cast<quint32>(std::min(at(sequence, index + offset), 255));
    };
    return (part(0) << 16) | (part(1) << 8) | part(2);
}

// The colour at 38, 48 or 58; moves `index` to its last parameter. Nothing when it is malformed: then only it is lost.
std::optional<Color> extendedColor(const ControlSequence &sequence, int *index)
{
    const int subs = subParameters(sequence, *index);
    const int first = *index + 1;
    const int model = at(sequence, first);
    if (subs > 0) {
        *index += subs;
        if (model == 5 && subs >= 2)
            return Color::palette(std::min(at(sequence, first + 1), 255));
        if (model == 2 && subs >= 4)
            return Color::rgb(rgbAt(sequence, subs >= 5 ? first + 2 : first + 1));
        return std::nullopt;
    }
    if (model == 5 && first + 1 < sequence.count) {
        *index = first + 1;
        return Color::palette(std::min(at(sequence, first + 1), 255));
    }
    if (model == 2 && first + 3 < sequence.count) {
        *index = first + 3;
        return Color::rgb(rgbAt(sequence, first + 1));
    }
    *index = sequence.count;
    return std::nullopt;
}

void applyUnderline(const ControlSequence &sequence, int *index, Attributes *pen)
{
    const int subs = subParameters(sequence, *index);
    const int style = subs > 0 ? at(sequence, *index + 1) : 1;
    *index += subs;
    if (style <= static_cast<int>(Underline::Dashed))
        pen->setUnderline(static_cast<Underline>(style));
}

bool applyFlag(int code, Attributes *pen)
{
    for (const FlagCode &entry : flagCodes) {
        if (entry.code == code) {
            pen->set(entry.set);
            pen->clear(entry.clear);
            return true;
        }
    }
    return false;
}

bool applyColor(int code, Attributes *pen)
{
    if (code >= 30 && code <= 37)
        pen->foreground = Color::palette(code - 30);
    else if (code >= 40 && code <= 47)
        pen->background = Color::palette(code - 40);
    else if (code >= 90 && code <= 97)
        pen->foreground = Color::palette(code - 90 + 8);
    else if (code >= 100 && code <= 107)
        pen->background = Color::palette(code - 100 + 8);
    else if (code == 39)
        pen->foreground = Color{};
    else if (code == 49)
        pen->background = Color{};
    else
        return false;
    return true;
}

void applyExtended(const ControlSequence &sequence, int *index, Rendition *rendition)
{
    const int code = at(sequence, *index);
    const std::optional<Color> color = extendedColor(sequence, index);
    if (!color)
        return;
    if (code == 38)
        rendition->pen.foreground = *color;
    else if (code == 48)
        rendition->pen.background = *color;
    else
        rendition->underlineColor = *color;
}

void resetRendition(Rendition *rendition)
{
    Attributes pen;
    pen.decoration = rendition->pen.decoration; // a link is not SGR's to end
    pen.set(rendition->pen.flags & Attributes::Protected);
    *rendition = {pen, Color{}};
}

} // namespace

void applySgr(const ControlSequence &sequence, Rendition *rendition)
{
    if (sequence.count == 0)
        resetRendition(rendition);
    for (int index = 0; index < sequence.count; ++index) {
        const int code = at(sequence, index);
        if (code == 0)
            resetRendition(rendition);
        else if (code == 4)
            applyUnderline(sequence, &index, &rendition->pen);
        else if (code == 21)
            rendition->pen.setUnderline(Underline::Double);
        else if (code == 24)
            rendition->pen.setUnderline(Underline::None);
        else if (code == 38 || code == 48 || code == 58)
            applyExtended(sequence, &index, rendition);
        else if (code == 59)
            rendition->underlineColor = Color{};
        else if (!applyColor(code, &rendition->pen) && !applyFlag(code, &rendition->pen))
            index += subParameters(sequence, index);
    }
}

namespace {

void addColor(QByteArray &text, Color color, int base)
{
    if (color.kind() == Color::Kind::Palette && color.index() < 16) {
        text += ';' + QByteArray::number(color.index() < 8 ? base + color.index() : base + 60 + color.index() - 8);
    } else if (color.kind() == Color::Kind::Palette) {
        text += ';' + QByteArray::number(base + 8) + ":5:" + QByteArray::number(color.index());
    } else if (color.kind() == Color::Kind::Rgb) {
        const quint32 rgb = color.rgb();
        text += ';' + QByteArray::number(base + 8) + ":2::" + QByteArray::number(rgb >> 16) + ':'
            + QByteArray::number((rgb >> 8) & 0xff) + ':' + QByteArray::number(rgb & 0xff);
    }
}

} // namespace

QByteArray renditionText(const Attributes &pen)
{
    QByteArray text = "0";
    for (const FlagCode &entry : flagCodes) {
        if (entry.set != 0 && entry.code != 6 && (pen.flags & entry.set) != 0)
            text += ';' + QByteArray::number(entry.code);
    }
    if (pen.underline() == Underline::Single)
        text += ";4";
    else if (pen.underline() != Underline::None)
        text += ";4:" + QByteArray::number(static_cast<int>(pen.underline()));
    addColor(text, pen.foreground, 30);
    addColor(text, pen.background, 40);
    return text;
}

int reversibleAttribute(int code)
{
    switch (code) {
    case 0: return Attributes::Bold | Attributes::Blink | Attributes::Inverse | (1 << 12);
    case 1: return Attributes::Bold;
    case 4: return 1 << 12; // between no underline and a single one
    case 5: return Attributes::Blink;
    case 7: return Attributes::Inverse;
    default: return 0;
    }
}

} // namespace holdpoint::terminal
