// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/localtree.h>

#include <models/files/nameproblem.h>

#include <QDirIterator>
#include <QFile>

#include <sys/stat.h>

namespace holdpoint::files {

namespace {

/// The folder at this place of the disk, under its path in the tree.
TreeFolder folderAt(const QString &place, const QString &path)
{
    struct stat status
    {
    };
    if (::stat(QFile::encodeName(place).constData(), &status) != 0)
        return {path};
    return {path, status.st_mode & 0777U, qint64(status.st_mtim.tv_sec)};
}

/// One name of a folder. Errors: those of the tree's limits.
Result<> add(Tree &tree, const QString &path, const QFileInfo &info)
{
    if (const QString problem = nameProblem(QFile::encodeName(info.fileName())); !problem.isEmpty())
        tree.fault(path, problem);
    else if (info.isDir())
        return tree.addFolder(folderAt(info.filePath(), path));
    else if (info.isFile())
        return tree.addFile(path, info.size());
    else if (!info.exists())
        tree.fault(path, QStringLiteral("it is not there any more"));
    else
        tree.leave(path, QStringLiteral("no plain file"));
    return {};
}

/// All that lies in one folder. Errors: Cancelled, those of the tree's limits.
Result<> addAll(Tree &tree, const QString &folder, const QString &inside, const CancelFlag &cancel, qsizetype &names)
{
    QDirIterator entries(folder + u'/' + inside, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        entries.next();
        if (*cancel)
            return fail(ErrorKind::Cancelled, QStringLiteral("called off"));
        if (++names > tree.limits().names)
            return fail(ErrorKind::Invalid, QStringLiteral("it holds more than %L1 names").arg(tree.limits().names));
        const QFileInfo info = entries.fileInfo();
        if (info.isSymLink())
            tree.leave(inside + info.fileName(), QStringLiteral("a symbolic link, not followed"));
        else if (const auto added = add(tree, inside + info.fileName(), info); !added)
            return added;
    }
    return {};
}

} // namespace

Result<Tree> readLocalTree(const QString &folder, const QStringList &names, const CancelFlag &cancel, TreeLimits limits)
{
    const QFileInfo top(folder);
    if (!top.exists())
        return fail(ErrorKind::NotFound, QStringLiteral("there is no such folder"));
    if (!top.isDir())
        return fail(ErrorKind::Invalid, QStringLiteral("it is no folder"));
    if (!top.isReadable() || !top.isExecutable())
        return fail(ErrorKind::Io, QStringLiteral("it cannot be read"));
    Tree tree(folderAt(folder, {}), limits);
    for (const QString &name : names) {
        if (const QString problem = nameProblem(QFile::encodeName(name)); !problem.isEmpty())
            tree.fault(name, problem);
        else if (const auto added = add(tree, name, QFileInfo(folder + u'/' + name)); !added)
            return fail(added.error());
    }
    qsizetype found = names.size();
    for (qsizetype next = names.isEmpty() ? 0 : 1; next < tree.folders().size(); ++next) { // grows as it is walked
        const QString inside = next == 0 ? QString() : tree.folders()[next].path + u'/';
        const QFileInfo here(folder + u'/' + inside);
        if (!here.isReadable() || !here.isExecutable())
            tree.fault(inside, QStringLiteral("the folder cannot be read"));
        if (const auto added = addAll(tree, folder, inside, cancel, found); !added)
            return fail(added.error());
    }
    return tree;
}

} // namespace holdpoint::files
