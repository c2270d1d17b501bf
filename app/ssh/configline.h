// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace holdpoint::ssh {

/// One line of ssh_config(5), cut as the stock client cuts it: "Keyword arg "quoted arg" # comment" or "Keyword=arg".
struct ConfigLine
{
    QByteArray keyword;          ///< lower case; empty: a comment, or nothing
    QByteArray rest;             ///< what stands behind the keyword, not yet cut
    QList<QByteArray> arguments; ///< the same, cut

    /// Nothing when a quote stays open.
    static std::optional<ConfigLine> parse(const QByteArray &line);
};

/// Cuts the next word off as the stock client's strdelim() does: up to a blank, a '=' or the end of a quoted part, and
/// what parts it from the next one. Nothing when a quote stays open.
std::optional<QByteArray> takeDelimited(QByteArrayView &rest);

} // namespace holdpoint::ssh
