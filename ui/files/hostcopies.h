// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/foldercopy.h>
#include <models/session/hosttransfer.h>
#include <ui/files/copybar.h>

#include <map>

namespace holdpoint::ui {

/// Files and folders copied to and from one host outside any run.
///
/// Thread: GUI. Owns the transfers; the transport outlives those under way.
class HostCopies final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostCopies)

public:
    using QObject::QObject;

    void copy(const files::TransferOrder &order, session::Transport &transport);
    void cancel(const QString &id);
    [[nodiscard]] const QList<Copy> &copies() const { return m_copies; }
    [[nodiscard]] QList<Copy> running() const;

signals:
    void changed();
    void progressed(const QString &id, qint64 done, qint64 total);
    void folderProgressed(const QString &id, const holdpoint::session::FolderProgress &progress);

private:
    using Progressed = std::function<void(qint64 done, qint64 total)>;
    using Ended = std::function<void(const Result<files::Copied> &result)>;
    void copyFile(const QString &id, std::unique_ptr<session::HostTransfer> transfer, Progressed progressed,
                  Ended ended);
    void copyFolder(const QString &id, const files::TransferOrder &order, session::Transport &transport);
    void copyPart(const QString &id, int number, const files::TransferOrder &order, session::Transport *transport);
    void fileEnded(const QString &id, const Result<files::Copied> &result);
    void folderEnded(const QString &id, const session::FolderTally &tally);
    [[nodiscard]] Copy &find(const QString &id);

    QList<Copy> m_copies;
    std::map<QString, std::unique_ptr<session::HostTransfer>> m_transfers; ///< by the copy's id, or the part's in it
    std::map<QString, std::unique_ptr<session::FolderCopy>> m_folders;
};

} // namespace holdpoint::ui
