// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostfolder.h>
#include <ui/files/copybar.h>

#include <QObject>
#include <QPointer>

namespace holdpoint::ui {

class HostBrowser;
class TerminalPane;

/// Files and folders dropped on a terminal or chosen for its host, and those wanted from it: asks where they go, and shows
/// how they fare above the terminal.
///
/// Thread: GUI. Belongs to its pane. Copies nothing itself: copyWanted() and cancelWanted() go to who can.
class PaneFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneFiles)

public:
    /// `folder` is where fetched files are kept unless a person names another.
    PaneFiles(TerminalPane &pane, QString folder, session::HostFolder::Connection connection);

    [[nodiscard]] CopyBar *bar() const { return m_bar; }
    /// How the copies stand, wherever their rows are shown.
    void refresh(const QList<Copy> &copies);
    void setProgress(const QString &id, qint64 done, qint64 total);
    void setFolderProgress(const QString &id, const session::FolderProgress &progress);
    void askToSend(const QStringList &paths);
    void chooseFiles();
    /// `name` is a first suggestion, as it may stand in the terminal.
    void askToFetch(const QString &name);
    /// Shows the host's files; the same window again while it is open.
    void browse();

signals:
    void copyWanted(const holdpoint::files::TransferOrder &order);
    void cancelWanted(const QString &id);

private:
    [[nodiscard]] QString hostFolder() const;
    void connectBar(CopyBar *bar);
    void order(const QList<files::TransferOrder> &orders);

    TerminalPane &m_pane;
    QString m_folder;
    session::HostFolder::Connection m_connection;
    CopyBar *m_bar;
    QPointer<HostBrowser> m_browser;
    QList<Copy> m_copies; ///< as they were last told
};

} // namespace holdpoint::ui
