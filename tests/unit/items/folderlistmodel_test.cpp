// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/folderlistmodel.h>

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::items;
using files::FileType;
using Column = FolderListModel::Column;

namespace {

files::FolderEntry entry(const QByteArray &name, quint32 mode = 0100644, quint64 size = 0, quint32 modified = 0)
{
    return {name, {.size = size, .owner = {}, .permissions = mode, .modified = modified}};
}

class FolderListModelTest : public ::testing::Test
{
protected:
    [[nodiscard]] QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < m_model.rowCount(); ++row)
            shown.append(m_model.item(row)->name());
        return shown;
    }
    [[nodiscard]] QString text(int row, Column column, int role = Qt::DisplayRole) const
    {
        return m_model.data(m_model.index(row, column), role).toString();
    }

    FolderListModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Warning};
};

QStringList list(std::initializer_list<const char *> names)
{
    QStringList all;
    for (const char *name : names)
        all.append(QString::fromUtf8(name));
    return all;
}

} // namespace

TEST_F(FolderListModelTest, namesThatComeLaterTakeTheirPlaceAndFoldersAreFirst)
{
    m_model.add({entry("b"), entry("Zeta"), entry("srv", 0040755)});
    const QPersistentModelIndex zeta = m_model.index(2, 0);
    m_model.add({entry("a"), entry("etc", 0040755), entry("c")});
    m_model.add({entry("zzz")});
    EXPECT_EQ(names(), list({"etc", "srv", "a", "b", "c", "Zeta", "zzz"}));
    EXPECT_EQ(m_model.item(zeta.row())->name(), QStringLiteral("Zeta"));
}

TEST_F(FolderListModelTest, everyColumnSortsBothWaysAndFoldersStayFirst)
{
    m_model.add({entry("a", 0100600, 30, 3), entry("b", 0100755, 10, 1), entry("c", 0100644, 20, 2),
                 entry("f", 0040755), entry("l", 0120777)});
    m_model.sort(Column::Size, Qt::AscendingOrder);
    EXPECT_EQ(names(), list({"f", "l", "b", "c", "a"}));
    m_model.sort(Column::Size, Qt::DescendingOrder);
    EXPECT_EQ(names(), list({"f", "a", "c", "b", "l"}));
    m_model.sort(Column::Modified, Qt::DescendingOrder);
    EXPECT_EQ(names(), list({"f", "a", "c", "b", "l"}));
    m_model.sort(Column::Permissions, Qt::AscendingOrder);
    EXPECT_EQ(names(), list({"f", "a", "c", "b", "l"}));
    m_model.sort(Column::Kind, Qt::AscendingOrder);
    EXPECT_EQ(names(), list({"f", "a", "b", "c", "l"}));
    m_model.sort(Column::Name, Qt::DescendingOrder);
    EXPECT_EQ(names(), list({"f", "l", "c", "b", "a"}));
    m_model.add({entry("bb"), entry("g", 0040755)});
    EXPECT_EQ(names(), list({"g", "f", "l", "c", "bb", "b", "a"}));
}

TEST_F(FolderListModelTest, hiddenNamesAreThereWhenTheyAreWanted)
{
    m_model.add({entry(".bashrc"), entry("a"), entry(".ssh", 0040700)});
    EXPECT_EQ(names(), list({"a"}));
    EXPECT_EQ(m_model.hiddenCount(), 2);
    m_model.setHiddenNames(FolderListModel::HiddenNames::Shown);
    EXPECT_EQ(names(), list({".ssh", ".bashrc", "a"}));
    EXPECT_EQ(m_model.hiddenCount(), 0);
    m_model.add({entry(".z")});
    m_model.setHiddenNames(FolderListModel::HiddenNames::LeftOut);
    EXPECT_EQ(names(), list({"a"}));
}

TEST_F(FolderListModelTest, whatCannotBeSeenInANameIsMadeVisible)
{
    m_model.add({entry("a\x1b[31m"), entry("b\nc"), entry("d\xe2\x80\xaegpj.exe")});
    EXPECT_EQ(text(0, Column::Name), QStringLiteral("a[U+001B][31m"));
    EXPECT_EQ(text(1, Column::Name), QStringLiteral("b[U+000A]c"));
    EXPECT_EQ(text(2, Column::Name), QStringLiteral("d[U+202E]gpj.exe"));
}

