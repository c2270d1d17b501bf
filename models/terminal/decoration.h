// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/color.h>
#include <models/terminal/interntable.h>

#include <QByteArray>
#include <QHash>

#include <string>

namespace holdpoint::terminal {

/// The rare part of a cell's look: the target of an OSC 8 link, and the colour of the underline (SGR 58).
struct Decoration
{
    QByteArray link;
    QByteArray linkId;
    Color underline;

    friend bool operator==(const Decoration &, const Decoration &) = default;
};

struct DecorationHash
{
    std::size_t operator()(const Decoration &decoration) const
    {
        return qHashMulti(0, decoration.link, decoration.linkId, static_cast<int>(decoration.underline.kind()),
                          decoration.underline.rgb());
    }
};

using DecorationTable = InternTable<Decoration, DecorationHash>;
/// A base character with its combining marks, as UTF-32.
using ClusterTable = InternTable<std::u32string>;

} // namespace holdpoint::terminal
