// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/parser.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/fittedtext.h>
#include <ui/wizard/startpage.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;

namespace {

const char source[] = R"md(---
holdpoint: 1
id: vol
title: Grow a volume
hosts: {storage: {max: 1}}
params:
  volume: {type: word, label: Volume}
  size: {type: int, default: 10, min: 1, max: 99, label: New size}
  day: {type: date, default: today, label: Day}
  kind: {type: choice, choices: [hot, cold], label: Kind}
  token: {type: secret, required: false, label: Token}
---
# Grow a volume

**Steps**:
1. **Grow**
   ```bash
   lvextend -L +<size> /dev/vg/<volume>
   ```
)md";

class StartPageTest : public ::testing::Test
{
protected:
    void open(const std::optional<session::HostAddress> &practice = {})
    {
        auto document = runbooks::parseDocument(source, QStringLiteral("/books/vol.md"));
        ASSERT_TRUE(document) << document.error().detail.toStdString();
        m_page = std::make_unique<StartPage>(*document, QStringLiteral("vol"),
                                             StartPage::Choices{{QStringLiteral("web-01"), QStringLiteral("db-07")},
                                                                QStringLiteral("ada@noc"),
                                                                practice,
                                                                QDate(2026, 11, 23)});
        m_page->resize(1200, 760);
        m_page->show();
    }
    void fill()
    {
        field("value_volume")->setText(QStringLiteral("data"));
        child<QComboBox>(*m_page, "value_kind")->setCurrentText(QStringLiteral("cold"));
        child<QComboBox>(*m_page, "host_storage")->setEditText(QStringLiteral("ops@db-07:2222"));
    }
    [[nodiscard]] QLineEdit *field(const char *name) const { return child<QLineEdit>(*m_page, name); }
    [[nodiscard]] bool canStart() const { return child<QPushButton>(*m_page, "startButton")->isEnabled(); }
    [[nodiscard]] QString why() const { return child<QLabel>(*m_page, "whyNotStart")->text(); }

    std::unique_ptr<StartPage> m_page;
};

TEST_F(StartPageTest, startIsDisabledAndTheFirstMissingValueIsNamed)
{
    open();
    EXPECT_FALSE(canStart());
    EXPECT_TRUE(why().contains(QStringLiteral("Volume")));
    field("value_volume")->setText(QStringLiteral("data"));
    EXPECT_TRUE(why().contains(QStringLiteral("Kind")));
    child<QComboBox>(*m_page, "value_kind")->setCurrentText(QStringLiteral("hot"));
    EXPECT_TRUE(why().contains(QStringLiteral("storage")));
    child<QComboBox>(*m_page, "host_storage")->setEditText(QStringLiteral("db-07"));
    EXPECT_TRUE(canStart()) << why().toStdString();
    EXPECT_TRUE(why().isEmpty());
    field("operatorField")->clear();
    EXPECT_FALSE(canStart());
}

TEST_F(StartPageTest, aBadValueIsSaidAsItIsTyped)
{
    open();
    fill();
    auto *problem = child<QLabel>(*m_page, "problem_size");
    EXPECT_TRUE(problem->isHidden());
    field("value_size")->setText(QStringLiteral("1000"));
    EXPECT_FALSE(problem->isHidden());
    EXPECT_FALSE(problem->text().isEmpty());
    EXPECT_FALSE(canStart());
    field("value_size")->setText(QStringLiteral("20"));
    EXPECT_TRUE(problem->isHidden());
    EXPECT_TRUE(canStart()) << why().toStdString();
}

TEST_F(StartPageTest, defaultsAreFilledAndSecretsAreMasked)
{
    open();
    EXPECT_EQ(field("value_size")->text(), QStringLiteral("10"));
    EXPECT_EQ(field("value_day")->text(), QStringLiteral("2026-11-23"));
    EXPECT_EQ(field("value_token")->echoMode(), QLineEdit::Password);
    EXPECT_EQ(field("operatorField")->text(), QStringLiteral("ada@noc"));
}

