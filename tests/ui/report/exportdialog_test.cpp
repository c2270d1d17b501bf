// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/exportdialog.h>

#include <tests/ui/report/exportfixture.h>

#include <QFileInfo>
#include <QScrollArea>

using namespace holdpoint;
using namespace holdpoint::testing;
using report::Judgement;

namespace {

class ExportDialogTest : public ExportFixture
{
};

TEST_F(ExportDialogTest, asksForAFolderAndASignerAndHasTheRestBehindMore)
{
    open();
    for (const char *name : {"exportCertificate", "exportTimestamp", "exportPseudonyms", "exportZip"})
        EXPECT_FALSE(child(*m_dialog, name)->isVisible()) << name;
    expectEverythingFits();
    exportAndExpect("is in the folder above");
    EXPECT_EQ(made().size(), 1);
    EXPECT_TRUE(verified().isGood());
    EXPECT_EQ(verified().timestamp.verdict, Judgement::Absent);
    press(*m_dialog, "exportVerify");
    EXPECT_TRUE(says("completeness: good"));
    press(*m_dialog, "exportOpenFolder");
    EXPECT_EQ(m_opened, QUrl::fromLocalFile(path()));
}

TEST_F(ExportDialogTest, fitsWithEverythingOpenAndEveryKeyIsTakenOnce)
{
    openMore();
    expectEverythingFits();
    const int before = m_dialog->height();
    for (const char *name : {"exportCertificate", "exportTimestamp", "exportPseudonyms", "exportRecordings"})
        tick(name);
    expectEverythingFits();
    QMap<QChar, QStringList> keys;
    const auto note = [&keys](const QString &text) {
        const qsizetype at = text.indexOf(u'&');
        if (at >= 0 && at + 1 < text.size())
            keys[text[at + 1].toLower()].append(text);
    };
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            note(button->text());
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            note(label->text());
    }
    for (const QStringList &texts : std::as_const(keys))
        EXPECT_EQ(texts.size(), 1) << texts.join(u'|').toStdString();
    EXPECT_GE(keys.size(), 19);
    EXPECT_GT(m_dialog->height(), before);
    press(*m_dialog, "exportMore");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_dialog->height() < before; }, 5000)) << "it is short again";
}

TEST_F(ExportDialogTest, theReportIsInTheLanguageThatIsChosenAndBeginsWithTheUsers)
{
    open();
    auto *box = child<QComboBox>(*m_dialog, "exportLanguage");
    EXPECT_EQ(box->currentText(), QStringLiteral("English"));
    QTest::keyClick(m_dialog, Qt::Key_G, Qt::AltModifier);
    EXPECT_TRUE(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("Deu"));
    EXPECT_EQ(box->currentText(), QStringLiteral("Deutsch"));
    exportAndExpect("is in the folder above");
    QFile page(path() + QStringLiteral("/report.html"));
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    EXPECT_TRUE(page.readAll().contains("<html lang=\"de\">"));
    EXPECT_TRUE(verified().isGood());
}

TEST_F(ExportDialogTest, theTabKeyGoesAsTheEyeDoes)
{
    openMore();
    for (const char *name : {"exportTimestamp", "exportPseudonyms", "exportRecordings"})
        tick(name);
    expectEverythingFits();
    QPoint last;
    int seen = 0;
    const auto pass = [&](const QWidget &widget) {
        // The form scrolls where the screen is low; what is below it comes after all of it.
        QWidget *form = m_dialog->findChild<QScrollArea *>()->widget();
        const QPoint here = form->isAncestorOf(&widget)
                                ? widget.mapTo(form, widget.rect().center())
                                : widget.mapTo(m_dialog.data(), widget.rect().center()) + QPoint(0, form->height());
        const bool isBeside = std::abs(here.y() - last.y()) < 8 && here.x() > last.x();
        EXPECT_TRUE(here.y() > last.y() || isBeside) << widget.objectName().toStdString();
        last = here;
        ++seen;
    };
    QWidget *widget = field("exportFolder");
    do {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            pass(*widget);
        widget = widget->nextInFocusChain();
    } while (widget != field("exportFolder"));
    EXPECT_GE(seen, 15);
}

