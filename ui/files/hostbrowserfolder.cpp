// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/hostbrowser.h>

#include <models/base/text.h>
#include <ui/common/tonelabel.h>

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

// The folder of the host that is looked at.
namespace holdpoint::ui {

using items::FolderListModel;

namespace {

constexpr int mostCompletions = 2000;

QString problemWords(const Error &error)
{
    const QString detail = visibleControls(error.detail);
    switch (error.kind) {
    case ErrorKind::NotPermitted: return HostBrowser::tr("You may not look into this folder (%1).").arg(detail);
    case ErrorKind::NotFound: return HostBrowser::tr("It is not there, or not any more (%1).").arg(detail);
    case ErrorKind::Invalid: return HostBrowser::tr("That is no folder (%1).").arg(detail);
    case ErrorKind::Disconnected:
        return HostBrowser::tr("There is no connection (%1). Connect the terminal again, then try again here.")
            .arg(detail);
    case ErrorKind::Corrupt:
        return HostBrowser::tr("The host’s file service does not do what it should (%1).").arg(detail);
    default: return HostBrowser::tr("The folder cannot be read (%1).").arg(detail);
    }
}

} // namespace

void HostBrowser::connectFolder()
{
    connect(&m_folder, &session::HostFolder::opened, this, [this](const QString &path) {
        m_path = path;
        m_line->setText(visibleControls(path));
        refresh();
    });
    connect(&m_folder, &session::HostFolder::came, this, [this](const QList<files::FolderEntry> &entries) {
        m_pending += entries;
        if (m_names.count() == 0)
            takePending(); // a small folder is there at once
        else if (!m_pendingTimer.isActive())
            m_pendingTimer.start();
    });
    connect(&m_pendingTimer, &QTimer::timeout, this, &HostBrowser::takePending);
    connect(&m_folder, &session::HostFolder::ended, this, &HostBrowser::folderEnded);
    connect(&m_folder, &session::HostFolder::resolved, this,
            [this](const QByteArray &name, const session::LinkTarget &target) {
                m_names.setTarget(name, target);
                refresh();
            });
}

void HostBrowser::go(const QString &path)
{
    m_asked = path.isEmpty() ? QStringLiteral("~") : path;
    if (!m_path.isEmpty())
        m_left = std::exchange(m_path, {}); // what is done before the new one is there must not mean the old one
    m_pending.clear();
    m_pendingTimer.stop();
    m_table->keyboardSearch({}); // what is typed from now on is the beginning of another name
    m_names.clear();
    m_completions.setStringList({});
    m_line->setText(visibleControls(m_asked));
    showProblem({});
    m_folder.open(m_asked);
    refresh();
}

void HostBrowser::goUp()
{
    if (m_path.isEmpty() && !m_left.isEmpty())
        return go(m_left); // out of one that does not open
    const qsizetype slash = m_path.lastIndexOf(u'/');
    if (m_path.size() < 2 || slash < 0)
        return;
    m_goTo = m_path.mid(slash + 1).toUtf8();
    go(m_path.left(std::max<qsizetype>(slash, 1)));
}

void HostBrowser::readAgain()
{
    keepCurrent();
    go(m_path.isEmpty() ? m_asked : m_path);
}

void HostBrowser::stop()
{
    m_folder.stop();
    takePending();
    showProblem(tr("Stopped: the folder may hold more than these names."));
}

/// The row that somebody stands on is the same name after the table was filled anew.
void HostBrowser::keepCurrent()
{
    if (const FolderListModel::Item *item = m_names.item(m_table->currentIndex().row()))
        m_goTo = item->entry.name;
}

/// There, or on the first row.
void HostBrowser::standAgain()
{
    const int row = m_goTo.isEmpty() ? -1 : m_names.rowOf(m_goTo);
    m_goTo.clear();
    if (row >= 0)
        m_table->selectRow(row);
    else if (!m_table->currentIndex().isValid() && m_names.rowCount() > 0)
        m_table->setCurrentIndex(m_names.index(0, 0));
}

void HostBrowser::takePending()
{
    m_names.add(std::exchange(m_pending, {}));
    refresh();
}

void HostBrowser::folderEnded(const Result<files::FolderReader::End> &end)
{
    takePending();
    if (!end)
        showProblem(problemWords(end.error()));
    else if (*end == files::FolderReader::End::Cut)
        showProblem(tr("The folder holds more than these names: no more of them were read."));
    standAgain();
    QStringList paths;
    for (const QString &name : m_names.folders(mostCompletions)) {
        if (const QString path = pathOf(name); visibleControls(path) == path)
            paths.append(path);
    }
    m_completions.setStringList(paths);
    refresh();
}

void HostBrowser::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_retry->setVisible(!text.isEmpty());
}

QString HostBrowser::pathOf(const QString &name) const
{
    return (m_path.endsWith(u'/') ? m_path : m_path + u'/') + name;
}

/// A host is asked where its links lead for the rows that somebody sees.
void HostBrowser::resolveShownLinks()
{
    const int first = std::max(m_table->rowAt(0), 0);
    const int below = m_table->rowAt(m_table->viewport()->height() - 1);
    const int last = below < 0 ? m_names.rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        const FolderListModel::Item *item = m_names.item(row);
        if (item->isLink() && !item->target && item->problem.isEmpty())
            m_folder.resolve(item->entry.name);
    }
}

} // namespace holdpoint::ui
