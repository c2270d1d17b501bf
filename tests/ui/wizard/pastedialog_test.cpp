// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/ui/widgetwalk.h>
#include <ui/wizard/pastedialog.h>

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;

namespace {

class PasteDialogTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog.open();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_dialog));
    }

    const QString m_text = QStringLiteral("one\ntwo \u202eeerht\n");
    PasteDialog m_dialog{m_text, terminal::inspectPaste(m_text), {}};
    QSignalSpy m_confirmed{&m_dialog, &PasteDialog::confirmed};
};

TEST_F(PasteDialogTest, enterWithoutAThoughtSendsNothing)
{
    QTest::keyClick(m_dialog.focusWidget(), Qt::Key_Return);
    EXPECT_EQ(m_confirmed.count(), 0);
    EXPECT_FALSE(m_dialog.isVisible());
}

TEST_F(PasteDialogTest, enterWhileReadingTheTextSendsNothing)
{
    child<QPlainTextEdit>(m_dialog, "pasteText")->setFocus();
    QTest::keyClick(m_dialog.focusWidget(), Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_EQ(m_confirmed.count(), 0);
}

TEST_F(PasteDialogTest, whoGoesToTheButtonAndPressesEnterPastes)
{
    auto *paste = child<QPushButton>(m_dialog, "pasteConfirm");
    for (int tabs = 0; tabs < 3 && !paste->hasFocus(); ++tabs)
        QTest::keyClick(m_dialog.focusWidget(), Qt::Key_Tab);
    ASSERT_TRUE(paste->hasFocus());
    QTest::keyClick(paste, Qt::Key_Return);
    ASSERT_EQ(m_confirmed.count(), 1);
    EXPECT_EQ(m_confirmed[0][0].toString(), m_text);
}

TEST_F(PasteDialogTest, whatSteersTheDirectionOfTextIsShown)
{
    EXPECT_TRUE(
        child<QPlainTextEdit>(m_dialog, "pasteText")->toPlainText().contains(QStringLiteral("two [U+202E]eerht")));
}

} // namespace