TEST_F(ExportDialogTest, theWholeWayGoesByKeyboard)
{
    open();
    const auto key = [this](Qt::Key pressed, const std::function<bool()> &done) {
        QTest::keyClick(m_dialog, pressed, Qt::AltModifier);
        EXPECT_TRUE(QTest::qWaitFor(done, 5000)) << pressed;
    };
    const auto isTicked = [this](const char *name) { return child<QCheckBox>(*m_dialog, name)->isChecked(); };
    key(Qt::Key_M, [&] { return child(*m_dialog, "exportZip")->isVisible(); });
    key(Qt::Key_Z, [&] { return isTicked("exportZip"); });
    key(Qt::Key_C, [&] { return isTicked("exportCertificate"); });
    key(Qt::Key_I, [&] { return field("exportCertificateFile")->hasFocus(); });
    key(Qt::Key_P, [&] { return field("exportPassword")->hasFocus(); });
    key(Qt::Key_C, [&] { return !isTicked("exportCertificate"); });
    key(Qt::Key_X, [&] { return !message().isEmpty(); });
    EXPECT_TRUE(says("is in the folder above"));
    EXPECT_TRUE(path().endsWith(QLatin1String(".zip")));
}

TEST_F(ExportDialogTest, whatIsChosenBehindMoreIsNamedWhileItIsClosed)
{
    openMore();
    tick("exportTimestamp");
    tick("exportZip");
    EXPECT_EQ(child<QPushButton>(*m_dialog, "exportMore")->text(), QStringLiteral("&More"));
    press(*m_dialog, "exportMore");
    EXPECT_EQ(child<QPushButton>(*m_dialog, "exportMore")->text(), QStringLiteral("&More: time stamp, zip"));
    exportIt();
    expectComplaint("exportAuthority", "Say who is to stamp it");
}

TEST_F(ExportDialogTest, aZipHoldsTheSameReport)
{
    openMore();
    tick("exportZip");
    exportAndExpect("is in the folder above");
    EXPECT_TRUE(path().endsWith(QLatin1String(".zip")));
    EXPECT_TRUE(verified().isGood());
    press(*m_dialog, "exportVerify");
    EXPECT_TRUE(says("completeness: good"));
    press(*m_dialog, "exportOpenFolder");
    EXPECT_EQ(m_opened, QUrl::fromLocalFile(reports()));
}

TEST_F(ExportDialogTest, aKeyThatDoesNotSignLeavesAReportThatIsCalledUnsignedAndCanBeMadeAgain)
{
    m_signer = std::make_shared<RefusingSigner>();
    open();
    exportAndExpect("UNSIGNED: nobody touched the key");
    EXPECT_EQ(made().size(), 1);
    EXPECT_EQ(child<QPushButton>(*m_dialog, "exportStart")->text(), QStringLiteral("E&xport again"));
    QDir(path()).removeRecursively();
    child<QComboBox>(*m_dialog, "exportSigner")->setCurrentIndex(1);
    exportAndExpect("is in the folder above");
    EXPECT_FALSE(message().contains(QLatin1String("UNSIGNED")));
}

TEST_F(ExportDialogTest, aFolderThatCannotBeWrittenLosesNothingOfTheForm)
{
    openMore();
    QFile file(m_folder.filePath(QStringLiteral("file")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    tick("exportZip");
    type("exportFolder", file.fileName() + QStringLiteral("/reports"));
    exportIt();
    EXPECT_TRUE(says("A file or disk refused"));
    EXPECT_TRUE(child<QCheckBox>(*m_dialog, "exportZip")->isChecked());
    type("exportFolder", reports());
    exportAndExpect("is in the folder above");
}

TEST_F(ExportDialogTest, thatRecordingsWentOutIsOnRecordAsInTheTerminal)
{
    open();
    exportAndExpect("is in the folder above");
    const auto viewed = waitFor(m_ledger->entriesOfType(QStringLiteral("recording-viewed")));
    ASSERT_TRUE(viewed);
    ASSERT_EQ(viewed->size(), 1);
    EXPECT_EQ(viewed->first().actor, QStringLiteral("ada@noc.example"));
}

} // namespace
