// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/hostbrowser.h>

#include <models/base/text.h>
#include <ui/common/elidedlabel.h>
#include <ui/files/localorders.h>

#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

// What is chosen in the folder, and what is to be done with it.
namespace holdpoint::ui {

using files::Direction;
using files::Extent;
using files::FileType;
using items::FolderListModel;

namespace {

/// Of one order, which names each of them in the record.
constexpr qsizetype mostChosen = 5000;
constexpr quint64 largestCounted = quint64(1) << 45; // a host may say what it likes about sizes

QString namesText(int count)
{
    return count == 0   ? HostBrowser::tr("No name")
           : count == 1 ? HostBrowser::tr("One name")
                        : HostBrowser::tr("%L1 names").arg(count);
}

} // namespace

QList<const FolderListModel::Item *> HostBrowser::selection() const
{
    QList<const FolderListModel::Item *> items;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const auto *item = m_names.item(row); item && item->problem.isEmpty())
                items.append(item);
        }
    }
    return items;
}

QString HostBrowser::statusText() const
{
    if (m_folder.isReading())
        return tr("Reading: %1 so far").arg(namesText(m_names.count()));
    QStringList parts{namesText(m_names.rowCount())};
    if (m_names.hiddenCount() > 0)
        parts.append(tr("%L1 hidden", "names in a folder").arg(m_names.hiddenCount()));
    const auto chosen = selection();
    quint64 bytes = 0;
    for (const auto *item : chosen)
        bytes +=
            item->entry.attributes.isRegular() ? std::min(item->entry.attributes.size.value_or(0), largestCounted) : 0;
    if (chosen.size() > 1 && bytes == 0)
        parts.append(tr("%L1 chosen", "names").arg(chosen.size()));
    else if (chosen.size() > 1)
        parts.append(tr("%L1 chosen (%2)", "names; their size")
                         .arg(chosen.size())
                         .arg(QLocale().formattedDataSize(qint64(bytes))));
    if (chosen.size() > mostChosen)
        parts.append(tr("more than %1 at once need their whole folder").arg(QLocale().toString(mostChosen)));
    return parts.join(QStringLiteral(" · "));
}

void HostBrowser::refresh()
{
    const auto chosen = selection();
    const bool reading = m_folder.isReading();
    m_again->setText(reading ? tr("Stop") : tr("Read again"));
    m_up->setEnabled(m_path.size() > 1 || (m_path.isEmpty() && !m_left.isEmpty()));
    m_status->setText(statusText());
    const bool folder = chosen.size() == 1 && chosen.first()->type() == FileType::Folder;
    switch (m_purpose) {
    case Purpose::Copy:
        m_confirm->setText(folder              ? tr("Fetch the folder")
                           : chosen.size() > 1 ? tr("Fetch all %L1", "chosen names").arg(chosen.size())
                                               : tr("Fetch"));
        m_confirm->setEnabled(!m_path.isEmpty() && !chosen.isEmpty() && chosen.size() <= mostChosen
                              && !m_subject.localFolder.isEmpty());
        m_send->setEnabled(!m_path.isEmpty());
        break;
    case Purpose::ChooseSource:
        m_confirm->setText(folder ? tr("Choose the folder") : tr("Choose the file"));
        m_confirm->setEnabled(!chosen.isEmpty());
        break;
    case Purpose::ChooseFolder:
        m_confirm->setText(folder ? tr("Choose %1").arg(elided(visibleControls(chosen.first()->name()), 24))
                                  : tr("Choose this folder"));
        m_confirm->setEnabled(!m_path.isEmpty());
        break;
    }
    m_confirm->setAccessibleName(m_confirm->text());
}

void HostBrowser::activate(const QModelIndex &index)
{
    const FolderListModel::Item *item = m_names.item(index.row());
    if (!item || !item->problem.isEmpty())
        return;
    // Where a link leads may not be known yet; most that are entered lead to folders.
    if (item->type() == FileType::Folder || (item->isLink() && !item->target))
        return go(pathOf(item->name()));
    if (m_purpose != Purpose::ChooseFolder && m_confirm->isEnabled())
        confirm();
}

void HostBrowser::confirm()
{
    if (m_purpose == Purpose::Copy)
        return fetch();
    const auto items = selection();
    const bool folder = !items.isEmpty() && items.first()->type() == FileType::Folder;
    if (m_purpose == Purpose::ChooseSource)
        emit chosen(folder ? pathOf(items.first()->name()) + u'/' : pathOf(items.first()->name()));
    else
        emit chosen(folder ? pathOf(items.first()->name()) + u'/' : pathOf({}));
    accept();
}

void HostBrowser::fetch()
{
    const auto items = selection();
    files::TransferOrder order{.direction = Direction::Fetch};
    if (items.size() == 1) {
        const QString name = items.first()->name();
        order.localPath = m_subject.localFolder + u'/' + name;
        order.remotePath = pathOf(name);
        order.extent = items.first()->type() == FileType::Folder ? Extent::Folder : Extent::File;
    } else {
        order.localPath = m_subject.localFolder;
        order.remotePath = m_path;
        order.extent = Extent::Folder;
        for (const auto *item : items)
            order.names.append(item->name());
    }
    emit ordersMade({order});
}

void HostBrowser::chooseFiles()
{
    auto *chooser = new QFileDialog(this, tr("Files to send"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &HostBrowser::send);
    chooser->open();
}

void HostBrowser::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("A folder to send"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    connect(chooser, &QFileDialog::filesSelected, this, &HostBrowser::send);
    chooser->open();
}

void HostBrowser::send(const QStringList &paths)
{
    emit ordersMade(ordersToSend(paths, pathOf({}), files::Existing::Refuse));
}

void HostBrowser::chooseLocalFolder()
{
    auto *chooser = new QFileDialog(this, tr("Where to keep it"), m_subject.localFolder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_subject.localFolder = folder;
        m_kept->setText(visibleControls(folder));
        refresh();
    });
    chooser->open();
}

} // namespace holdpoint::ui
