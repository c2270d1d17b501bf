// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <models/terminal/keyflags.h>
#include <models/terminal/keystroke.h>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

using Event = KeyStroke::Event;

/// What is sent; "-" where the key keeps its usual code.
std::string sent(const KeyStroke &stroke, int flags)
{
    const std::optional<QByteArray> bytes = encodeStroke(stroke, {.keyFlags = flags});
    return bytes ? bytes->toStdString() : "-";
}
std::string sent(Key key, Modifiers modifiers, int flags, Event event = Event::Press)
{
    return sent(KeyStroke{.event = event, .key = key, .modifiers = modifiers}, flags);
}
std::string sent(char32_t character, Modifiers modifiers, int flags, Event event = Event::Press)
{
    const bool isShifted = modifiers.testFlag(Modifier::Shift);
    const char32_t shifted = QChar::toUpper(character);
    return sent(KeyStroke{.event = event,
                          .character = character,
                          .shifted = isShifted ? shifted : 0,
                          .text = QString(QChar(static_cast<char16_t>(isShifted ? shifted : character))),
                          .modifiers = modifiers},
                flags);
}

TEST(KeyStrokeTest, disambiguatedAreEscapeAndWhatHasControlOrAlt)
{
    constexpr int flags = KeyFlags::Disambiguate;
    EXPECT_EQ(sent(Key::Escape, {}, flags), "\033[27u");
    EXPECT_EQ(sent(U'a', {}, flags), "-");
    EXPECT_EQ(sent(U'a', Modifier::Shift, flags), "-");
    EXPECT_EQ(sent(U'i', Modifier::Control, flags), "\033[105;5u") << "no longer a tab";
    EXPECT_EQ(sent(U'[', Modifier::Alt, flags), "\033[91;3u");
    EXPECT_EQ(sent(U'a', Modifier::Shift | Modifier::Alt, flags), "\033[97;4u")
        << "the key, not what Shift makes of it";
    EXPECT_EQ(sent(Key::Space, Modifier::Control, flags), "\033[32;5u");
}

TEST(KeyStrokeTest, enterTabAndBackspaceStayAsTheyAreSoThatAShellCanBeReset)
{
    for (const Key key : {Key::Enter, Key::Tab, Key::Backspace}) {
        EXPECT_EQ(sent(key, {}, KeyFlags::Disambiguate), "-");
        EXPECT_EQ(sent(key, {}, KeyFlags::Disambiguate | KeyFlags::EventTypes, Event::Release), "");
    }
    EXPECT_EQ(sent(Key::Enter, Modifier::Shift, KeyFlags::Disambiguate), "\033[13;2u");
    EXPECT_EQ(sent(Key::Tab, Modifier::Control, KeyFlags::Disambiguate), "\033[9;5u");
    EXPECT_EQ(sent(Key::Backspace, {}, KeyFlags::AllKeys), "\033[127u");
}

TEST(KeyStrokeTest, functionKeysHaveTheNumbersOfTheTable)
{
    constexpr int flags = KeyFlags::Disambiguate;
    const std::pair<Key, const char *> table[] = {
        {Key::Insert, "\033[2~"}, {Key::Delete, "\033[3~"}, {Key::Left, "\033[D"},    {Key::Right, "\033[C"},
        {Key::Up, "\033[A"},      {Key::Down, "\033[B"},    {Key::PageUp, "\033[5~"}, {Key::PageDown, "\033[6~"},
        {Key::Home, "\033[H"},    {Key::End, "\033[F"},     {Key::F1, "\033[P"},      {Key::F2, "\033[Q"},
        {Key::F3, "\033[13~"},    {Key::F4, "\033[S"},      {Key::F5, "\033[15~"},    {Key::F12, "\033[24~"},
    };
    for (const auto &[key, bytes] : table)
        EXPECT_EQ(sent(key, {}, flags), bytes);
    EXPECT_EQ(sent(Key::Left, Modifier::Control, flags), "\033[1;5D");
    EXPECT_EQ(sent(Key::F3, Modifier::Shift, flags), "\033[13;2~");
    EXPECT_EQ(sent(Key::F1, {}, KeyFlags::EventTypes), "-");
}

TEST(KeyStrokeTest, theKeypadHasKeysOfItsOwn)
{
    EXPECT_EQ(sent(Key::KeypadEnter, {}, KeyFlags::Disambiguate), "\033[57414u");
    EXPECT_EQ(sent(Key::Keypad7, {}, KeyFlags::Disambiguate), "-") << "it types a digit";
    EXPECT_EQ(sent(Key::Keypad7, {}, KeyFlags::AllKeys), "\033[57406u");
    EXPECT_EQ(sent(KeyStroke{.key = Key::Left, .isKeypad = true}, KeyFlags::Disambiguate), "\033[57417u");
    EXPECT_EQ(sent(KeyStroke{.key = Key::Begin, .isKeypad = true}, KeyFlags::Disambiguate), "\033[57427u");
}

