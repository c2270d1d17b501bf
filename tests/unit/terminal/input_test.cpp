// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/keyboard.h>
#include <models/terminal/mouse.h>
#include <models/terminal/paste.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

std::string key(Key which, Modifiers modifiers = {}, const Modes &modes = {})
{
    return encodeKey(which, modifiers, modes).toStdString();
}

TEST(KeyboardTest, arrowsFollowTheCursorKeyMode)
{
    EXPECT_EQ(key(Key::Up), "\033[A");
    EXPECT_EQ(key(Key::Up, {}, {.applicationCursorKeys = true}), "\033OA");
    EXPECT_EQ(key(Key::Left, Modifier::Control, {.applicationCursorKeys = true}), "\033[1;5D");
    EXPECT_EQ(key(Key::Right, Modifier::Shift), "\033[1;2C");
    EXPECT_EQ(key(Key::Home), "\033[H");
    EXPECT_EQ(key(Key::End, Modifier::Alt | Modifier::Control), "\033[1;7F");
}

TEST(KeyboardTest, functionAndEditingKeysAreThoseOfXterm)
{
    EXPECT_EQ(key(Key::F1), "\033OP");
    EXPECT_EQ(key(Key::F4, Modifier::Shift), "\033[1;2S");
    EXPECT_EQ(key(Key::F5), "\033[15~");
    EXPECT_EQ(key(Key::F10), "\033[21~");
    EXPECT_EQ(key(Key::F12, Modifier::Control), "\033[24;5~");
    EXPECT_EQ(key(Key::Insert), "\033[2~");
    EXPECT_EQ(key(Key::Delete), "\033[3~");
    EXPECT_EQ(key(Key::PageUp, Modifier::Control), "\033[5;5~");
    EXPECT_EQ(key(Key::PageDown), "\033[6~");
}

TEST(KeyboardTest, backspaceTabEnterAndEscapeHaveTheirOwnRules)
{
    EXPECT_EQ(key(Key::Backspace), "\177");
    EXPECT_EQ(key(Key::Backspace, Modifier::Control), "\b");
    EXPECT_EQ(key(Key::Backspace, Modifier::Alt), "\033\177");
    EXPECT_EQ(key(Key::Tab), "\t");
    EXPECT_EQ(key(Key::Tab, Modifier::Shift), "\033[Z");
    EXPECT_EQ(key(Key::Enter), "\r");
    EXPECT_EQ(key(Key::Enter, {}, {.newLine = true}), "\r\n");
    EXPECT_EQ(key(Key::Escape), "\033");
    EXPECT_EQ(key(Key::Space, Modifier::Control), std::string(1, '\0'));
}

TEST(KeyboardTest, aHostMayAskForKeysThatHaveNoCodeOfTheirOwn)
{
    const Modes lost{.otherKeys = 1};
    EXPECT_EQ(key(Key::Enter, Modifier::Control, lost), "\033[27;5;13~");
    EXPECT_EQ(key(Key::Tab, Modifier::Shift, lost), "\033[Z");
    EXPECT_EQ(key(Key::Backspace, Modifier::Control, lost), "\b");
    EXPECT_EQ(encodeText(u";", Modifier::Control, lost), "\033[27;5;59~");
    EXPECT_EQ(encodeText(u"c", Modifier::Control, lost), "\x03");
    const Modes all{.otherKeys = 2};
    EXPECT_EQ(encodeText(u"c", Modifier::Control, all), "\033[27;5;99~");
    EXPECT_EQ(encodeText(u"x", Modifier::Alt, all), "\033[27;3;120~");
    EXPECT_EQ(encodeText(u"x", {}, all), "x");
    EXPECT_EQ(encodeText(u"X", Modifier::Shift, all), "X");
    EXPECT_EQ(key(Key::Escape, Modifier::Alt, all), "\033[27;3;27~");
}

TEST(KeyboardTest, aHostMaySayWhatBackspaceSends)
{
    EXPECT_EQ(key(Key::Backspace, {}, {.backspaceIsBs = true}), "\b");
    EXPECT_EQ(key(Key::Backspace, Modifier::Control, {.backspaceIsBs = true}), "\177");
}

TEST(MouseTest, aReportIsWrittenAsTheHostAskedFor)
{
    const MouseReport report{.column = 300, .row = 2, .x = 2405, .y = 33};
    const auto written = [&](MouseCoding coding) {
        return encodeMouse(report, {.mouse = MouseTracking::Buttons, .mouseCoding = coding}).toStdString();
    };
    EXPECT_EQ(written(MouseCoding::Bytes), "") << "too far to the right for one byte";
    EXPECT_EQ(written(MouseCoding::Utf8), "\033[M \u014d#");
    EXPECT_EQ(written(MouseCoding::Sgr), "\033[<0;301;3M");
    EXPECT_EQ(written(MouseCoding::Urxvt), "\033[32;301;3M");
    EXPECT_EQ(written(MouseCoding::SgrPixels), "\033[<0;2406;34M");
}

