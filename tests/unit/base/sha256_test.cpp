// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sha256.h>

#include <gtest/gtest.h>

using namespace holdpoint;

namespace {

// FIPS 180-4's examples, from NIST's "Examples with Intermediate Values".
constexpr char ofNothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char ofAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256Test, isThatOfTheStandardsExamples)
{
    EXPECT_EQ(sha256Hex({}).toStdString(), ofNothing);
    EXPECT_EQ(sha256Hex("abc").toStdString(), ofAbc);
    EXPECT_EQ(sha256("abc").toHex().toStdString(), ofAbc);
}

TEST(Sha256Test, ofPiecesIsThatOfTheWhole)
{
    Sha256 hash;
    EXPECT_EQ(hash.hex().toStdString(), ofNothing);
    hash.add("a");
    hash.add({});
    hash.add("bc");
    EXPECT_EQ(hash.hex().toStdString(), ofAbc);
}

TEST(Sha256Test, goesOnAfterAResultWasTaken)
{
    Sha256 hash;
    hash.add("ab");
    EXPECT_EQ(hash.result(), sha256("ab"));
    hash.add("c");
    EXPECT_EQ(hash.result(), sha256("abc"));
    hash.reset();
    EXPECT_EQ(hash.result(), sha256({}));
}

} // namespace
