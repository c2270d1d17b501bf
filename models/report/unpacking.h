// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/zipindex.h>

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace holdpoint::report {

/// Unpacks a file of a zip from its packed bytes, which come in pieces, and hands it over in pieces.
///
/// The file has to be all that is there: bytes behind the end of a deflated stream, which other programs would read as
/// something else, break it as a wrong sum does. Thread: one at a time.
class Unpacking
{
public:
    explicit Unpacking(const ZipMember &member);
    ~Unpacking();
    Q_DISABLE_COPY_MOVE(Unpacking)

    /// Whether it may still be whole. Never hands over more than the file's size.
    bool take(QByteArrayView packed, const std::function<void(QByteArrayView)> &give);
    /// Whether all of it was handed over, with its sum, and its bytes end there.
    [[nodiscard]] bool isWhole() const;

private:
    struct Stream;
    bool inflate(QByteArrayView packed, const std::function<void(QByteArrayView)> &give);
    bool hand(QByteArrayView bytes, const std::function<void(QByteArrayView)> &give);

    std::unique_ptr<Stream> m_stream; ///< empty: stored
    qint64 m_left;
    quint32 m_sum;
    quint32 m_sumSoFar = 0;
};

} // namespace holdpoint::report
