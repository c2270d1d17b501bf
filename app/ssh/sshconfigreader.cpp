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

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

void skipBlanks(QByteArrayView &rest)
{
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
}

/// What may stand around a keyword: blanks, and one '='.
void skipSeparator(QByteArrayView &rest)
{
    skipBlanks(rest);
    if (rest.startsWith('='))
        rest = rest.sliced(1);
    skipBlanks(rest);
}

/// As the stock client's strdelim(): up to a blank, a '=' or the end of a quoted part. Nothing when a quote stays open.
std::optional<QByteArray> takeKeyword(QByteArrayView &rest)
{
    QByteArray word;
    while (!rest.isEmpty() && !isBlank(rest.front()) && rest.front() != '=') {
        if (rest.front() == '"') {
            const qsizetype close = rest.indexOf('"', 1);
            if (close < 0)
                return std::nullopt;
            word += rest.sliced(1, close - 1);
            rest = rest.sliced(close + 1);
            break;
        }
        word += rest.front();
        rest = rest.sliced(1);
    }
    return word;
}

/// As the stock client's argv_split(): both kinds of quotes, a backslash before a quote, a backslash or a blank. Nothing
/// when a quote stays open.
std::optional<QByteArray> takeArgument(QByteArrayView &rest)
{
    QByteArray word;
    char quote = 0;
    while (!rest.isEmpty()) {
        const char c = rest.front();
        const char next = rest.size() > 1 ? rest[1] : 0;
        const bool escapes = c == '\\' && (next == '\'' || next == '"' || next == '\\' || (quote == 0 && next == ' '));
        if (escapes) {
            word += next;
            rest = rest.sliced(2);
            continue;
        }
        if (quote == 0 && (c == ' ' || c == '\t'))
            break;
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote != 0 && c == quote)
            quote = 0;
        else
            word += c;
        rest = rest.sliced(1);
    }
    return quote == 0 ? std::optional(word) : std::nullopt;
}

} // namespace

std::optional<QList<QByteArray>> SshConfigReader::words(const QByteArray &line)
{
    qsizetype end = line.size();
    while (end > 0 && (isBlank(line[end - 1]) || line[end - 1] == '\f'))
        --end;
    QByteArrayView rest = QByteArrayView(line).first(end);
    skipSeparator(rest);
    if (rest.startsWith('#'))
        return QList<QByteArray>();
    auto keyword = takeKeyword(rest);
    skipSeparator(rest);
    if (keyword && keyword->isEmpty()) { // a pair of quotes without anything in it; the next word is the keyword
        keyword = takeKeyword(rest);
        skipSeparator(rest);
    }
    if (!keyword)
        return std::nullopt;
    QList<QByteArray> found{*keyword};
    while (!rest.isEmpty() && rest.front() != '#') {
        const auto argument = takeArgument(rest);
        if (!argument)
            return std::nullopt;
        found.append(*argument);
        skipBlanks(rest);
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
