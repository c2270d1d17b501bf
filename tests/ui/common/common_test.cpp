// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/ui/widgetwalk.h>
#include <ui/common/commandpalette.h>
#include <ui/common/describe.h>
#include <ui/common/fittedtext.h>
#include <ui/common/fuzzy.h>
#include <ui/common/icons.h>
#include <ui/common/keysheet.h>
#include <ui/common/messagebar.h>
#include <ui/common/reasonform.h>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTextBlock>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;

namespace {

TEST(FuzzyTest, lettersInOrderMatchAndWordStartsCountMore)
{
    EXPECT_FALSE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Escalate")));
    EXPECT_FALSE(fuzzyScore(QStringLiteral("te"), QStringLiteral("et")));
    EXPECT_EQ(fuzzyScore({}, QStringLiteral("anything")), 0);
    EXPECT_GT(*fuzzyScore(QStringLiteral("rs"), QStringLiteral("Run the step")),
              *fuzzyScore(QStringLiteral("rs"), QStringLiteral("Colours")));
}

TEST(DescribeTest, everyErrorNamesItsDetailOnceAndEndsAsASentence)
{
    for (int kind = int(ErrorKind::Invalid); kind <= int(ErrorKind::NotPermitted); ++kind) {
        const QString text = describe({ErrorKind(kind), QStringLiteral("disk \u202e full.")});
        EXPECT_TRUE(text.contains(QStringLiteral("disk [U+202E] full"))) << kind;
        EXPECT_TRUE(text.endsWith(QLatin1Char('.'))) << kind;
        EXPECT_FALSE(text.contains(QStringLiteral("%1"))) << kind;
        EXPECT_FALSE(text.contains(QStringLiteral(".."))) << kind;
    }
}

TEST(MessageBarTest, aMessageStaysUntilItIsDismissedAndItsButtonActsOnce)
{
    MessageBar bar;
    bar.resize(800, 60);
    EXPECT_TRUE(bar.text().isEmpty());
    int acted = 0;
    bar.offer(Tone::Danger, QStringLiteral("The ledger cannot write."), QStringLiteral("Try again"), [&] { ++acted; });
    EXPECT_EQ(bar.text(), QStringLiteral("The ledger cannot write."));
    press(bar, "messageActionButton");
    EXPECT_EQ(acted, 1);
    EXPECT_TRUE(bar.isHidden());
    bar.say(Error{ErrorKind::Busy, QStringLiteral("a command runs")});
    EXPECT_FALSE(child(bar, "messageActionButton")->isVisible());
    press(bar, "messageCloseButton");
    EXPECT_TRUE(bar.isHidden());
}

TEST(ReasonFormTest, withoutAReasonAndANameNothingCanBeConfirmed)
{
    ReasonForm form(QStringLiteral("f"), {QStringLiteral("Why?"), QStringLiteral("Reason"), QStringLiteral("Do it"),
                                          QStringLiteral("Name")});
    QSignalSpy confirmed(&form, &ReasonForm::confirmed);
    form.ask();
    auto *confirm = child<QPushButton>(form, "fConfirm");
    EXPECT_FALSE(confirm->isEnabled());
    child<QLineEdit>(form, "fReason")->setText(QStringLiteral("   "));
    child<QLineEdit>(form, "fWho")->setText(QStringLiteral("Ada"));
    EXPECT_FALSE(confirm->isEnabled());
    child<QLineEdit>(form, "fReason")->setText(QStringLiteral(" it is urgent "));
    press(form, "fConfirm");
    ASSERT_EQ(confirmed.size(), 1);
    EXPECT_EQ(confirmed[0][0], QStringLiteral("it is urgent"));
    EXPECT_EQ(confirmed[0][1], QStringLiteral("Ada"));
    form.ask();
    EXPECT_TRUE(child<QLineEdit>(form, "fReason")->text().isEmpty());
}

TEST(FittedTextTest, htmlIsShownAsTextAndNothingIsLoaded)
{
    FittedText view(QStringLiteral("prose"));
    view.resize(400, 100);
    view.showMarkdown(QStringLiteral("then <service-name> and <b>bold</b> ![x](file:///etc/passwd) a\u202eb"));
    EXPECT_TRUE(view.shownText().contains(QStringLiteral("<service-name>")));
    EXPECT_TRUE(view.shownText().contains(QStringLiteral("<b>")));
    EXPECT_TRUE(view.shownText().contains(QStringLiteral("[U+202E]")));
    EXPECT_FALSE(view.loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/passwd"))).isValid());
    EXPECT_FALSE(view.openLinks());
}

TEST(FittedTextTest, substitutedPartsAreMarkedAndTextIsAsHighAsItNeeds)
{
    const runbooks::ResolvedCommand shown{QStringLiteral("cp /srv/source-file /srv/target && cat /srv/target"),
                                          {{3, 16, {}}, {20, 11, {}}}};
    FittedText view(QStringLiteral("command"));
    view.resize(200, 10);
    view.show();
    view.showCommand(shown);
    EXPECT_EQ(view.extraSelections().size(), 2);
    EXPECT_LT(view.heightForWidth(2000), view.heightForWidth(150));
}

TEST(CommandPaletteTest, typingFindsAnActionAndEnterRunsItAfterThePaletteIsGone)
{
    QWidget window;
    QAction escalate(QStringLiteral("&Escalate…"));
    escalate.setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+X")));
    QAction quit(QStringLiteral("&Quit"));
    QAction off(QStringLiteral("Skip"));
    off.setEnabled(false);
    QSignalSpy triggered(&escalate, &QAction::triggered);
    auto *palette = new CommandPalette(CommandPalette::itemsOf({&quit, &escalate, &off}), &window);
    palette->open();
    auto *list = child<QListWidget>(*palette, "paletteList");
    EXPECT_EQ(list->count(), 2);
    QTest::keyClicks(child<QLineEdit>(*palette, "palettePattern"), QStringLiteral("esc"));
    ASSERT_EQ(list->count(), 1);
    EXPECT_TRUE(list->item(0)->text().contains(QStringLiteral("Ctrl+Shift+X")));
    QTest::keyClick(child(*palette, "palettePattern"), Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return triggered.size() == 1; }));
}

