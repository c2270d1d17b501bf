// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

#include <optional>

namespace holdpoint::ledger {

/// Bytes as they are stored: a zlib stream (RFC 1950) when that is smaller.
struct Packed
{
    QByteArray bytes;
    bool isPacked = false;
};

Packed packedIfSmaller(const QByteArray &bytes);

/// Nothing unless exactly `size` bytes come out of all there are; never makes more than those.
std::optional<QByteArray> unpacked(const Packed &packed, quint64 size);

} // namespace holdpoint::ledger
