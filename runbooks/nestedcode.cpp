// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/nestedcode.h>
#include <runbooks/words.h>

#include <QStringList>

namespace holdpoint::runbooks {

namespace {

constexpr const char *shells = "sh bash dash ash ksh zsh fish";

/// Programs that start the program named in their arguments.
constexpr const char *starters = "sudo doas env nohup exec command builtin time nice ionice setsid timeout "
                                 "stdbuf xargs parallel chroot nsenter unshare flock strace watch docker "
                                 "podman kubectl oc ip crictl lxc machinectl systemd-run chronic then ansible";

/// Builtins whose arguments may be evaluated: code, or array subscripts with command substitutions in them.
constexpr const char *evaluators = "eval trap watch let unset read mapfile readarray alias wait getopts parallel";

/// Options of ssh(1) that take a value.
const QString sshOptions = QStringLiteral("bcDEeFIiJLlmOopQRSWwB");

class CodeMarker
{
public:
    CodeMarker(const ShellLexer &lexer, const SimpleCommand &command, QList<ShellContext> &contexts)
        : m_command(command)
        , m_words(plainWords(lexer, command))
        , m_contexts(contexts)
    {
    }

    void mark()
    {
        const QList<qsizetype> positions = programPositions(m_words);
        for (const qsizetype at : positions)
            markProgram(at);
        if (m_words.first() == QStringLiteral("[["))
            markTest();
        // "sudo <name>": what is started is a command word too.
        for (const qsizetype at : startedPrograms(m_words))
            markRange(at, at + 1, ShellContext::CommandWord);
    }

    /// Whether the command is a shell that reads its code from standard input.
    [[nodiscard]] bool readsCode() const
    {
        const QList<qsizetype> positions = programPositions(m_words);
        return std::any_of(positions.begin(), positions.end(), [&](qsizetype at) {
            const QStringList rest = m_words.mid(at + 1);
            return isOneOf(programName(m_words[at]), shells)
                   && std::all_of(rest.begin(), rest.end(), [](const QString &w) { return w.startsWith(u'-'); });
        });
    }

private:
    void markRange(qsizetype from, qsizetype to, ShellContext context)
    {
        for (qsizetype i = from; i < std::min(to, m_command.size()); ++i) {
            for (qsizetype at = m_command[i].start; at < m_command[i].end; ++at)
                m_contexts[at] = context;
        }
    }

    void markProgram(qsizetype at)
    {
        using enum ShellContext;
        const QString name = programName(m_words[at]);
        constexpr const char *interpreters = "python python2 python3 perl ruby node php lua Rscript";
        constexpr const char *databases = "psql mysql mariadb clickhouse-client mongosh mongo redis-cli";
        constexpr const char *filters = "awk gawk mawk nawk jq yq sqlite3";
        if (isOneOf(name, shells) || name == QStringLiteral("su") || name == QStringLiteral("runuser"))
            markFrom(at, u'c', QStringLiteral("--command"), NestedCode);
        else if (isOneOf(name, interpreters))
            markFrom(at, name.startsWith(u'p') && name != QStringLiteral("perl") ? u'c' : u'e', {}, ForeignCode);
        else if (isOneOf(name, databases))
            markValues(at, name == QStringLiteral("psql") ? "-c --command" : "-e --execute --eval -q --query");
        else if (isOneOf(name, filters))
            markFirstOperand(at);
        else if (name == QStringLiteral("sed"))
            markSed(at);
        else if (name == QStringLiteral("ssh") || name == QStringLiteral("mosh"))
            markSsh(at);
        else if (isOneOf(name, evaluators))
            markRange(at + 1, m_words.size(), NestedCode);
        else if (name == QStringLiteral("printf") || name == QStringLiteral("test") || name == QStringLiteral("["))
            markVariableNames(at);
        else if (name == QStringLiteral("declare") || name == QStringLiteral("typeset")
                 || name == QStringLiteral("local"))
            markDeclaration(at);
        else if (name == QStringLiteral("ansible"))
            markValues(at, "-a --args", NestedCode);
    }

    /// Everything from the option that introduces code on: `sh -xc CODE`, `su user --command=CODE`.
    void markFrom(qsizetype at, QChar letter, const QString &longOption, ShellContext context)
    {
        for (qsizetype i = at + 1; i < m_words.size(); ++i) {
            const QString &word = m_words[i];
            const bool isShort = word.startsWith(u'-') && !word.startsWith(QStringLiteral("--"))
                                 && word.contains(letter, Qt::CaseInsensitive);
            if (isShort || (!longOption.isEmpty() && word.startsWith(longOption))) {
                markRange(i, m_words.size(), context);
                return;
            }
        }
    }

    void markValues(qsizetype at, const char *options, ShellContext context = ShellContext::ForeignCode)
    {
        const QStringList optionList = QString::fromLatin1(options).split(u' ');
        for (qsizetype i = at + 1; i < m_words.size(); ++i) {
            const QString &word = m_words[i];
            for (const QString &option : optionList) {
                if (word == option)
                    markRange(i + 1, i + 2, context);
                else if (word.startsWith(option))
                    markRange(i, i + 1, context);
            }
        }
    }