TEST(KeySheetTest, itListsTheKeysOfTheLiveActions)
{
    QAction withKey(QStringLiteral("&Run the step"));
    withKey.setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Return")));
    QAction without(QStringLiteral("Stop"));
    const KeySheet sheet({&withKey, &without}, {[](QKeyCombination) { return true; }, {}});
    const auto *table = child<QTableWidget>(sheet, "keyTable");
    ASSERT_EQ(table->rowCount(), 1);
    EXPECT_EQ(table->item(0, 0)->text(), QStringLiteral("Ctrl+Shift+Return"));
    EXPECT_EQ(table->item(0, 1)->text(), QStringLiteral("Run the step"));
}

TEST(KeySheetTest, itSaysWhichKeysGoToTheHostWhileATerminalHasTheFocus)
{
    QAction library(QStringLiteral("&Library"));
    library.setShortcut(QKeySequence(QStringLiteral("Alt+1")));
    QAction keys(QStringLiteral("&Keyboard"));
    keys.setShortcuts({QKeySequence(QStringLiteral("F1")), QKeySequence(QStringLiteral("Ctrl+Shift+F1"))});
    QAction find(QStringLiteral("Find"));
    find.setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F")));
    const auto isWindowKey = [](QKeyCombination pressed) {
        return pressed.keyboardModifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    };
    const KeySheet sheet({&library, &keys, &find},
                         {isWindowKey, {{QStringLiteral("Shift+PgUp"), QStringLiteral("Scroll")}}});
    const auto *table = child<QTableWidget>(sheet, "keyTable");
    ASSERT_EQ(table->rowCount(), 4);
    EXPECT_EQ(table->item(0, 2)->text(), QStringLiteral("goes to the host"));
    EXPECT_EQ(table->item(1, 2)->text(), QStringLiteral("only Ctrl+Shift+F1"));
    EXPECT_EQ(table->item(2, 2)->text(), QStringLiteral("works too"));
    EXPECT_EQ(table->item(3, 2)->text(), QStringLiteral("only there"));
    EXPECT_TRUE(child<QLabel>(sheet, "keySheetRule")->text().contains(QStringLiteral("leaves the terminal")));
}

TEST(IconTest, anIconIsDrawnInTheColourItIsGiven)
{
    QImage image(24, 24, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(&painter, image.rect(), QStringLiteral("check"), QColor(200, 0, 0));
    painter.end();
    bool red = false;
    for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 24; ++x)
            red = red || image.pixelColor(x, y).red() > 150;
    }
    EXPECT_TRUE(red);
    EXPECT_TRUE(icon(QStringLiteral("no such icon")).isNull());
}

} // namespace
