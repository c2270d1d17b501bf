// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshconfigreader.h>

#include <app/ssh/optionalfile.h>

#include <QDir>
#include <QFileInfo>

#include <glob.h>

namespace holdpoint::ssh {

namespace {

constexpr qint64 largestFile = 4 << 20;
constexpr int deepestInclude = 16; // as ssh(1)

QStringList expandGlob(const QString &pattern)
{
    QStringList paths;
    glob_t found{};
    if (::glob(QFile::encodeName(pattern).constData(), 0, nullptr, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; ++i)
            paths.append(QFile::decodeName(found.gl_pathv[i]));
    }
    ::globfree(&found);
    return paths;
}

/// Relative includes live in ~/.ssh, those of the system's own files in /etc/ssh.
QString includePath(const QByteArray &pattern, const QString &includingFile)
{
    const QString path = QFile::decodeName(pattern);
    if (path.startsWith(QLatin1String("~/")))
        return homeFolder() + path.mid(1);
    if (QDir::isAbsolutePath(path))
        return path;
    const bool isSystem = includingFile.startsWith(QLatin1String("/etc/ssh/"));
    return (isSystem ? QStringLiteral("/etc/ssh/") : homeFolder() + QStringLiteral("/.ssh/")) + path;
}

} // namespace

Result<> SshConfigReader::readFileInto(const QString &path, int parent, int depth)
{
    if (depth > deepestInclude)
        return fail(ErrorKind::Invalid, QStringLiteral("%1: included too deeply").arg(path));
    const auto bytes = readOptionalFile(path, largestFile);
    if (!bytes)
        return fail(bytes.error());
    m_block = parent;
    int number = 0;
    for (const QByteArray &line : bytes->split('\n')) {
        const QString place = QStringLiteral("%1:%2").arg(path).arg(++number);
        const auto parsed = ConfigLine::parse(line);
        if (!parsed)
            return fail(ErrorKind::Invalid, QStringLiteral("%1: a quote is not closed").arg(place));
        if (auto read = readLine(*parsed, path, place, parent, depth); !read)
            return read;
    }
    return {};
}

Result<> SshConfigReader::readLine(const ConfigLine &line, const QString &path, const QString &place, int parent,
                                   int depth)
{
    if (line.keyword == "match") {
        const auto criteria = MatchCriteria::parse(line.rest);
        if (!criteria)
            return fail(ErrorKind::Invalid, QStringLiteral("%1: %2").arg(place, criteria.error().detail));
        m_config.m_blocks.append({parent, place, {}, *criteria});
        m_block = int(m_config.m_blocks.size()) - 1;
        return {};
    }
    if (line.keyword == "host") { // one that names nobody is about nobody
        m_config.m_blocks.append({parent, place, line.arguments, {}});
        m_block = int(m_config.m_blocks.size()) - 1;
        return {};
    }
    if (line.arguments.isEmpty())
        return {};
    if (line.keyword == "include")
        return include(line.arguments, path, depth);
    m_config.m_directives.append({m_block, line.keyword, line.arguments, place});
    return {};
}

Result<> SshConfigReader::include(const QList<QByteArray> &patterns, const QString &path, int depth)
{
    const int enclosing = m_block;
    for (const QByteArray &pattern : patterns) {
        for (const QString &file : expandGlob(includePath(pattern, path))) {
            if (auto read = readFileInto(file, enclosing, depth + 1); !read)
                return read;
        }
    }
    m_block = enclosing;
    return {};
}

} // namespace holdpoint::ssh
