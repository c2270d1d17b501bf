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

std::optional<QList<QByteArray>> SshConfigReader::words(const QByteArray &line)
{
    QList<QByteArray> found;
    qsizetype at = 0;
    const auto isBlank = [&] { return line[at] == ' ' || line[at] == '\t' || line[at] == '\r' || line[at] == '\f'; };
    while (at < line.size()) {
        const bool isSeparator = found.size() == 1 && line[at] == '=';
        if (isBlank() || isSeparator) {
            ++at;
            continue;
        }
        if (line[at] == '#')
            break;
        QByteArray word;
        while (at < line.size() && !isBlank() && (!found.isEmpty() || line[at] != '=')) {
            if (line[at] != '"') {
                word += line[at++];
                continue;
            }
            const qsizetype end = line.indexOf('"', at + 1);
            if (end < 0)
                return std::nullopt;
            word += line.mid(at + 1, end - at - 1);
            at = end + 1;
        }
        found.append(word);
    }
    return found;
}

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
        const auto parts = words(line);
        if (!parts)
            return fail(ErrorKind::Invalid, QStringLiteral("%1: a quote is not closed").arg(place));
        if (parts->size() < 2)
            continue;
        if (auto read = readLine(*parts, path, place, parent, depth); !read)
            return read;
    }
    return {};
}

Result<> SshConfigReader::readLine(const QList<QByteArray> &words, const QString &path, const QString &place,
                                   int parent, int depth)
{
    const QByteArray keyword = words.front().toLower();
    const QList<QByteArray> arguments = words.mid(1);
    if (keyword == "host") {
        m_config.m_blocks.append({parent, false, {}, arguments});
        m_block = int(m_config.m_blocks.size()) - 1;
        return {};
    }
    if (keyword == "match") {
        beginMatch(arguments, place, parent);
        return {};
    }
    if (keyword == "include")
        return include(arguments, path, depth);
    m_config.m_directives.append({m_block, keyword, arguments, place});
    return {};
}

void SshConfigReader::beginMatch(const QList<QByteArray> &arguments, const QString &place, int parent)
{
    const bool isAll = arguments.size() == 1 && arguments.front().toLower() == "all";
    const QString skipped =
        isAll ? QString() : QStringLiteral("%1: Match blocks other than \"Match all\" are not evaluated").arg(place);
    m_config.m_blocks.append({parent, isAll, skipped, {}});
    m_block = int(m_config.m_blocks.size()) - 1;
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