TEST(KeyboardTest, bothEnterKeysEndALineInNewLineMode)
{
    for (const Key enter : {Key::Enter, Key::KeypadEnter}) {
        EXPECT_EQ(key(enter), "\r");
        EXPECT_EQ(key(enter, {}, {.newLine = true}), "\r\n");
        EXPECT_EQ(key(enter, Modifier::Alt, {.newLine = true}), "\033\r\n");
    }
    EXPECT_EQ(key(Key::KeypadEnter, {}, {.newLine = true, .applicationKeypad = true}), "\033OM");
}

TEST(KeyboardTest, theKeypadHasItsOwnCodesWhenAskedFor)
{
    EXPECT_EQ(key(Key::Keypad5), "5");
    EXPECT_EQ(key(Key::Keypad5, {}, {.applicationKeypad = true}), "\033Ou");
    EXPECT_EQ(key(Key::KeypadEnter, {}, {.applicationKeypad = true}), "\033OM");
    EXPECT_EQ(key(Key::KeypadDivide), "/");
}

TEST(KeyboardTest, controlAndAltChangeText)
{
    EXPECT_EQ(encodeText(u"é", {}, {}).toStdString(), "é");
    EXPECT_EQ(encodeText(u"c", Modifier::Control, {}), "\x03");
    EXPECT_EQ(encodeText(u"[", Modifier::Control, {}), "\x1b");
    EXPECT_EQ(encodeText(u"_", Modifier::Control, {}), "\x1f");
    EXPECT_EQ(encodeText(u"@", Modifier::Control, {}), QByteArray(1, '\0'));
    EXPECT_EQ(encodeText(u"f", Modifier::Alt, {}), "\033f");
    EXPECT_EQ(encodeText(u"x", Modifier::Alt | Modifier::Control, {}), "\033\x18");
    EXPECT_EQ(encodeText(u"ß", Modifier::Control, {}).toStdString(), "ß");
}

TEST(MouseTest, nothingIsReportedUnlessTheHostAsked)
{
    EXPECT_TRUE(encodeMouse({}, {}).isEmpty());
    EXPECT_TRUE(encodeMouse({.action = MouseAction::Move}, {.mouse = MouseTracking::Buttons}).isEmpty());
    EXPECT_TRUE(encodeMouse({.action = MouseAction::Move, .button = MouseButton::None}, {.mouse = MouseTracking::Drag})
                    .isEmpty());
    EXPECT_TRUE(encodeFocus(true, {}).isEmpty());
    EXPECT_EQ(encodeFocus(true, {.focusReporting = true}), "\033[I");
    EXPECT_EQ(encodeFocus(false, {.focusReporting = true}), "\033[O");
}

TEST(MouseTest, reportsComeInTheFormTheHostChose)
{
    const Modes sgr{.mouse = MouseTracking::Motion, .mouseCoding = MouseCoding::Sgr};
    EXPECT_EQ(encodeMouse({.column = 4, .row = 2}, sgr), "\033[<0;5;3M");
    EXPECT_EQ(encodeMouse({.action = MouseAction::Release, .column = 4, .row = 2}, sgr), "\033[<0;5;3m");
    EXPECT_EQ(encodeMouse({.action = MouseAction::Move, .button = MouseButton::None}, sgr), "\033[<35;1;1M");
    EXPECT_EQ(encodeMouse({.button = MouseButton::WheelUp, .modifiers = Modifier::Control}, sgr), "\033[<80;1;1M");
    const Modes plain{.mouse = MouseTracking::Buttons};
    EXPECT_EQ(encodeMouse({.button = MouseButton::Right, .column = 1, .row = 1}, plain), "\033[M\"\"\"");
    EXPECT_EQ(encodeMouse({.action = MouseAction::Release}, plain), "\033[M#!!");
    EXPECT_TRUE(encodeMouse({.column = 300}, plain).isEmpty()) << "the old form cannot say it";
}

TEST(MouseTest, theButtonsForBackAndForwardHaveNumbersOfTheirOwn)
{
    const Modes sgr{.mouse = MouseTracking::Drag, .mouseCoding = MouseCoding::Sgr};
    EXPECT_EQ(encodeMouse({.button = MouseButton::Back}, sgr), "\033[<128;1;1M");
    EXPECT_EQ(encodeMouse({.action = MouseAction::Release, .button = MouseButton::Forward}, sgr), "\033[<129;1;1m");
    EXPECT_EQ(encodeMouse({.action = MouseAction::Move, .button = MouseButton::Forward}, sgr), "\033[<161;1;1M");
    const Modes plain{.mouse = MouseTracking::Buttons};
    EXPECT_EQ(encodeMouse({.button = MouseButton::Back}, plain), "\033[M\xa0!!");
    EXPECT_TRUE(encodeMouse({.button = MouseButton::Back}, {.mouse = MouseTracking::X10}).isEmpty());
}

