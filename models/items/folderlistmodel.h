// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostfolder.h>

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace holdpoint::items {

/// The names in a folder of a host, folders first, as they come: each keeps its place in the order while more arrive, and
/// texts are made for the rows that are looked at only.
///
/// A name that cannot be used (files::nameProblem()) is shown, and is not enabled.
class FolderListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderListModel)

public:
    enum Column { Name, Size, Modified, Permissions, Kind, ColumnCount };
    enum class HiddenNames { LeftOut, Shown };
    /// What a name stands for, a files::FileType; a link's is that of what it leads to, once that is known.
    static constexpr int TypeRole = Qt::UserRole;

    struct Item
    {
        files::FolderEntry entry;
        QString key;     ///< what it is found and sorted by
        QString problem; ///< why it cannot be used; empty when it can
        std::optional<session::LinkTarget> target;

        [[nodiscard]] bool isLink() const { return entry.attributes.type() == files::FileType::Link; }
        [[nodiscard]] files::FileType type() const;
        [[nodiscard]] QString name() const { return QString::fromUtf8(entry.name); }
    };

    explicit FolderListModel(QObject *parent = nullptr);

    void clear();
    void add(const QList<files::FolderEntry> &entries);
    void setTarget(const QByteArray &name, const session::LinkTarget &target);
    void setHiddenNames(HiddenNames hidden);
    [[nodiscard]] const Item *item(int row) const;
    [[nodiscard]] int rowOf(const QByteArray &name) const; ///< -1 when it is not shown
    /// Of all names, shown or not.
    [[nodiscard]] int count() const { return int(m_items.size()); }
    [[nodiscard]] int hiddenCount() const { return count() - rowCount(); }
    /// The folders among the rows, at most so many.
    [[nodiscard]] QStringList folders(int most) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;
    /// Finds by the beginning of a name, whatever the column: what is typed in the table names a file.
    [[nodiscard]] QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                        Qt::MatchFlags flags) const override;

private:
    [[nodiscard]] bool isShown(const Item &item) const;
    [[nodiscard]] bool isLess(int left, int right) const;
    void setRows(std::vector<int> rows);
    [[nodiscard]] QString text(const Item &item, Column column) const;
    [[nodiscard]] QString kindText(const Item &item) const;

    std::vector<Item> m_items; ///< in the order in which they came
    std::vector<int> m_rows;   ///< the item of each row
    HiddenNames m_hidden = HiddenNames::LeftOut;
    Column m_sorted = Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// "rwxr-x---" of st_mode.
QString permissionText(quint32 mode);

} // namespace holdpoint::items