TEST(KeyStrokeTest, repeatsAndReleasesAreToldOnlyToWhoAsks)
{
    constexpr int told = KeyFlags::Disambiguate | KeyFlags::EventTypes;
    EXPECT_EQ(sent(Key::Up, {}, told, Event::Repeat), "\033[1;1:2A");
    EXPECT_EQ(sent(Key::Up, Modifier::Control, told, Event::Release), "\033[1;5:3A");
    EXPECT_EQ(sent(Key::Escape, {}, told, Event::Release), "\033[27;1:3u");
    EXPECT_EQ(sent(Key::Up, {}, KeyFlags::Disambiguate, Event::Repeat), "\033[A");
    EXPECT_EQ(sent(Key::Up, {}, KeyFlags::Disambiguate, Event::Release), "");
    EXPECT_EQ(sent(U'a', {}, told, Event::Repeat), "-");
    EXPECT_EQ(sent(U'a', {}, told, Event::Release), "");
    EXPECT_EQ(sent(U'a', {}, KeyFlags::AllKeys | KeyFlags::EventTypes, Event::Release), "\033[97;1:3u");
    EXPECT_EQ(sent(Key::Up, {}, 0, Event::Release), "");
    EXPECT_EQ(sent(Key::Up, {}, 0), "-");
}

TEST(KeyStrokeTest, alternatesAndTextComeWithTheKeyForWhoAsks)
{
    EXPECT_EQ(sent(U'a', Modifier::Shift, KeyFlags::AllKeys), "\033[97;2u");
    EXPECT_EQ(sent(U'a', Modifier::Shift, KeyFlags::AllKeys | KeyFlags::AlternateKeys), "\033[97:65;2u");
    EXPECT_EQ(sent(U'a', Modifier::Shift, 31), "\033[97:65;2;65u");
    EXPECT_EQ(sent(U'a', {}, KeyFlags::AllKeys | KeyFlags::Text), "\033[97;;97u");
    EXPECT_EQ(sent(U'a', {}, 31, Event::Repeat), "\033[97;1:2;97u");
    EXPECT_EQ(sent(U'a', Modifier::Control, 31), "\033[97;5u") << "that is no text";
    EXPECT_EQ(sent(U'a', {}, KeyFlags::Text), "-") << "without all keys it means nothing";
}

QByteArray flagsOf(Screen &screen)
{
    screen.feed("\033[?u");
    return screen.takeReplies();
}

TEST(KeyFlagsTest, theyArePutAsideAndTakenBack)
{
    Screen screen(10, 2);
    EXPECT_EQ(flagsOf(screen), "\033[?0u");
    screen << "\033[>1u\033[>5u";
    EXPECT_EQ(flagsOf(screen), "\033[?5u");
    EXPECT_EQ(screen.modes().keyFlags, 5);
    screen << "\033[<u";
    EXPECT_EQ(flagsOf(screen), "\033[?1u");
    screen << "\033[=30;2u";
    EXPECT_EQ(flagsOf(screen), "\033[?31u");
    screen << "\033[=3;3u";
    EXPECT_EQ(flagsOf(screen), "\033[?28u");
    screen << "\033[=1u\033[=9;7u";
    EXPECT_EQ(flagsOf(screen), "\033[?1u");
    screen << "\033[<99u";
    EXPECT_EQ(flagsOf(screen), "\033[?0u");
}

TEST(KeyFlagsTest, eachScreenHasItsOwnAndResetsEndThem)
{
    Screen screen(10, 2);
    screen << "\033[>1u\033[?1049h";
    EXPECT_EQ(flagsOf(screen), "\033[?0u");
    screen << "\033[>8u\033[?1049l";
    EXPECT_EQ(flagsOf(screen), "\033[?1u");
    screen << "\033[!p";
    EXPECT_EQ(flagsOf(screen), "\033[?0u");
    screen << "\033[?1049h";
    EXPECT_EQ(flagsOf(screen), "\033[?8u");
    screen << "\033c\033[?1049h";
    EXPECT_EQ(flagsOf(screen), "\033[?0u");
}

TEST(KeyFlagsTest, aHostCannotMakeUsKeepMoreThanABound)
{
    KeyFlags flags;
    for (int number = 0; number < 1000; ++number)
        flags.push(number % 2 == 0 ? 1 : 0x7fffffff);
    EXPECT_EQ(flags.current(), KeyFlags::known);
    flags.pop(static_cast<int>(KeyFlags::most));
    EXPECT_NE(flags.current(), 0) << "the oldest that was kept";
    flags.pop(1);
    EXPECT_EQ(flags.current(), 0);
}

TEST(KeyFlagsTest, restoringTheCursorIsSomethingElse)
{
    Screen screen(10, 2);
    screen << "\033[2;3H\033[s\033[H\033[>1u";
    EXPECT_EQ(screen.cursorColumn(), 0);
    screen << "\033[u";
    EXPECT_EQ(screen.cursorColumn(), 2);
    EXPECT_EQ(screen.modes().keyFlags, 1);
}

} // namespace
} // namespace holdpoint::terminal::testing
