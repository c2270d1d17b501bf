// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/panefiles.h>

#include <ui/files/copydialog.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <QDesktopServices>
#include <QFileDialog>
#include <QUrl>

namespace holdpoint::ui {

PaneFiles::PaneFiles(TerminalPane &pane, QString folder)
    : QObject(&pane)
    , m_pane(pane)
    , m_folder(std::move(folder))
    , m_bar(new CopyBar(&pane))
{
    pane.addBar(m_bar);
    connect(&pane, &TerminalPane::filesDropped, this, &PaneFiles::askToSend);
    connect(pane.view(), &TerminalView::sendFilesWanted, this, &PaneFiles::chooseFiles);
    connect(pane.view(), &TerminalView::fetchFileWanted, this, &PaneFiles::askToFetch);
    connect(m_bar, &CopyBar::copyWanted, this, &PaneFiles::copyWanted);
    connect(m_bar, &CopyBar::cancelWanted, this, &PaneFiles::cancelWanted);
    connect(m_bar, &CopyBar::folderWanted, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
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
                                   .remotePath = hostFolder()},
                                  &m_pane);
    connect(dialog, &CopyDialog::confirmed, this, [this](const QList<files::TransferOrder> &orders) {
        for (const files::TransferOrder &order : orders)
            emit copyWanted(order);
    });
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
                                   .localFolder = m_folder},
                                  &m_pane);
    connect(dialog, &CopyDialog::confirmed, this, [this](const QList<files::TransferOrder> &orders) {
        for (const files::TransferOrder &order : orders)
            emit copyWanted(order);
    });
    dialog->open();
}

} // namespace holdpoint::ui
