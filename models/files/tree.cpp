// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/tree.h>

#include <models/base/text.h>

#include <algorithm>
#include <limits>

namespace holdpoint::files {

namespace {

constexpr qsizetype mostRemarks = 50;
constexpr qsizetype longestRemark = 300;

} // namespace

void Remarks::add(const QString &remark)
{
    ++m_count;
    if (m_first.size() < mostRemarks)
        m_first.append(elided(visibleControls(remark), longestRemark));
}

Result<> Tree::addFile(const QString &path, qint64 size)
{
    if (m_files.size() >= m_limits.files)
        return fail(ErrorKind::Invalid, QStringLiteral("it holds more than %L1 files, which is more than is copied at "
                                                       "once: take it in parts, or as one archive")
                                            .arg(m_limits.files));
    m_files.append({path, std::max<qint64>(size, 0)});
    // A host may say what it likes about sizes.
    m_bytes = m_files.last().size > std::numeric_limits<qint64>::max() - m_bytes ? std::numeric_limits<qint64>::max()
                                                                                 : m_bytes + m_files.last().size;
    return {};
}

Result<> Tree::addFolder(const TreeFolder &folder)
{
    if (m_folders.size() > m_limits.folders)
        return fail(ErrorKind::Invalid,
                    QStringLiteral("it holds more than %L1 folders, which is more than is copied at "
                                   "once: take it in parts, or as one archive")
                        .arg(m_limits.folders));
    if (folder.path.count(u'/') + 1 > m_limits.depth)
        return fail(ErrorKind::Invalid, QStringLiteral("its folders lie more than %1 deep: %2")
                                            .arg(m_limits.depth)
                                            .arg(elided(visibleControls(folder.path), longestRemark)));
    m_folders.append(folder);
    return {};
}

void Tree::leave(const QString &path, const QString &why) { m_left.add(QStringLiteral("%1: %2").arg(path, why)); }

void Tree::fault(const QString &path, const QString &why) { m_problems.add(QStringLiteral("%1: %2").arg(path, why)); }

} // namespace holdpoint::files
