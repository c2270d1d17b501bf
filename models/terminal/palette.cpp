// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/palette.h>

#include <QList>

namespace holdpoint::terminal {

namespace {

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

/// 1 to 4 digits as 8 bits: scaled, so that all F is 255.
std::optional<quint32> scaled(const QByteArray &digits)
{
    if (digits.isEmpty() || digits.size() > 4 || !isHex(digits))
        return std::nullopt;
    const quint32 most = (1u << (4 * digits.size())) - 1;
    return digits.toUInt(nullptr, 16) * 255 / most;
}

/// 1 to 4 digits as 8 bits: they are the most significant ones.
quint32 leading(QByteArrayView digits)
{
    const quint32 value = digits.toByteArray().toUInt(nullptr, 16);
    return (value << (16 - 4 * digits.size())) >> 8;
}

} // namespace

std::optional<quint32> Palette::color(int index) const
{
    return index >= 0 && index < indexed + special ? m_colors[static_cast<std::size_t>(index)] : std::nullopt;
}

std::optional<quint32> Palette::dynamicColor(int number) const
{
    const int place = number - firstDynamic;
    return place >= 0 && place < dynamic ? m_dynamic[static_cast<std::size_t>(place)] : std::nullopt;
}

bool Palette::set(int index, std::optional<quint32> rgb)
{
    return index >= 0 && index < indexed + special && change(m_colors[static_cast<std::size_t>(index)], rgb);
}

bool Palette::setDynamic(int number, std::optional<quint32> rgb)
{
    const int place = number - firstDynamic;
    return place >= 0 && place < dynamic && change(m_dynamic[static_cast<std::size_t>(place)], rgb);
}

bool Palette::change(std::optional<quint32> &place, std::optional<quint32> rgb)
{
    if (place == rgb)
        return false;
    m_changed += (rgb ? 1 : 0) - (place ? 1 : 0);
    place = rgb;
    return true;
}

std::optional<quint32> Palette::parse(QByteArrayView text)
{
    if (text.startsWith("rgb:")) {
        const QList<QByteArray> parts = text.sliced(4).toByteArray().split('/');
        if (parts.size() != 3)
            return std::nullopt;
        quint32 rgb = 0;
        for (const QByteArray &part : parts) {
            const auto channel = scaled(part);
            if (!channel)
                return std::nullopt;
            rgb = (rgb << 8) | *channel;
        }
        return rgb;
    }
    const qsizetype digits = (text.size() - 1) / 3;
    if (!text.startsWith('#') || text.size() != 1 + 3 * digits || digits < 1 || digits > 4 || !isHex(text.sliced(1)))
        return std::nullopt;
    return (leading(text.sliced(1, digits)) << 16) | (leading(text.sliced(1 + digits, digits)) << 8)
        | leading(text.sliced(1 + 2 * digits, digits));
}

QByteArray Palette::text(quint32 rgb)
{
    QByteArray text = "rgb:";
    for (const int shift : {16, 8, 0}) {
        const QByteArray channel = QByteArray::number((rgb >> shift) & 0xff, 16).rightJustified(2, '0');
        text += channel + channel + (shift > 0 ? "/" : "");
    }
    return text;
}

} // namespace holdpoint::terminal