TEST_F(StartPageTest, thePreviewShowsWhatWouldBeSentWithItsSubstitutedPartsMarked)
{
    open();
    auto *preview = m_page->findChildren<FittedText *>().first();
    EXPECT_TRUE(preview->shownText().contains(QStringLiteral("<volume>")));
    fill();
    EXPECT_EQ(preview->shownText(), QStringLiteral("lvextend -L +10 /dev/vg/data"));
    EXPECT_EQ(preview->extraSelections().size(), 2);
}

TEST_F(StartPageTest, startHandsOverValuesHostsOperatorAndMode)
{
    open();
    fill();
    QSignalSpy started(m_page.get(), &StartPage::startWanted);
    press(*m_page, "startButton");
    ASSERT_EQ(started.size(), 1);
    const auto setup = started[0][0].value<session::RunSession::Setup>();
    EXPECT_EQ(setup.runbookId, QStringLiteral("vol"));
    EXPECT_EQ(setup.values.value(QStringLiteral("volume")), QStringLiteral("data"));
    EXPECT_EQ(setup.hosts.value(QStringLiteral("storage")).toString(), QStringLiteral("ops@db-07:2222"));
    EXPECT_EQ(setup.mode, session::Mode::Live);
    EXPECT_EQ(setup.operatorName, QStringLiteral("ada@noc"));
}

TEST_F(StartPageTest, aShellCanBeKeptInTmuxByACheckBoxOrByTheAddress)
{
    open();
    fill();
    const auto started = [this] {
        QSignalSpy spy(m_page.get(), &StartPage::startWanted);
        press(*m_page, "startButton");
        return spy[0][0].value<session::RunSession::Setup>().hosts.value(QStringLiteral("storage")).toString();
    };
    auto *keep = child<QCheckBox>(*m_page, "keep_storage");
    keep->setChecked(true);
    EXPECT_EQ(started(), QStringLiteral("tmux ops@db-07:2222"));
    keep->setChecked(false);
    child<QComboBox>(*m_page, "host_storage")->setEditText(QStringLiteral("tmux ssh db-07"));
    EXPECT_EQ(started(), QStringLiteral("tmux ssh db-07"));
}

TEST_F(StartPageTest, aPracticeWindowOffersNothingReal)
{
    session::HostAddress practice{
        .user = QStringLiteral("practice"), .host = QStringLiteral("127.0.0.1"), .port = 2200};
    practice.practice = true;
    open(practice);
    field("value_volume")->setText(QStringLiteral("data"));
    child<QComboBox>(*m_page, "value_kind")->setCurrentText(QStringLiteral("cold"));
    EXPECT_TRUE(canStart()) << why().toStdString();
    EXPECT_LT(child<QComboBox>(*m_page, "modeField")->findData(int(session::Mode::Live)), 0);
    const auto *host = child<QComboBox>(*m_page, "host_storage");
    EXPECT_FALSE(host->isEditable());
    EXPECT_EQ(host->count(), 1);
    QSignalSpy started(m_page.get(), &StartPage::startWanted);
    press(*m_page, "startButton");
    ASSERT_EQ(started.size(), 1);
    EXPECT_TRUE(started[0][0].value<session::RunSession::Setup>().hosts.value(QStringLiteral("storage")).practice);
}

TEST_F(StartPageTest, aRehearsalWorksOnThePracticeHostWhateverTheHostFieldsSay)
{
    open();
    fill();
    auto *mode = child<QComboBox>(*m_page, "modeField");
    mode->setCurrentIndex(mode->findData(int(session::Mode::Rehearsal)));
    QSignalSpy started(m_page.get(), &StartPage::startWanted);
    press(*m_page, "startButton");
    ASSERT_EQ(started.size(), 1);
    const auto setup = started[0][0].value<session::RunSession::Setup>();
    EXPECT_TRUE(setup.hosts.value(QStringLiteral("storage")).practice);
    EXPECT_EQ(setup.hosts.value(QStringLiteral("storage")).host, QStringLiteral("practice"));
}

} // namespace
