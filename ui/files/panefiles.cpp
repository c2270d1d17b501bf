// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/panefiles.h>

#include <ui/files/copydialog.h>
#include <ui/files/hostbrowser.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <QDesktopServices>
#include <QFileDialog>
#include <QUrl>

namespace holdpoint::ui {

PaneFiles::PaneFiles(TerminalPane &pane, QString folder, session::HostFolder::Connection connection)
    : QObject(&pane)
    , m_pane(pane)
    , m_folder(std::move(folder))
    , m_connection(std::move(connection))
    , m_bar(new CopyBar(&pane))
{
    pane.addBar(m_bar);
    connect(&pane, &TerminalPane::filesDropped, this, &PaneFiles::askToSend);
    connect(pane.view(), &TerminalView::sendFilesWanted, this, &PaneFiles::chooseFiles);
    connect(pane.view(), &TerminalView::fetchFileWanted, this, &PaneFiles::askToFetch);
    connect(pane.view(), &TerminalView::browseFilesWanted, this, &PaneFiles::browse);
    connectBar(m_bar);
}

void PaneFiles::connectBar(CopyBar *bar)
{
    connect(bar, &CopyBar::copyWanted, this, &PaneFiles::copyWanted);
    connect(bar, &CopyBar::cancelWanted, this, &PaneFiles::cancelWanted);
    connect(bar, &CopyBar::folderWanted, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
}

void PaneFiles::refresh(const QList<Copy> &copies)
{
    m_copies = copies;
    m_bar->refresh(copies);
    if (m_browser)
        m_browser->bar()->refresh(copies);
}

void PaneFiles::setProgress(const QString &id, qint64 done, qint64 total)
{
    m_bar->setProgress(id, done, total);
    if (m_browser)
        m_browser->bar()->setProgress(id, done, total);
}

void PaneFiles::setFolderProgress(const QString &id, const session::FolderProgress &progress)
{
    m_bar->setFolderProgress(id, progress);
    if (m_browser)
        m_browser->bar()->setFolderProgress(id, progress);
}

void PaneFiles::order(const QList<files::TransferOrder> &orders)
{
    for (const files::TransferOrder &order : orders)
        emit copyWanted(order);
}

void PaneFiles::browse()
{
    if (m_browser) {
        m_browser->raise();
        m_browser->activateWindow();
        return;
    }
    m_browser = new HostBrowser({.host = m_pane.name(), .folder = hostFolder(), .localFolder = m_folder},
                                HostBrowser::Purpose::Copy, m_connection, &m_pane);
    connect(m_browser, &HostBrowser::ordersMade, this, &PaneFiles::order);
    connectBar(m_browser->bar());
    connect(m_browser->bar(), &CopyBar::ended, m_browser, [browser = m_browser](const Copy &copy) {
        if (copy.order.direction == files::Direction::Put)
            browser->readAgain();
    });
    m_browser->bar()->refresh(m_copies);
    m_browser->show(); // beside the terminal, which stays usable
}

QString PaneFiles::hostFolder() const
{
    const QString folder = m_pane.shell() ? m_pane.shell()->workingDirectory() : QString();
    return folder.isEmpty() ? QStringLiteral("~/") : folder.endsWith(u'/') ? folder : folder + u'/';
}

void PaneFiles::askToSend(const QStringList &paths)
{
    auto *dialog = new CopyDialog({.direction = files::Direction::Put,
                                   .host = m_pane.name(),
                                   .localPaths = paths,
                                   .remotePath = hostFolder(),
                                   .connection = m_connection},
                                  &m_pane);
    connect(dialog, &CopyDialog::confirmed, this, &PaneFiles::order);
    dialog->open();
}

void PaneFiles::chooseFiles()
{
    auto *chooser = new QFileDialog(&m_pane, tr("Files to send"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &PaneFiles::askToSend);
    chooser->open();
}

void PaneFiles::askToFetch(const QString &name)
{
    const QString wanted = name.trimmed();
    const bool usable = !wanted.isEmpty() && !wanted.contains(u'\n');
    const bool whole = wanted.startsWith(u'/') || wanted.startsWith(QStringLiteral("~/"));
    auto *dialog = new CopyDialog({.direction = files::Direction::Fetch,
                                   .host = m_pane.name(),
                                   .remotePath = !usable ? hostFolder() : whole ? wanted : hostFolder() + wanted,
                                   .localFolder = m_folder,
                                   .connection = m_connection},
                                  &m_pane);
    connect(dialog, &CopyDialog::confirmed, this, &PaneFiles::order);
    dialog->open();
}

} // namespace holdpoint::ui
