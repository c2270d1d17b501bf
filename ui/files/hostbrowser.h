// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>
#include <models/items/folderlistmodel.h>
#include <models/session/hostfolder.h>

#include <QDialog>
#include <QStringListModel>
#include <QTimer>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace holdpoint::ui {

class CopyBar;
class ElidedLabel;
class ToneLabel;

/// The files of a host, a folder at a time: to fetch some, to send some here, or to choose one for who asked.
///
/// Thread: GUI. Copies nothing itself: ordersMade() goes to who can. Belongs to its parent, and deletes itself when closed.
class HostBrowser final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostBrowser)

public:
    enum class Purpose { Copy, ChooseSource, ChooseFolder };
    /// Where it begins.
    struct Subject
    {
        QString host;        ///< for words
        QString folder;      ///< of the host
        QString localFolder; ///< where fetched files are kept
    };

    HostBrowser(const Subject &subject, Purpose purpose, session::HostFolder::Connection connection, QWidget *parent);

    /// The rows of what is copied; of a browser that copies.
    [[nodiscard]] CopyBar *bar() const { return m_bar; }
    /// Reads the folder again.
    void readAgain();

signals:
    void ordersMade(const QList<holdpoint::files::TransferOrder> &orders);
    /// A path from the root; a folder's ends in a slash.
    void chosen(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    bool takeKey(const QKeyEvent &event);
    [[nodiscard]] QHBoxLayout *pathRow();
    [[nodiscard]] QHBoxLayout *keptRow();
    [[nodiscard]] QHBoxLayout *buttonRow();
    void buildTable();
    void connectFolder();
    void go(const QString &path);
    void goUp();
    void stop();
    void takePending();
    void folderEnded(const Result<files::FolderReader::End> &end);
    void showProblem(const QString &text);
    void refresh();
    void activate(const QModelIndex &index);
    void confirm();
    void fetch();
    void chooseFiles();
    void chooseFolder();
    void send(const QStringList &paths);
    void chooseLocalFolder();
    void resolveShownLinks();
    void keepCurrent();
    void standAgain();
    [[nodiscard]] QList<const items::FolderListModel::Item *> selection() const;
    /// With an empty name: the folder's own, with a slash at its end.
    [[nodiscard]] QString pathOf(const QString &name) const;
    [[nodiscard]] QString statusText() const;

    Subject m_subject;
    const Purpose m_purpose;
    session::HostFolder m_folder;
    items::FolderListModel m_names;
    QList<files::FolderEntry> m_pending; ///< came, and is not shown yet
    QTimer m_pendingTimer;
    QTimer m_linkTimer; ///< runs from a movement of the table to the look at its links
    QString m_path;     ///< shown; empty before the first folder is open
    QString m_left; ///< the one that was open before
    QString m_asked;    ///< the path asked for last
    QByteArray m_goTo;  ///< the name to stand on once it is there
    QStringListModel m_completions;
    QLineEdit *m_line;
    QPushButton *m_up;
    QPushButton *m_home;
    QPushButton *m_again; ///< reads again, or stops reading
    QTableView *m_table;
    ToneLabel *m_problem;
    QPushButton *m_retry;
    QLabel *m_status;
    QCheckBox *m_hidden;
    CopyBar *m_bar = nullptr;
    ElidedLabel *m_kept = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_confirm;
};

} // namespace holdpoint::ui
