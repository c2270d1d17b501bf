// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/prompts.h>

#include <runbooks/plausibility.h>
#include <runbooks/shelllexer.h>

#include <QRegularExpression>
#include <QStringTokenizer>

namespace holdpoint::runbooks {

namespace {

struct Prompt
{
    qsizetype length = 0; ///< 0: there is none
    QString host;
};

bool endsShellPrompt(QChar c) { return c == u'$' || c == u'#' || c == u'%' || c == u'>' || c == u'\u276F'; }
bool endsOtherPrompt(QChar c) { return c == u'>' || c == u'#' || c == u':'; }

/// Whether such a mark stands before a blank or at the end: what every prompt has, and few other lines.
bool holdsMark(QStringView line, bool (*isMark)(QChar))
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (isMark(line[i]) && (i + 1 == line.size() || line[i + 1].isSpace()))
            return true;
    }
    return false;
}

/// Whether the line is a comment, or has the prompt "# ".
bool beginsWithHash(QStringView line) { return line.trimmed().startsWith(u'#'); }

/// The prompt at the start of a line: "$ ", "user@host:~$ ", "sh-5.1# ", "(venv) host:/srv$ ". A bare "# " is left to the
/// caller.
Prompt promptOf(QStringView line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:\\([A-Za-z0-9_.-]{1,40}\\)\\s*)?"
                       "(?:\\[?[A-Za-z0-9_.-]{1,64}@([A-Za-z0-9_.-]{1,255})[: ][^$#%\\n]{0,200}?\\]?\\s?[$#%]"
                       "|(?:ba|da|k|z)?sh-[0-9.]{1,10}[$#]"
                       "|[A-Za-z0-9_.-]{1,64}:[~/][^\\s$#]{0,200}\\s?[$#]"
                       "|\\$>|[$%\u276F])[ \\t]+(?=\\S)"));
    if (beginsWithHash(line) || !holdsMark(line, endsShellPrompt))
        return {};
    const QRegularExpressionMatch match = pattern.match(line.left(1000).toString());
    return match.hasMatch() ? Prompt{match.capturedLength(), match.captured(1)} : Prompt{};
}

qsizetype hashLength(QStringView line)
{
    static const QRegularExpression hash(QStringLiteral("^\\s*#[ \\t]+(?=\\S)"));
    return beginsWithHash(line) ? hash.match(line.left(1000).toString()).capturedLength() : 0;
}

/// Prompts of programs that are no shell: what stands behind them is theirs.
bool isOtherPrompt(QStringView line)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^\\s*(?:[A-Za-z0-9_]{1,63}[=-][#>]|(?:irb|pry|gpg|mysql|mariadb|redis|mongo|ftp|sftp|sqlite|lftp|influx|cqlsh|"
        "ghci|scala)[^\\s>]{0,40}>|\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}:\\d{1,5}>|>>>|In \\[\\d+\\]:)(?:\\s|$)"));
    return !beginsWithHash(line) && holdsMark(line, endsOtherPrompt)
           && pattern.match(line.left(200).toString()).hasMatch();
}

/// A command behind which "# " is a root shell's prompt.
bool opensRootShell(const QString &command)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:sudo\\s+(?:su\\b|-i\\b|-s\\b|bash\\b)|su\\b|chroot\\b|oc\\s+debug\\b|oc\\s+rsh\\b|"
                       "(?:docker|podman|kubectl|oc)\\b.*\\s-(?:it|ti)\\b|ssh\\s+root@)"));
    return pattern.match(command).hasMatch();
}

/// "# " in front of a command people use, not of a sentence.
bool promptsKnownCommand(const QString &rest) { return !rest.front().isUpper() && looksLikeCommand(rest); }

