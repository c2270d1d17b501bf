// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/folderreader.h>
#include <models/files/tree.h>

#include <QSet>

#include <memory>
#include <vector>

namespace holdpoint::files {

/// Finds what lies below a folder of a host, or below some names in it, some folders at a time. Believes no name that
/// would lead out of it, and no name twice.
///
/// Thread: its owner's. Invariants: `done` is called once, last, and never after the reader's death.
/// Errors: those of FolderReader for the folder itself (of one in it: a problem of the tree), Invalid for too much.
class TreeReader final : public QObject
{
public:
    using Progressed = std::function<void(qsizetype files)>;
    using Done = std::function<void(const Result<Tree> &)>;

    /// Borrows the client, which outlives it. With `names`, which may be links, no more than these of the folder.
    TreeReader(SftpClient &client, QByteArray folder, const QStringList &names, TreeLimits limits,
               Progressed progressed, Done done);

    void start();

private:
    struct Folder
    {
        QString path; ///< from the top, ending in a slash; empty for the top itself
        QSet<QByteArray> names;
        std::unique_ptr<FolderReader> reader;
        bool isDone = false;
    };

    void next();
    void lookAtTop();
    void read(const QString &path);
    Result<> take(Folder &folder, const FolderEntry &entry);
    Result<> place(const QString &path, const FileAttributes &attributes);
    void lookOn();
    void lookedAt(const QString &path, const Result<Reply> &reply);
    void folderEnded(Folder &folder, const Result<FolderReader::End> &end);
    void finish(const Result<Tree> &result);
    [[nodiscard]] QByteArray onHost(const QString &path) const;

    SftpClient &m_client;
    const QByteArray m_top;
    Tree m_tree;
    const Progressed m_progressed;
    Done m_done;
    std::vector<std::unique_ptr<Folder>> m_reading;
    qsizetype m_begun = -1; ///< index of the last folder that is read, or was
    qsizetype m_names = 0;
    /// Names that no listing says what they are of, to be asked about.
    struct Unknown
    {
        QString path;
        bool isNamed = false; ///< by a person, who means where it leads
    };
    QList<Unknown> m_unknown;
    int m_looking = 0; ///< questions about them under way
};

} // namespace holdpoint::files
