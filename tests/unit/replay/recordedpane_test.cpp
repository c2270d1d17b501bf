// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/recordedpane.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using replay::RecordedPane;

namespace {

ledger::Entry output(quint64 sequence, const char *pane, qint64 from, qint64 to, quint64 size)
{
    return {.sequence = sequence,
            .type = QStringLiteral("output"),
            .body = {{QStringLiteral("pane"), QLatin1String(pane)},
                     {QStringLiteral("columns"), 100},
                     {QStringLiteral("rows"), 30},
                     {QStringLiteral("from_ms"), from},
                     {QStringLiteral("to_ms"), to},
                     {QStringLiteral("truncated"), 7}},
            .attachments = {{.size = size}}};
}

TEST(RecordedPaneTest, everyPaneHasItsPiecesInOrder)
{
    const QList<RecordedPane> panes = replay::recordedPanesOf({output(3, "web", 0, 100, 10),
                                                               output(4, "db", 50, 60, 5),
                                                               output(6, "web", 200, 300, 20),
                                                               {.sequence = 7, .type = QStringLiteral("note")}});
    ASSERT_EQ(panes.size(), 2);
    EXPECT_EQ(panes[0].name, QStringLiteral("web"));
    ASSERT_EQ(panes[0].pieces.size(), 2);
    EXPECT_EQ(panes[0].pieces[1].sequence, 6u);
    EXPECT_EQ(panes[0].pieces[1].offset, 10);
    EXPECT_EQ(panes[0].pieces[1].leftOut, 7);
    EXPECT_EQ(panes[0].endMs(), 300);
    EXPECT_EQ(panes[1].columns, 100);
}

TEST(RecordedPaneTest, piecesNeverOverlapWhateverTheClockDid)
{
    const RecordedPane pane = replay::recordedPanesOf({output(1, "web", 0, 900, 1), output(2, "web", 400, 500, 1),
                                                       output(3, "web", 950, 960, 1)})
                                  .first();
    EXPECT_EQ(pane.pieces[1].fromMs, 900);
    EXPECT_EQ(pane.pieces[1].toMs, 900);
    EXPECT_EQ(pane.pieces[2].fromMs, 950);
}

TEST(RecordedPaneTest, thePieceOfAMomentIsTheLastThatHasBegun)
{
    const RecordedPane pane =
        replay::recordedPanesOf({output(1, "web", 100, 200, 1), output(2, "web", 300, 400, 1)}).first();
    EXPECT_EQ(pane.pieceAt(99), -1);
    EXPECT_EQ(pane.pieceAt(100), 0);
    EXPECT_EQ(pane.pieceAt(299), 0);
    EXPECT_EQ(pane.pieceAt(300), 1);
    EXPECT_EQ(pane.pieceAt(9999), 1);
}

} // namespace