TEST(PasteTest, case45_whatCouldRunBehindAPersonsBackIsTakenOut)
{
    const QString text = QString::fromUtf8("ls\033[201~;touch x\r\xc2\x9b" "31m\a\177");
    const PasteFindings findings = inspectPaste(text);
    EXPECT_EQ(findings.cleanText.toStdString(), "ls;touch x\n31m");
    EXPECT_TRUE(findings.hadControls);
    EXPECT_TRUE(findings.isMultiLine);
    EXPECT_TRUE(findings.needsConfirmation());
    EXPECT_EQ(encodePaste(findings.cleanText, {.bracketedPaste = true}), "\033[200~ls;touch x\r31m\033[201~");
}

TEST(PasteTest, anEndOfPasteHiddenInsideAnotherIsTakenOutToo)
{
    const PasteFindings findings = inspectPaste(QStringLiteral("\u001b[20\u001b[201~1~x"));
    EXPECT_EQ(findings.cleanText.toStdString(), "x");
}

TEST(PasteTest, manyEndsOfPasteInsideEachOtherAreTakenOutInOneGo)
{
    constexpr int depth = 200'000;
    const QString text = QStringLiteral("\u001b[20").repeated(depth) + QStringLiteral("1~").repeated(depth);
    const PasteFindings findings = inspectPaste(QStringLiteral("ls") + text + QStringLiteral("\u001b[201~ -l"));
    EXPECT_EQ(findings.cleanText.toStdString(), "ls -l");
    EXPECT_TRUE(findings.hadControls);
    EXPECT_EQ(inspectPaste(QStringLiteral("1~ [201~ ~")).cleanText.toStdString(), "1~ [201~ ~");
}

TEST(PasteTest, oneShortLineGoesStraightThrough)
{
    const PasteFindings findings = inspectPaste(QStringLiteral("systemctl status\tnginx"));
    EXPECT_FALSE(findings.needsConfirmation());
    EXPECT_EQ(findings.lines, 1);
    EXPECT_EQ(encodePaste(findings.cleanText, {}), "systemctl status\tnginx");
}

TEST(PasteTest, linesLengthAndInvisibleCharactersAreFound)
{
    EXPECT_TRUE(inspectPaste(QStringLiteral("a\n")).isMultiLine) << "the line feed runs it";
    EXPECT_EQ(inspectPaste(QStringLiteral("a\r\nb\rc")).lines, 3);
    EXPECT_TRUE(inspectPaste(QString(1025, QLatin1Char('x'))).isLong);
    EXPECT_FALSE(inspectPaste(QString(1024, QLatin1Char('x'))).isLong);
    EXPECT_TRUE(inspectPaste(QStringLiteral("a\u202eb")).hasInvisible);
    EXPECT_TRUE(inspectPaste(QStringLiteral("a\u200bb")).hasInvisible);
    EXPECT_TRUE(inspectPaste(QStringLiteral("a\u2028b")).hasInvisible);
    EXPECT_FALSE(inspectPaste(QStringLiteral("größe")).needsConfirmation());
}

TEST(PasteTest, aCharacterThatShowsNothingIsFoundWhateverItsKind)
{
    for (const char *hidden : {"\U000e0061\U000e0062", "\u3164", "\u115f", "\u1160", "\uffa0", "\u034f", "\u180b", "\ufe01",
                               "\ufff0", "\ufff8", "\U000e0080", "\U000e01f0", "\U000e0fff", "\u2065", "\u2800", "1\ufe0f", "\U000e0101", "\u00ad", "\ufeff", "\U0001d173"})
        EXPECT_TRUE(inspectPaste(QString::fromUtf8(QByteArray("ls ") + hidden)).needsConfirmation()) << hidden;
    for (const char *seen : {"\u2764\ufe0f", "\U0001f600", "\u6f22\u5b57", "e\u0301", "\uac00"})
        EXPECT_FALSE(inspectPaste(QString::fromUtf8(QByteArray("ls ") + seen)).needsConfirmation()) << seen;
    EXPECT_EQ(shownPaste(QString::fromUtf8("a\u202eb\U000e0061\n1\ufe0f\u3164\u2764\ufe0f\t.")).toStdString(),
              "a[U+202E]b[U+E0061]\n1[U+FE0F][U+3164]\u2764\ufe0f\t.");
}

} // namespace
} // namespace holdpoint::terminal::testing
