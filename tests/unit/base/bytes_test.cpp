// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/base/privatefile.h>
#include <models/base/text.h>

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace holdpoint;

namespace {

TEST(BytesTest, whatAWriterWroteAReaderReads)
{
    ByteWriter writer;
    writer.u8(1);
    writer.u16(0x0203);
    writer.u32(0x04050607);
    writer.u64(0x08090a0b0c0d0e0f);
    writer.string("hello");
    writer.shortString("you");
    EXPECT_TRUE(writer.bytes().startsWith(QByteArray::fromHex("0102030405060708090a0b0c0d0e0f00000005")));
    ByteReader reader(writer.bytes());
    EXPECT_EQ(reader.u8(), 1u);
    EXPECT_EQ(reader.u16(), 0x0203u);
    EXPECT_EQ(reader.u32(), 0x04050607u);
    EXPECT_EQ(reader.u64(), 0x08090a0b0c0d0e0fu);
    EXPECT_EQ(reader.string(), "hello");
    EXPECT_EQ(reader.shortString(), "you");
    EXPECT_TRUE(reader.atEnd());
    EXPECT_TRUE(reader.isGood());
}

TEST(BytesTest, readingPastTheEndGivesNothingAndSaysSo)
{
    ByteReader reader(QByteArrayLiteral("\xff\xff\xff\xff" "abc"));
    EXPECT_TRUE(reader.string().isEmpty());
    EXPECT_FALSE(reader.isGood());
    EXPECT_EQ(reader.u64(), 0u);
}

TEST(TextTest, charactersThatHideOrTurnTextAreShownByNumber)
{
    EXPECT_EQ(visibleControls(QStringLiteral("a\u202eb\nc\x1b[m")), QStringLiteral("a[U+202E]b[U+000A]c[U+001B][m"));
    EXPECT_EQ(visibleControlsKeepingLines(QStringLiteral("a\nb")), QStringLiteral("a\nb"));
}

TEST(PrivateFileTest, aFileIsReplacedInOneStepAndOnlyItsOwnerReadsIt)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("state"));
    ASSERT_TRUE(writePrivateFile(path, "one"));
    ASSERT_TRUE(writePrivateFile(path, "two"));
    EXPECT_EQ(readFile(path, 100).value(), "two");
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup;
    EXPECT_FALSE(QFileInfo(path).permissions() & others);
}

TEST(PrivateFileTest, aSymbolicLinkInTheFilesPlaceIsRefused)
{
    const QTemporaryDir folder;
    const QString victim = folder.filePath(QStringLiteral("victim"));
    ASSERT_TRUE(writePrivateFile(victim, "safe"));
    const QString link = folder.filePath(QStringLiteral("link"));
    ASSERT_TRUE(QFile::link(victim, link));
    const auto written = writePrivateFile(link, "overwritten");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Io);
    EXPECT_EQ(readFile(victim, 100).value(), "safe");
}

} // namespace