    /// awk's and jq's program is their first operand; sqlite3's statements follow the file: all operands count as code.
    void markFirstOperand(qsizetype at)
    {
        const bool all = programName(m_words[at]) == QStringLiteral("sqlite3");
        for (qsizetype i = at + 1; i < m_words.size(); ++i) {
            const QString &word = m_words[i];
            if (word == QStringLiteral("-v") || word == QStringLiteral("-F")) {
                ++i;
                continue;
            }
            if (word.startsWith(u'-') && word.size() > 1)
                continue;
            markRange(i, i + 1, ShellContext::ForeignCode);
            if (!all)
                return;
        }
    }

    void markSed(qsizetype at)
    {
        constexpr const char *options = "-e --expression";
        const QStringList rest = m_words.mid(at + 1);
        const bool named = std::any_of(rest.begin(), rest.end(), [&](const QString &w) { return isOneOf(w, options); });
        if (named)
            markValues(at, options);
        else
            markFirstOperand(at);
    }

    /// The remote side's shell parses every word after the host; options such as ProxyCommand are code here.
    void markSsh(qsizetype at)
    {
        qsizetype i = at + 1;
        for (; i < m_words.size() && m_words[i].startsWith(u'-'); ++i) {
            const QString &word = m_words[i];
            if (word.startsWith(QStringLiteral("-o")))
                markRange(i, i + (word.size() == 2 ? 2 : 1), ShellContext::NestedCode);
            if (word.size() == 2 && sshOptions.contains(word[1]))
                ++i;
        }
        markRange(i + 1, m_words.size(), ShellContext::NestedCode);
    }

    /// `test -v NAME` and `printf -v NAME` evaluate a subscript in NAME.
    void markVariableNames(qsizetype at) { markValues(at, "-v", ShellContext::NestedCode); }

    void markDeclaration(qsizetype at)
    {
        const QStringList rest = m_words.mid(at + 1);
        const bool evaluates = std::any_of(rest.begin(), rest.end(), [](const QString &word) {
            return word.startsWith(u'-')
                   && (word.contains(u'i') || word.contains(u'n') || word.contains(u'A') || word.contains(u'a'));
        });
        if (evaluates)
            markRange(at + 1, m_words.size(), ShellContext::NestedCode);
    }

    /// `[[ x -eq y ]]` and `[[ -v x ]]` evaluate their operands as arithmetic, substitutions in subscripts included.
    void markTest()
    {
        const bool evaluates = std::any_of(m_words.begin(), m_words.end(), [](const QString &word) {
            return isOneOf(word, "-eq -ne -lt -le -gt -ge -v");
        });
        if (evaluates)
            markRange(1, m_words.size(), ShellContext::Arithmetic);
    }

    const SimpleCommand &m_command;
    const QStringList m_words;
    QList<ShellContext> &m_contexts;
};

} // namespace

QStringList plainWords(const ShellLexer &lexer, const SimpleCommand &command)
{
    QStringList plain;
    for (const ShellWord &word : command)
        plain.append(unquoted(QStringView(lexer.text()).mid(word.start, word.end - word.start)));
    return plain;
}

QString programName(const QString &word) { return word.mid(word.lastIndexOf(u'/') + 1); }

QList<qsizetype> programPositions(const QStringList &words)
{
    constexpr const char *findActions = "-exec -execdir -ok -okdir";
    QList<qsizetype> positions;
    if (words.isEmpty())
        return positions;
    positions.append(0);
    const QString first = programName(words.first());
    for (qsizetype i = 1; i < words.size(); ++i) {
        const bool started = isOneOf(first, starters) && !words[i].startsWith(u'-');
        if (started || (first == QStringLiteral("find") && isOneOf(words[i - 1], findActions)))
            positions.append(i);
    }
    return positions;
}

QList<qsizetype> startedPrograms(const QStringList &words)
{
    constexpr const char *plain =
        "sudo doas nohup exec command builtin env time nice ionice setsid stdbuf timeout chronic";
    constexpr const char *withValue = "-u -g -h -p -C -r -t -U -D -R -T -S -n -c -s -k -i -o -e";
    QList<qsizetype> started;
    qsizetype at = 0;
    while (at < words.size()) {
        started.append(at);
        const QString name = programName(words[at]);
        if (!isOneOf(name, plain))
            break;
        ++at;
        while (at < words.size() && (words[at].startsWith(u'-') || words[at].contains(u'=')))
            at += isOneOf(words[at], withValue) && name != QStringLiteral("time") ? 2 : 1;
        at += name == QStringLiteral("timeout") ? 1 : 0; // its duration
    }
    return started;
}

void markNestedCode(const ShellLexer &lexer, QList<ShellContext> &contexts)
{
    bool readsCode = false;
    for (const SimpleCommand &command : lexer.commands()) {
        CodeMarker marker(lexer, command, contexts);
        marker.mark();
        readsCode = readsCode || (lexer.commands().size() > 1 && marker.readsCode());
    }
    if (!readsCode)
        return;
    // Something is piped or redirected into a shell: every value may become code there.
    for (ShellContext &context : contexts) {
        if (context == ShellContext::Bare || context == ShellContext::DoubleQuoted
            || context == ShellContext::SingleQuoted || context == ShellContext::DollarSingleQuoted)
            context = ShellContext::NestedCode;
    }
}

} // namespace holdpoint::runbooks
