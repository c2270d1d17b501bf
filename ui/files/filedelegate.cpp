// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/filedelegate.h>

#include <models/items/folderlistmodel.h>
#include <ui/common/icons.h>

namespace holdpoint::ui {

void FileDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (index.column() != items::FolderListModel::Name)
        return;
    const auto type = files::FileType(index.data(items::FolderListModel::TypeRole).toInt());
    const bool isFolder = type == files::FileType::Folder;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
    option->icon = icon(isFolder                        ? QStringLiteral("folder")
                        : type == files::FileType::Link ? QStringLiteral("link")
                                                        : QStringLiteral("file"));
}

} // namespace holdpoint::ui