/// The same in a console block, where any program may be meant: no capital, and no three words of letters in a row.
bool promptsCommand(const QString &rest)
{
    static const QRegularExpression prose(QStringLiteral("^(?:\\p{L}+,?\\s+){2,}\\p{L}+[.:,]?(?:\\s|$)|[:.]$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return promptsKnownCommand(rest)
           || (!rest.front().isUpper() && isPlausibleCommand(rest) && !prose.match(rest).hasMatch());
}

/// The second prompt of a continued command.
QString withoutSecondPrompt(const QString &line)
{
    static const QRegularExpression second(QStringLiteral("^\\s*> ?"));
    QString rest = line;
    return rest.remove(second);
}

/// On a screen, spaces behind a backslash cannot be seen; whoever copied it meant the line to go on.
QString withoutBlanksBehindBackslash(const QString &line)
{
    static const QRegularExpression blanks(QStringLiteral("\\\\[ \\t]+$"));
    QString text = line;
    return text.replace(blanks, QStringLiteral("\\"));
}

/// Reads a block that has prompts, line by line.
class TranscriptReader
{
public:
    TranscriptReader(QStringList lines, HashPrompt hash)
        : m_lines(std::move(lines))
        , m_hash(hash)
    {
    }

    Transcript read()
    {
        for (int i = 0; i < m_lines.size(); ++i)
            readLine(i);
        m_transcript.code = m_code.join(u'\n');
        m_transcript.prompted = true;
        return m_transcript;
    }

private:
    void readLine(int number)
    {
        const QString &line = m_lines[number];
        const Prompt prompt = promptOf(line);
        const qsizetype hash = prompt.length == 0 ? hashLength(line) : 0;
        if (m_lexer && !m_lexer->isComplete()) {
            addCode(withoutSecondPrompt(line));
        } else if (prompt.length > 0) {
            if (m_transcript.host.isEmpty())
                m_transcript.host = prompt.host;
            beginCommand(line.mid(prompt.length));
        } else if (hash > 0) {
            const QString rest = line.mid(hash);
            const bool root =
                (m_hash == HashPrompt::Yes && promptsCommand(rest)) || (m_rootShell && promptsKnownCommand(rest));
            if (root)
                beginCommand(rest);
            else
                addOther(line, QString());
        } else if (m_paragraph && looksLikeCommand(line) && !line.startsWith(u' ')) {
            m_transcript.guessed.insert(number);
            beginCommand(line);
        } else {
            addOther(QString(), line);
        }
        m_paragraph = line.trimmed().isEmpty() || hash > 0 || (number == 0 && prompt.length == 0 && m_paragraph);
    }

    void beginCommand(const QString &text)
    {
        m_rootShell = m_rootShell || opensRootShell(text);
        m_lexer.emplace(ShellLexer::Placeholders::Recognised);
        addCode(text);
    }

    void addCode(const QString &text)
    {
        m_code.append(withoutBlanksBehindBackslash(text));
        m_transcript.output.append(QString());
        m_lexer->feedLine(m_code.last());
    }

    /// A comment stays code, so that it captions what follows; anything else is output.
    void addOther(const QString &comment, const QString &output)
    {
        m_code.append(comment);
        m_transcript.output.append(output);
    }

    const QStringList m_lines;
    HashPrompt m_hash;
    Transcript m_transcript;
    QStringList m_code;
    std::optional<ShellLexer> m_lexer;
    bool m_rootShell = false;
    bool m_paragraph = true; ///< the line begins a paragraph of the block
};

} // namespace

Transcript withoutPrompts(const QString &block, HashPrompt hash)
{
    bool shell = false;
    bool hashes = false;
    bool other = false;
    for (const QStringView line : QStringTokenizer{block, u'\n'}) {
        shell = shell || promptOf(line).length > 0;
        other = other || isOtherPrompt(line);
        const qsizetype length = hash == HashPrompt::Yes ? hashLength(line) : 0;
        hashes = hashes || (length > 0 && promptsCommand(line.mid(length).toString()));
    }
    if (shell || hashes)
        return TranscriptReader(block.split(u'\n'), hash).read();
    Transcript plain;
    plain.code = block;
    plain.otherProgram = other;
    return plain;
}

} // namespace holdpoint::runbooks
