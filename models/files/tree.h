// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace holdpoint::files {

/// What a folder may hold to be copied at once.
struct TreeLimits
{
    qsizetype files = 10'000;
    qsizetype folders = 10'000;
    qsizetype names = 100'000; ///< of whatever kind, so that a host cannot list for ever
    int depth = 40;            ///< of folders in folders
};

/// Some sentences about many things: the first of them, and how many there are.
class Remarks
{
public:
    void add(const QString &remark);
    [[nodiscard]] const QStringList &first() const { return m_first; }
    [[nodiscard]] qsizetype count() const { return m_count; }

private:
    QStringList m_first;
    qsizetype m_count = 0;
};

/// A plain file in a tree, by its path from the top.
struct TreeFile
{
    QString path;
    qint64 size = 0; ///< as it is said to be
};

/// A folder in a tree, likewise; the top itself has an empty path.
struct TreeFolder
{
    QString path;
    quint32 permissions = 0700; ///< the nine bits of chmod(2)
    std::optional<qint64> modified{}; ///< seconds since 1970, where that is known
};

/// What lies below a folder that is to be copied: plain files and folders by their path from it, with "/" between. The
/// folder itself is the first of them.
///
/// Symbolic links are not followed and, like pipes, sockets and devices, not copied: `left` says so of each. What should
/// have been copied and cannot be looked at is in `problems`.
class Tree
{
public:
    explicit Tree(TreeFolder top = {}, TreeLimits limits = {})
        : m_limits(limits)
        , m_folders{std::move(top)}
    {
    }

    // Errors: Invalid once there is too much of it.
    Result<> addFile(const QString &path, qint64 size);
    Result<> addFolder(const TreeFolder &folder);
    void setTopModified(std::optional<qint64> seconds) { m_folders.first().modified = seconds; }
    void leave(const QString &path, const QString &why);
    void fault(const QString &path, const QString &why);

    [[nodiscard]] const QList<TreeFile> &files() const { return m_files; }
    [[nodiscard]] const QList<TreeFolder> &folders() const { return m_folders; } ///< each after the one it lies in
    [[nodiscard]] const Remarks &left() const { return m_left; }
    [[nodiscard]] const Remarks &problems() const { return m_problems; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< of all files
    [[nodiscard]] const TreeLimits &limits() const { return m_limits; }

private:
    TreeLimits m_limits;
    QList<TreeFile> m_files;
    QList<TreeFolder> m_folders;
    Remarks m_left;
    Remarks m_problems;
    qint64 m_bytes = 0;
};

} // namespace holdpoint::files
