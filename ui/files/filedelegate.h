// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QStyledItemDelegate>

namespace holdpoint::ui {

/// Draws a row of items::FolderListModel with the icon of what it is before the name; a name that does
/// not fit keeps its beginning and its end.
class FileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace holdpoint::ui
