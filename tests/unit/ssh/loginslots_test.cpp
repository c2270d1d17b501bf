// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/loginslots.h>

#include <gtest/gtest.h>

#include <array>

namespace holdpoint::ssh {

namespace {

class LoginSlotsTest : public testing::Test
{
protected:
    void request(size_t count)
    {
        for (; count > 0; --count) {
            m_slots.request(&m_names.at(m_asked++), [this] { ++m_begun; });
        }
    }
    void release(size_t which) { m_slots.release(&m_names.at(which)); }

    LoginSlots m_slots;
    std::array<char, 40> m_names{};
    size_t m_asked = 0;
    size_t m_begun = 0;
};

TEST_F(LoginSlotsTest, aFewGoOnAtATimeAndTheNextBeginsWhenOneEnds)
{
    request(LoginSlots::most + 2);
    EXPECT_EQ(m_begun, LoginSlots::most);
    release(0);
    EXPECT_EQ(m_begun, LoginSlots::most + 1);
}

TEST_F(LoginSlotsTest, oneThatWaitsNoLongerNeverBegins)
{
    request(LoginSlots::most + 1);
    release(LoginSlots::most);
    release(0);
    EXPECT_EQ(m_begun, LoginSlots::most);
}

TEST_F(LoginSlotsTest, afterOneWasTurnedAwayFewerGoOnAndAfterSuccessMoreAgain)
{
    m_slots.turnedAway();
    request(12);
    EXPECT_EQ(m_begun, LoginSlots::most / 2);
    m_slots.succeeded();
    release(0);
    EXPECT_EQ(m_begun, LoginSlots::most / 2 + 2);
}

TEST_F(LoginSlotsTest, neverFewerThanTwoAndNeverMoreThanTheMost)
{
    for (int i = 0; i < 10; ++i)
        m_slots.turnedAway();
    request(20);
    EXPECT_EQ(m_begun, LoginSlots::fewest);
    for (int i = 0; i < 20; ++i)
        m_slots.succeeded();
    release(0);
    EXPECT_EQ(m_begun, LoginSlots::most + 1);
}

} // namespace

} // namespace holdpoint::ssh
