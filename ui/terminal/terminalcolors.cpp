// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalcolors.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace holdpoint::ui {

namespace {

/// A power each, and a screen of many colours asks thousands of times a frame: all of them once.
std::array<double, 256> linearChannels()
{
    std::array<double, 256> channels{};
    for (std::size_t channel = 0; channel < channels.size(); ++channel) {
        const double value = static_cast<double>(channel) / 255.0;
        channels[channel] = value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return channels;
}

double linear(int channel)
{
    static const std::array<double, 256> channels = linearChannels();
    return channels[static_cast<std::size_t>(channel)];
}

double luminance(QRgb color)
{
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

QRgb mix(QRgb one, QRgb other, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return qRgb(channel(qRed(one), qRed(other)), channel(qGreen(one), qGreen(other)),
                channel(qBlue(one), qBlue(other)));
}

// 16 to 231: a cube of six steps a channel; 232 to 255: greys (xterm's 256 colours).
QRgb fixedColor(int index)
{
    if (index >= 232) {
        const int grey = 8 + (index - 232) * 10;
        return qRgb(grey, grey, grey);
    }
    const auto step = [](int level) { return level == 0 ? 0 : 55 + level * 40; };
    const int cube = index - 16;
    return qRgb(step(cube / 36), step(cube / 6 % 6), step(cube % 6));
}

QRgb colorOf(terminal::Color color, QRgb standard, const std::array<QRgb, 256> &palette)
{
    switch (color.kind()) {
    case terminal::Color::Kind::Palette: return palette[static_cast<std::size_t>(color.index())];
    case terminal::Color::Kind::Rgb: return 0xff000000u | color.rgb();
    case terminal::Color::Kind::Default: break;
    }
    return standard;
}

std::array<QRgb, 256> paletteWith(const std::array<QRgb, 16> &named)
{
    std::array<QRgb, 256> palette{};
    std::copy(named.begin(), named.end(), palette.begin());
    for (std::size_t index = named.size(); index < palette.size(); ++index)
        palette[index] = fixedColor(static_cast<int>(index));
    return palette;
}

} // namespace

TerminalColors TerminalColors::light()
{
    TerminalColors colors;
    colors.foreground = 0xff24292f;
    colors.background = 0xfffcfcfd;
    colors.cursor = 0xff24292f;
    colors.selection = 0xffbcd7f5;
    colors.match = 0xfffff0a8;
    colors.currentMatch = 0xffffc857;
    colors.palette = paletteWith({0xff24292f, 0xffb3261e, 0xff1a7035, 0xff8a5a00, 0xff1b5fbf, 0xff8838b0, 0xff0f7480, 0xff6b7280,
                      0xff57606a, 0xffd1372d, 0xff23863f, 0xffa86c00, 0xff2f7de0, 0xffa355cc, 0xff178f9c, 0xff8c959f});
    return colors;
}

TerminalColors TerminalColors::dark()
{
    TerminalColors colors;
    colors.foreground = 0xffd7dde5;
    colors.background = 0xff15191f;
    colors.cursor = 0xffd7dde5;
    colors.selection = 0xff2f4d73;
    colors.match = 0xff5c4d12;
    colors.currentMatch = 0xff9a6a00;
    colors.palette = paletteWith({0xff2b323b, 0xffcf4a4f, 0xff46a262, 0xffb98b2e, 0xff2f66b5, 0xff9a5cc6, 0xff2a8d9c, 0xffc3cad3,
                      0xff7d8794, 0xffff8f8a, 0xff8fd694, 0xfff0c674, 0xff8ab8ff, 0xffd6a8f5, 0xff7fd9e3, 0xfff4f7fa});
    return colors;
}

TerminalColors TerminalColors::with(const terminal::Palette &host) const
{
    if (host.isEmpty())
        return *this;
    TerminalColors colors = *this;
    const auto apply = [](QRgb &color, std::optional<quint32> rgb) { color = rgb ? 0xff000000u | *rgb : color; };
    for (int index = 0; index < terminal::Palette::indexed; ++index)
        apply(colors.palette[static_cast<std::size_t>(index)], host.color(index));
    apply(colors.foreground, host.dynamicColor(terminal::Palette::Foreground));
    apply(colors.background, host.dynamicColor(terminal::Palette::Background));
    apply(colors.cursor, host.dynamicColor(terminal::Palette::Cursor));
    return colors;
}

QRgb TerminalColors::foregroundOf(terminal::Color color) const { return colorOf(color, foreground, palette); }
QRgb TerminalColors::backgroundOf(terminal::Color color) const { return colorOf(color, background, palette); }

TerminalColors::Pair TerminalColors::resolve(const terminal::Attributes &attributes, bool reversed) const
{
    using terminal::Attributes;
    Pair pair{foregroundOf(attributes.foreground), backgroundOf(attributes.background), 0};
    if (attributes.has(Attributes::Inverse) != reversed)
        std::swap(pair.text, pair.background);
    if (attributes.has(Attributes::Concealed)) {
        pair.text = pair.picture = pair.background;
        return pair;
    }
    if (attributes.has(Attributes::Faint))
        pair.text = mix(pair.text, pair.background, 0.4);
    pair.picture = pair.text;
    pair.text = readable(pair.text, pair.background, minimumContrast);
    return pair;
}

double contrastRatio(QRgb one, QRgb other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QRgb readable(QRgb text, QRgb background, double minimumContrast)
{
    const QRgb towards =
        contrastRatio(0xff000000, background) > contrastRatio(0xffffffff, background) ? 0xff000000 : 0xffffffff;
    QRgb result = text;
    for (int tenths = 1; contrastRatio(result, background) < minimumContrast && tenths <= 10; ++tenths)
        result = mix(text, towards, tenths / 10.0);
    return result;
}

} // namespace holdpoint::ui
