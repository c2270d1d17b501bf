// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/folderlistmodel.h>

#include <models/base/text.h>
#include <models/files/nameproblem.h>
#include <models/items/timetext.h>

#include <QLocale>

#include <algorithm>
#include <numeric>

#include <sys/stat.h>

namespace holdpoint::items {

using files::FileType;

namespace {

QDateTime modifiedOf(const FolderListModel::Item &item)
{
    const auto &modified = item.entry.attributes.modified;
    return modified ? QDateTime::fromSecsSinceEpoch(*modified, Qt::UTC) : QDateTime();
}

QString typeWord(FileType type)
{
    switch (type) {
    case FileType::Regular: return FolderListModel::tr("File");
    case FileType::Folder: return FolderListModel::tr("Folder");
    case FileType::Link: return FolderListModel::tr("Link");
    case FileType::Pipe: return FolderListModel::tr("Pipe");
    case FileType::Socket: return FolderListModel::tr("Socket");
    case FileType::BlockDevice:
    case FileType::CharacterDevice: return FolderListModel::tr("Device");
    case FileType::Unknown: break;
    }
    return FolderListModel::tr("The host does not say");
}

QVariant alignment(FolderListModel::Column column)
{
    return int(column == FolderListModel::Size ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
}

/// -1, 0 or 1.
template <class T> int compared(const T &left, const T &right) { return left < right ? -1 : right < left ? 1 : 0; }

} // namespace

QString permissionText(quint32 mode)
{
    QString text = QStringLiteral("rwxrwxrwx");
    for (int bit = 0; bit < 9; ++bit) {
        if (!(mode & (0400U >> bit)))
            text[bit] = u'-';
    }
    const auto special = [&](quint32 flag, int at, char16_t lower, char16_t upper) {
        if (mode & flag)
            text[at] = text[at] == u'x' ? lower : upper;
    };
    special(S_ISUID, 2, u's', u'S');
    special(S_ISGID, 5, u's', u'S');
    special(S_ISVTX, 8, u't', u'T');
    return text;
}

FileType FolderListModel::Item::type() const
{
    const FileType own = entry.attributes.type();
    return own == FileType::Link && target && target->attributes ? target->attributes->type() : own;
}

FolderListModel::FolderListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FolderListModel::clear()
{
    beginResetModel();
    m_items.clear();
    m_rows.clear();
    endResetModel();
}

bool FolderListModel::isShown(const Item &item) const
{
    return m_hidden == HiddenNames::Shown || !item.entry.name.startsWith('.');
}

void FolderListModel::add(const QList<files::FolderEntry> &entries)
{
    std::vector<int> fresh;
    for (const files::FolderEntry &entry : entries) {
        m_items.push_back({entry, QString::fromUtf8(entry.name).toCaseFolded(), files::nameProblem(entry.name), {}});
        if (isShown(m_items.back()))
            fresh.push_back(int(m_items.size()) - 1);
    }
    if (fresh.empty())
        return;
    const auto less = [this](int left, int right) { return isLess(left, right); };
    std::ranges::sort(fresh, less);
    std::vector<int> merged;
    merged.reserve(m_rows.size() + fresh.size());
    std::ranges::merge(m_rows, fresh, std::back_inserter(merged), less);
    // First at the end, then to their places: rows all over the table come in one step each.
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
    if (m_rows != merged)
        setRows(std::move(merged));
}

/// The same items in another order.
void FolderListModel::setRows(std::vector<int> rows)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> items;
    items.reserve(std::size_t(before.size()));
    for (const QModelIndex &index : before)
        items.push_back(m_rows[std::size_t(index.row())]);
    m_rows = std::move(rows);
    if (!before.isEmpty()) {
        std::vector<int> rowOfItem(m_items.size(), -1);
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            rowOfItem[std::size_t(m_rows[row])] = int(row);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(index(rowOfItem[std::size_t(items[std::size_t(i)])], before[i].column()));
        changePersistentIndexList(before, after);
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

bool FolderListModel::isLess(int left, int right) const
{
    const Item &a = m_items[std::size_t(left)];
    const Item &b = m_items[std::size_t(right)];
    const files::FileAttributes &one = a.entry.attributes;
    const files::FileAttributes &other = b.entry.attributes;
    if (one.isFolder() != other.isFolder())
        return one.isFolder();
    int order = 0;
    switch (m_sorted) {
    case Size: order = compared(one.size.value_or(0), other.size.value_or(0)); break;
    case Modified: order = compared(one.modified.value_or(0), other.modified.value_or(0)); break;
    case Permissions:
        order = compared(one.permissions.value_or(0) & 07777U, other.permissions.value_or(0) & 07777U);
        break;
    case Kind: order = compared(int(one.type()), int(other.type())); break;
    case Name:
    case ColumnCount: break;
    }
    if (order == 0)
        order = a.key.compare(b.key);
    if (order == 0)
        order = compared(left, right);
    return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
}

void FolderListModel::sort(int column, Qt::SortOrder order)
{
    m_sorted = Column(std::clamp(column, 0, ColumnCount - 1));
    m_order = order;
    std::vector<int> rows = m_rows;
    std::ranges::sort(rows, [this](int left, int right) { return isLess(left, right); });
    setRows(std::move(rows));
}

void FolderListModel::setHiddenNames(HiddenNames hidden)
{
    if (hidden == m_hidden)
        return;
    beginResetModel();
    m_hidden = hidden;
    m_rows.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (isShown(m_items[i]))
            m_rows.push_back(int(i));
    }
    std::ranges::sort(m_rows, [this](int left, int right) { return isLess(left, right); });
    endResetModel();
}

void FolderListModel::setTarget(const QByteArray &name, const session::LinkTarget &target)
{
    const int row = rowOf(name);
    if (row < 0)
        return;
    m_items[std::size_t(m_rows[std::size_t(row)])].target = target;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

const FolderListModel::Item *FolderListModel::item(int row) const
{
    return row >= 0 && row < rowCount() ? &m_items[std::size_t(m_rows[std::size_t(row)])] : nullptr;
}

int FolderListModel::rowOf(const QByteArray &name) const
{
    const auto found =
        std::ranges::find_if(m_rows, [&](int item) { return m_items[std::size_t(item)].entry.name == name; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QStringList FolderListModel::folders(int most) const
{
    QStringList names;
    for (const int row : m_rows) {
        const Item &item = m_items[std::size_t(row)];
        if (item.entry.attributes.isFolder() && item.problem.isEmpty() && names.size() < most)
            names.append(item.name());
    }
    return names;
}

int FolderListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int FolderListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString FolderListModel::kindText(const Item &item) const
{
    if (!item.problem.isEmpty())
        return tr("Cannot be used: %1").arg(item.problem);
    if (!item.isLink() || !item.target)
        return typeWord(item.type());
    const QString path = visibleControls(QString::fromUtf8(item.target->path));
    if (!item.target->attributes)
        return path.isEmpty() ? tr("Link, it cannot be followed")
                              : tr("Link to %1, where nothing is", "a path").arg(path);
    return tr("Link to %1 (%2)", "a path, and what is there").arg(path, typeWord(item.type()).toLower());
}

QString FolderListModel::text(const Item &item, Column column) const
{
    const files::FileAttributes &attributes = item.entry.attributes;
    switch (column) {
    case Name: return visibleControls(item.name());
    case Size:
        return attributes.isRegular() && attributes.size
                   ? QLocale().formattedDataSize(qint64(std::min(*attributes.size, quint64(1) << 62)))
                   : QString();
    case Modified: return modifiedOf(item).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case Permissions: return attributes.permissions ? permissionText(*attributes.permissions) : QString();
    case Kind: return kindText(item);
    case ColumnCount: break;
    }
    return {};
}

QVariant FolderListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = *this->item(index.row());
    const Column column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(item, column);
    case Qt::TextAlignmentRole: return alignment(column);
    case TypeRole: return int(item.type());
    case Qt::AccessibleTextRole:
        return column == Name ? tr("%1, %2", "a name and what it is").arg(text(item, Name), kindText(item))
                              : text(item, column);
    case Qt::ToolTipRole:
        if (column == Size && item.entry.attributes.size)
            return tr("%1 bytes").arg(*item.entry.attributes.size);
        return column == Modified ? localAndUtc(modifiedOf(item)) : text(item, column);
    default: return {};
    }
}

QVariant FolderListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(Column(section));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name: return tr("Name");
    case Size: return tr("Size");
    case Modified: return tr("Modified");
    case Permissions: return tr("Permissions");
    case Kind: return tr("Type");
    case ColumnCount: break;
    }
    return {};
}

Qt::ItemFlags FolderListModel::flags(const QModelIndex &index) const
{
    const Item *item = this->item(index.row());
    if (!item || !item->problem.isEmpty())
        return item ? Qt::ItemNeverHasChildren : Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndexList FolderListModel::match(const QModelIndex &start, int role, const QVariant &value, int hits,
                                       Qt::MatchFlags flags) const
{
    if (role != Qt::DisplayRole || hits != 1)
        return QAbstractTableModel::match(start, role, value, hits, flags);
    const QString wanted = value.toString().toCaseFolded();
    for (int i = 0; i < rowCount(); ++i) {
        const int row = (start.row() + i) % rowCount();
        if (item(row)->key.startsWith(wanted) && item(row)->problem.isEmpty())
            return {index(row, start.column())};
    }
    return {};
}

} // namespace holdpoint::items
