// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/grapheme.h>

#include <models/terminal/charwidth.h>

#include <QList>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr char32_t asText = 0xfe0e;
constexpr char32_t asEmoji = 0xfe0f;

/// A consonant with a linker behind it, and nothing else but marks without a column.
bool endsLinked(std::u32string_view cluster)
{
    bool linked = false;
    for (auto code = cluster.rbegin(); code != cluster.rend(); ++code) {
        const Joining joining = joiningOf(*code);
        if (joining == Joining::Consonant)
            return linked;
        linked = linked || joining == Joining::Linker;
        if (joining != Joining::Linker && charWidth(*code) != 0)
            return false;
    }
    return false;
}

} // namespace

bool joinsCluster(std::u32string_view cluster, char32_t code)
{
    const auto isPictograph = [&] { return joiningOf(cluster.front()) == Joining::Pictograph; };
    switch (joiningOf(code)) {
    case Joining::Never: return false;
    case Joining::Mark:
    case Joining::Linker: return true;
    case Joining::Consonant: return endsLinked(cluster);
    case Joining::Pictograph: return cluster.back() == zeroWidthJoiner && isPictograph();
    case Joining::SkinTone: return isPictograph();
    case Joining::FlagLetter: return cluster.size() == 1 && joiningOf(cluster.front()) == Joining::FlagLetter;
    }
    return false;
}

int clusterWidth(std::u32string_view cluster)
{
    int width = 0;
    for (std::size_t index = 0; index < cluster.size(); ++index) {
        const char32_t code = cluster[index];
        width += charWidth(code);
        if ((code != asText && code != asEmoji) || index == 0 || !hasTwoLooks(cluster[index - 1]))
            continue;
        width = code == asEmoji ? std::max(width, 2) : width - (charWidth(cluster[index - 1]) - 1);
    }
    return std::min(width, 2);
}

qint64 columnsOf(QStringView text)
{
    const QList<uint> codes = text.toUcs4();
    const std::u32string characters(codes.begin(), codes.end());
    const std::u32string_view all = characters;
    qint64 columns = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && joinsCluster(all.substr(begin, end - begin), all[end]))
            ++end;
        columns += clusterWidth(all.substr(begin, end - begin));
        begin = end;
    }
    return columns;
}

} // namespace holdpoint::terminal
