// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>
#include <models/files/treereader.h>
#include <models/session/filelanes.h>
#include <models/session/foldertally.h>

#include <QSet>
#include <QTimer>

#include <map>

namespace holdpoint::session {

/// Copies a folder with all that lies below it as a set of single copies, each with its own proof: finds out what there
/// is, makes the folders, then asks for one file after the other. The folders keep the times of their last change, as files
/// do. What is complete stays, and the next attempt finds it.
///
/// Symbolic links are not followed, here or there; no name that a host tells leads out of the folder.
/// Thread: GUI thread; disk is on a pool. Borrows the transport.
/// Invariants: finished() exactly once, after start(); copyFile is not called after it.
/// Errors, in the tally: NotFound, NotPermitted, Invalid (no folder, or too much in it), Io, Disconnected, Cancelled.
/// Not here: the single copies, and the record of them (RunSession, ui/files/hostcopies).
class FolderCopy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderCopy)

public:
    /// Begins one copy, over one of the lanes(); fileEnded() is told of its end under that number.
    using CopyFile = std::function<void(int number, const files::TransferOrder &order)>;

    FolderCopy(files::TransferOrder order, Transport &transport, CopyFile copyFile, QObject *parent = nullptr);
    ~FolderCopy() override;

    void start();
    /// Begins nothing more; ends once the files under way have ended.
    void cancel();
    /// Ends now, whatever is under way.
    void abandon(const Error &why);
    /// What the files go over: taken for each, and given back at its end.
    [[nodiscard]] FileLanes &lanes() { return m_lanes; }
    [[nodiscard]] bool isEnding() const { return m_over || m_tally.error; }

    void fileProgressed(int number, qint64 done);
    void fileEnded(int number, const Result<files::Copied> &result);

signals:
    void progressed(const holdpoint::session::FolderProgress &progress);
    /// A file under way is to be called off.
    void cancelWanted(int number);
    void finished(const holdpoint::session::FolderTally &tally);

private:
    void readHere();
    void readThere();
    void treeRead(const Result<files::Tree> &tree);
    void makeFoldersHere();
    void makeFoldersThere();
    void makeFolderThere(const files::TreeFolder &folder);
    void folderMade(const QString &path, const Result<> &made);
    void copyFiles();
    void copyNext();
    void copy(int number);
    void fileFailed(int number, const Error &error);
    void stop(const Error &why);
    void finishIfDone();
    void keepTimes();
    void keepTimesHere();
    void keepTimesThere();
    void askForTimesThere();
    void timesKept(qsizetype lost);
    [[nodiscard]] QList<files::TreeFolder> madeFolders() const;
    void tellProgress();
    [[nodiscard]] QByteArray onHost(const QString &path) const;

    const files::TransferOrder m_order;
    const CopyFile m_copyFile;
    const files::CancelFlag m_cancel = std::make_shared<std::atomic<bool>>(false);
    const QPointer<Transport> m_transport;
    FileLanes m_lanes;
    std::unique_ptr<FileService> m_service; ///< until the folders are there, then one of the lanes
    std::unique_ptr<files::TreeReader> m_reader;
    files::Tree m_tree;
    QSet<QString> m_closed; ///< folders that nothing can be put into
    qsizetype m_nextFolder = 0;
    int m_makingFolders = 0;
    enum class Stage { Looking, Copying, KeepingTimes, Settled };
    Stage m_stage = Stage::Looking;
    int m_nextFile = 0;
    std::map<int, qint64> m_underWay; ///< how far each file is
    qsizetype m_namesTaken = 0;
    FolderProgress m_progress;
    FolderTally m_tally;
    QTimer m_tellTimer;
    bool m_over = false;
};

} // namespace holdpoint::session
