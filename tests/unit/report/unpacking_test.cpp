// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/unpacking.h>

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <optional>

using namespace holdpoint;
using namespace holdpoint::report;

namespace {

QByteArray deflated(const QByteArray &bytes)
{
    QByteArray packed(qsizetype(compressBound(uLong(bytes.size()))), Qt::Uninitialized);
    z_stream state{};
    EXPECT_EQ(deflateInit2(&state, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    QByteArray source = bytes;
    state.next_in = reinterpret_cast<Bytef *>(source.data());
    state.avail_in = uInt(source.size());
    state.next_out = reinterpret_cast<Bytef *>(packed.data());
    state.avail_out = uInt(packed.size());
    EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
    packed.truncate(qsizetype(state.total_out));
    deflateEnd(&state);
    return packed;
}

ZipMember memberOf(const QByteArray &bytes, bool isDeflated)
{
    ZipMember member;
    member.isDeflated = isDeflated;
    member.size = quint32(bytes.size());
    member.sum = quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size())));
    return member;
}

/// What it unpacks to, handed over in pieces of this size; nothing where it does not.
std::optional<QByteArray> unpacked(const ZipMember &member, const QByteArray &packed, qsizetype piece)
{
    Unpacking unpacking(member);
    QByteArray bytes;
    const auto give = [&](QByteArrayView each) { bytes.append(each); };
    for (qsizetype at = 0; at < packed.size(); at += piece) {
        const qsizetype size = std::min(piece, packed.size() - at);
        if (!unpacking.take(QByteArrayView(packed).sliced(at, size), give)) {
            EXPECT_LE(bytes.size(), qsizetype(member.size));
            return {};
        }
    }
    EXPECT_LE(bytes.size(), qsizetype(member.size));
    return unpacking.isWhole() ? std::optional(bytes) : std::nullopt;
}

class UnpackingTest : public ::testing::TestWithParam<qsizetype>
{
};

TEST_P(UnpackingTest, aWholeFileUnpacksStoredAndDeflated)
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("x"), QByteArray(3000, 'x'), QByteArray("one two three").repeated(99)}) {
        EXPECT_EQ(unpacked(memberOf(bytes, false), bytes, GetParam()), bytes);
        EXPECT_EQ(unpacked(memberOf(bytes, true), deflated(bytes), GetParam()), bytes);
    }
}

TEST_P(UnpackingTest, aStreamThatDoesNotEndWithTheFileIsBroken)
{
    const QByteArray bytes = QByteArray("one two three").repeated(99);
    const ZipMember member = memberOf(bytes, true);
    const QByteArray packed = deflated(bytes);
    for (const QByteArray &wrong :
         {packed + 'x', packed + packed, packed.chopped(1), QByteArray(), deflated(bytes + 'x'),
          deflated(bytes.chopped(1)), deflated(bytes.chopped(1) + 'x'), QByteArray("\xff\xff")})
        EXPECT_FALSE(unpacked(member, wrong, GetParam())) << wrong.size();
}

TEST_P(UnpackingTest, storedBytesOfAnotherSizeOrSumAreBroken)
{
    const QByteArray bytes = "one two three";
    for (const QByteArray &wrong : {bytes + 'x', bytes.chopped(1), QByteArray(), QByteArray("one two threx")})
        EXPECT_FALSE(unpacked(memberOf(bytes, false), wrong, GetParam())) << wrong.constData();
}

INSTANTIATE_TEST_SUITE_P(InPiecesOf, UnpackingTest, ::testing::Values(1, 2, 7, 1 << 20));

TEST(UnpackingSizeTest, aSmallStreamIsUnpackedNoFurtherThanItsFileGoes)
{
    EXPECT_FALSE(unpacked(memberOf(QByteArray(100, 'x'), true), deflated(QByteArray(64 << 20, 'x')), 1 << 20));
}

TEST(UnpackingSizeTest, aFileThatFillsItsPiecesJustSoIsWhole)
{
    for (const qsizetype size : {(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 1 << 21}) {
        const QByteArray bytes(size, 'x');
        EXPECT_EQ(unpacked(memberOf(bytes, true), deflated(bytes), 1 << 20), bytes) << size;
        EXPECT_EQ(unpacked(memberOf(bytes, false), bytes, 1 << 20), bytes) << size;
    }
}

} // namespace