TEST_F(FolderListModelTest, aNameThatCannotBeUsedIsShownWithItsReasonAndCannotBeChosen)
{
    m_model.add({entry("../up"), entry(QByteArray("n\0l", 3)), entry("bad\xff"), entry(QByteArray(100'000, 'x')),
                 entry("good")});
    int usable = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const bool enabled = m_model.flags(m_model.index(row, 0)) & Qt::ItemIsSelectable;
        usable += enabled ? 1 : 0;
        EXPECT_EQ(enabled, m_model.item(row)->name() == QStringLiteral("good"));
        if (!enabled) {
            EXPECT_TRUE(text(row, Column::Kind).startsWith(QStringLiteral("Cannot be used")))
                << qPrintable(text(row, Column::Kind));
        }
    }
    EXPECT_EQ(usable, 1);
}

TEST_F(FolderListModelTest, whereALinkLeadsIsSaidInWords)
{
    m_model.add({entry("broken", 0120777), entry("current", 0120777), entry("unknown", 0120777)});
    EXPECT_EQ(text(1, Column::Kind), QStringLiteral("Link"));
    m_model.setTarget("current", {"releases/42", files::FileAttributes{
                                                     .size = {}, .owner = {}, .permissions = 0040755, .modified = {}}});
    m_model.setTarget("broken", {"gone", std::nullopt});
    m_model.setTarget("not there", {"x", std::nullopt});
    EXPECT_EQ(text(1, Column::Kind), QStringLiteral("Link to releases/42 (folder)"));
    EXPECT_EQ(m_model.item(1)->type(), FileType::Folder);
    EXPECT_EQ(text(0, Column::Kind), QStringLiteral("Link to gone, where nothing is"));
    EXPECT_EQ(m_model.item(0)->type(), FileType::Link);
    EXPECT_EQ(text(1, Column::Name, Qt::AccessibleTextRole), QStringLiteral("current, Link to releases/42 (folder)"));
}

TEST_F(FolderListModelTest, permissionsReadAsLsHasThem)
{
    EXPECT_EQ(permissionText(0100640), QStringLiteral("rw-r-----"));
    EXPECT_EQ(permissionText(0104755), QStringLiteral("rwsr-xr-x"));
    EXPECT_EQ(permissionText(0102644), QStringLiteral("rw-r-Sr--"));
    EXPECT_EQ(permissionText(0041777), QStringLiteral("rwxrwxrwt"));
}

TEST_F(FolderListModelTest, whatIsTypedFindsANameByItsBeginning)
{
    m_model.add({entry("alpha"), entry("Beta"), entry("betamax"), entry("../evil")});
    const auto found = [this](int from, const char *typed) {
        const auto hits = m_model.match(m_model.index(from, Column::Size), Qt::DisplayRole, QString::fromUtf8(typed), 1,
                                        Qt::MatchStartsWith | Qt::MatchWrap);
        return hits.isEmpty() ? QString() : m_model.item(hits.first().row())->name();
    };
    EXPECT_EQ(found(0, "be"), QStringLiteral("Beta"));
    EXPECT_EQ(found(m_model.rowOf("betamax"), "be"), QStringLiteral("betamax"));
    EXPECT_EQ(found(m_model.rowOf("betamax"), "a"), QStringLiteral("alpha"));
    EXPECT_EQ(found(0, "x"), QString());
    EXPECT_EQ(found(0, ".."), QString());
}

TEST(FolderListModelSizeTest, aHundredThousandNamesComeInSlicesAndStaySorted)
{
    FolderListModel model;
    constexpr int many = 100'000;
    QList<files::FolderEntry> slice;
    for (int i = 0; i < many; ++i) {
        slice.append(entry("file-" + QByteArray::number((i * 7919) % many + many)));
        if (slice.size() == 1000)
            model.add(std::exchange(slice, {}));
    }
    ASSERT_EQ(model.rowCount(), many);
    for (int row = 1; row < many; ++row)
        ASSERT_LT(model.item(row - 1)->key, model.item(row)->key);
}
