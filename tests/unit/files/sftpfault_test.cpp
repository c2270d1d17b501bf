// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// A server that does not do what it should: OpenSSH's own, with its answers changed on the way.

#include <tests/unit/files/transferfixture.h>

#include <models/base/bytes.h>

using namespace holdpoint;
using namespace holdpoint::files;
using namespace holdpoint::testing;

namespace {

/// Lets packets through one by one, each as a function likes.
class FaultTest : public TransferTest
{
protected:
    Outcome runThrough(const TransferOrder &order, std::function<QByteArray(QByteArray)> change)
    {
        const auto transfer = start(order);
        QByteArray waiting;
        m_server->onOutput = [&](const QByteArray &bytes) {
            waiting += bytes;
            while (waiting.size() >= 4) {
                const qsizetype length = 4 + qsizetype(ByteReader(waiting).u32());
                if (waiting.size() < length)
                    return;
                const QByteArray packet = change(waiting.first(length));
                waiting.remove(0, length);
                m_client->feed(packet);
            }
        };
        return wait();
    }
    static bool isData(const QByteArray &packet) { return packet[4] == char(103); }
};

} // namespace

TEST_F(FaultTest, aByteThatArrivesChangedIsFoundAndTheNameIsNotGiven)
{
    put(here("a"), sample(100'000));
    // Read back: one byte of the first block is not what was sent.
    const auto copied = runThrough(putOf("a", "copy"), [](QByteArray packet) {
        if (isData(packet))
            packet.back() = char(~packet.back());
        return packet;
    });
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Corrupt) << qPrintable(copied.error().detail);
    EXPECT_FALSE(QFileInfo::exists(there("copy")));
    EXPECT_EQ(parts(m_there), QStringList());
}

TEST_F(FaultTest, answersOfTwoRequestsMayComeInEitherOrder)
{
    put(there("a"), sample(300'000));
    QByteArray held;
    const auto copied = runThrough(fetchOf("a", "copy"), [&held](const QByteArray &packet) {
        if (!isData(packet))
            return packet;
        if (held.isEmpty() && packet.size() > 30'000) {
            held = packet;
            return QByteArray();
        }
        return packet + std::exchange(held, {});
    });
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(here("copy")), sample(300'000));
}

TEST_F(FaultTest, moreBytesThanWereAskedForAreCorrupt)
{
    put(there("a"), sample(1000));
    const auto copied = runThrough(fetchOf("a", "copy"), [](const QByteArray &packet) {
        if (!isData(packet))
            return packet;
        ByteWriter body;
        body.raw(packet.sliced(4, 5)); // type and number
        body.string(sample(1001));
        ByteWriter longer;
        longer.string(body.bytes());
        return longer.bytes();
    });
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Corrupt);
    EXPECT_FALSE(QFileInfo::exists(here("copy")));
}

TEST_F(FaultTest, aFileThatBecomesShorterWhileItIsFetchedIsAnError)
{
    put(there("a"), sample(2'000'000));
    bool cut = false;
    const auto copied = runThrough(fetchOf("a", "copy"), [&](const QByteArray &packet) {
        if (isData(packet) && !std::exchange(cut, true))
            QFile::resize(there("a"), 1000);
        return packet;
    });
    // What was read before the cut may have been all of it; then it is whole, and said to have changed.
    if (copied) {
        EXPECT_TRUE(copied->changedMeanwhile);
        EXPECT_EQ(content(here("copy")), sample(2'000'000));
    } else {
        EXPECT_EQ(copied.error().kind, ErrorKind::Io) << qPrintable(copied.error().detail);
        EXPECT_FALSE(QFileInfo::exists(here("copy")));
    }
}

TEST_F(FaultTest, aFileThatGrowsWhileItIsFetchedIsWhatItWasAndSaidToHaveGrown)
{
    put(there("log"), sample(500'000));
    bool grown = false;
    const auto copied = runThrough(fetchOf("log", "copy"), [&](const QByteArray &packet) {
        if (isData(packet) && !std::exchange(grown, true)) {
            QFile file(there("log"));
            EXPECT_TRUE(file.open(QIODevice::Append));
            file.write("one line more\n");
        }
        return packet;
    });
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_TRUE(copied->changedMeanwhile);
    EXPECT_EQ(content(here("copy")), sample(500'000));
}
