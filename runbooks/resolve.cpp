// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Puts values into commands. What a value may be is decided by where it stands: SECURITY C6.

#include <runbooks/binding.h>

#include <runbooks/attributes.h>
#include <runbooks/dataprograms.h>
#include <runbooks/nestedcode.h>
#include <runbooks/parameters.h>
#include <runbooks/shelllexer.h>
#include <runbooks/sqlsyntax.h>

#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

bool matches(const char *pattern, const QString &value)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    return expression.match(value).hasMatch();
}

/// No meaning to a shell in any quoting.
bool isWord(const QString &value) { return matches("[A-Za-z0-9_][A-Za-z0-9_.@:+-]*", value); }
bool isPath(const QString &value) { return matches("[A-Za-z0-9_./][A-Za-z0-9_./@:+-]*", value); }

/// Nothing in it starts, ends or separates anything in a shell or in the little languages of programs.
bool isHarmless(const QString &value)
{
    static const QRegularExpression letters(QStringLiteral("^[\\p{L}\\p{N}_./@:+,-]+$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return value.isEmpty() || letters.match(value).hasMatch();
}

QString singleQuoted(const QString &value)
{
    QString inner = value;
    inner.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inner + u'\'';
}

/// Why a value cannot stand in a place.
tl::unexpected<Error> refused(const Parameter &parameter, const QString &place, const QString &allowed)
{
    return fail(ErrorKind::NotPermitted,
                QStringLiteral("the value of \"%1\" cannot be put into this place (%2): only %3 is safe there")
                    .arg(parameter.name, place, allowed));
}

/// A place in a template, and what stands around it.
struct Place
{
    QChar before;
    QChar beforeThat;
    QChar after;
    bool behindVariable = false; ///< "$name" touches it, which a value of letters would make longer
};

/// The place before `at`, over continuations, which a shell takes out before it reads anything else.
qsizetype placeBefore(const QString &text, qsizetype at)
{
    --at;
    while (at >= 1 && text[at] == u'\n' && text[at - 1] == u'\\')
        at -= 2;
    return at;
}

Place placeOf(const QString &text, const PlaceholderUse &use)
{
    const auto at = [&](qsizetype i) { return i >= 0 && i < text.size() ? text[i] : QChar(); };
    const qsizetype before = placeBefore(text, use.start);
    qsizetype after = use.start + use.length;
    while (at(after) == u'\\' && at(after + 1) == u'\n')
        after += 2;
    const auto isNamePart = [](QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); };
    qsizetype name = before;
    while (name >= 0 && isNamePart(text[name]))
        name = placeBefore(text, name);
    return {at(before), at(placeBefore(text, before)), at(after), name < before && at(name) == u'$'};
}

/// The value with `''` kept for an empty one, in an unquoted place.
QString bareText(const QString &value, const Place &place)
{
    // "<n>>log" with the value 2 would become the redirection "2>log".
    const bool glued = place.after == u'<' || place.after == u'>' || place.behindVariable;
    return isPath(value) && !glued ? value : singleQuoted(value);
}

Result<QString> shellText(const Parameter &parameter, const QString &value, ShellContext context, const Place &place)
{
    const bool expands = context != ShellContext::SingleQuoted && context != ShellContext::QuotedHereDocument
                         && context != ShellContext::Comment && context != ShellContext::DollarSingleQuoted;
    if (expands && (place.before == u'$' || (place.before == u'{' && place.beforeThat == u'$')))
        return refused(parameter, QStringLiteral("right behind a '$'"), QStringLiteral("fixed text"));
    const QString word = QStringLiteral("a single word of letters, digits and _ . @ : + -");
    const bool quotes = context == ShellContext::Bare || context == ShellContext::DoubleQuoted;
    if (expands && place.behindVariable && !quotes)
        return refused(parameter, QStringLiteral("right behind a variable's name"), QStringLiteral("fixed text"));
    switch (context) {
    case ShellContext::Bare: return bareText(value, place);
    case ShellContext::DoubleQuoted:
        return (isPath(value) && !place.behindVariable) || value.isEmpty() ? value : u'"' + singleQuoted(value) + u'"';
    case ShellContext::SingleQuoted: {
        QString inner = value;
        return inner.replace(u'\'', QStringLiteral("'\\''"));
    }
    case ShellContext::DollarSingleQuoted:
        return isPath(value) || value.isEmpty() ? value : u'\'' + singleQuoted(value) + QStringLiteral("$'");
    case ShellContext::CommandWord: return refused(parameter, shellContextName(context), QStringLiteral("fixed text"));
    case ShellContext::ForeignCode:
        return matches("[A-Za-z0-9_-]+", value) ? Result<QString>(value)
                                                : refused(parameter, shellContextName(context),
                                                          QStringLiteral("a word of letters, digits, _ and -"));
    case ShellContext::HereDocument:
    case ShellContext::QuotedHereDocument:
    case ShellContext::Comment:
    case ShellContext::Backtick:
    case ShellContext::ParameterExpansion:
    case ShellContext::Arithmetic:
    case ShellContext::NestedCode:
        return isWord(value) ? Result<QString>(value) : refused(parameter, shellContextName(context), word);
    }
    Q_UNREACHABLE();
}

Result<QString> sqlText(const Parameter &parameter, const QString &value, SqlContext context)
{
    QString text = value;
    switch (context) {
    case SqlContext::Bare:
        if (matches("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?|[0-9]+(?:\\.[0-9]+)?", value))
            return value;
        return refused(parameter, QStringLiteral("SQL outside quotes"), QStringLiteral("a name or a number"));
    case SqlContext::String:
    case SqlContext::Identifier: {
        // A backslash escapes in MySQL and with standard_conforming_strings off.
        if (value.contains(u'\\'))
            return refused(parameter, QStringLiteral("SQL quotes"), QStringLiteral("text without a backslash"));
        const QChar quote = context == SqlContext::String ? u'\'' : u'"';
        return text.replace(quote, QString(2, quote));
    }
    case SqlContext::EscapeString:
    case SqlContext::DollarQuoted:
    case SqlContext::Comment:
    case SqlContext::MetaCommand:
        if (matches("[A-Za-z0-9_]+", value))
            return value;
        return refused(parameter, QStringLiteral("this part of SQL"),
                       QStringLiteral("a word of letters, digits and _"));
    }
    Q_UNREACHABLE();
}

Result<QString> otherText(const Parameter &parameter, const QString &value, Language language)
{
    if (isWord(value) || (language == Language::Http && matches(R"([^\s"'`<>\\{}|^]+)", value)))
        return value;
    if ((language == Language::PromQl || language == Language::Sftp) && isPath(value))
        return value;
    if (language == Language::Sftp)
        return refused(parameter, QStringLiteral("the name of a file to copy"), QStringLiteral("a word or path"));
    return refused(parameter, QStringLiteral("a block that is no shell code"), QStringLiteral("a single word"));
}

/// Looks a use's parameter and value up. Errors: Invalid, NotPermitted.
Result<const Parameter *> parameterFor(const Runbook &runbook, const PlaceholderUse &use, const Values &values)
{
    const qsizetype index = parameterIndex(runbook.parameters, use.name);
    if (index < 0)
        return fail(ErrorKind::Invalid, QStringLiteral("nobody has said what \"%1\" is").arg(use.name));
    const Parameter &parameter = runbook.parameters[index];
    if (parameter.type == ParameterType::Secret)
        return fail(
            ErrorKind::NotPermitted,
            QStringLiteral(
                "\"%1\" is a secret: secrets are never put into a command, where history, process lists and records "
                "show them; let the command ask for it or read it from a file on the host")
                .arg(parameter.name));
    if (!values.contains(parameter.name))
        return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" has no value yet").arg(parameter.name));
    return &parameter;
}

/// An attribute may hold a guard ("timeout=2" for two seconds): one that says nothing stops the command.
QString misunderstood(const Attributes &attributes)
{
    const QList<AttributeProblem> problems = attributeProblems(attributes);
    for (const AttributeProblem &problem : problems) {
        if (problem.kind == AttributeProblem::Kind::BadValue)
            return QStringLiteral("%1. %2").arg(problem.message, problem.cure);
    }
    return {};
}

QList<ShellContext> contextsWithoutPlaceholders(const QString &text)
{
    const ShellLexer lexer = readShell(text, ShellLexer::Placeholders::Ignored);
    QList<ShellContext> contexts = lexer.contexts();
    markNestedCode(lexer, contexts);
    return contexts;
}

/// Whether every character around the values is read as it was before they were put in: a here-document's delimiter
/// as a value, for example, would end the document.
bool readsTheSame(const QString &before, const QList<PlaceholderUse> &uses, const ResolvedCommand &after)
{
    const QList<ShellContext> old = shellContexts(before);
    const QList<ShellContext> fresh = contextsWithoutPlaceholders(after.text);
    qsizetype from = 0;
    qsizetype to = 0;
    for (qsizetype i = 0; i <= uses.size(); ++i) {
        const qsizetype end = i < uses.size() ? uses[i].start : before.size();
        for (; from < end; ++from, ++to) {
            if (old[from] != fresh[to])
                return false;
        }
        if (i < uses.size()) {
            from += uses[i].length;
            to += after.spans[i].length;
        }
    }
    return true;
}

/// `a[<n>]=`, `([<n>]=` and `$[<n>+1]`: bash evaluates what stands there, substitutions included.
bool isSubscript(const QString &text, const PlaceholderUse &use)
{
    for (qsizetype at = placeBefore(text, use.start); at >= 0; at = placeBefore(text, at)) {
        const QChar c = text[at];
        if (c.isSpace() || c == u']' || c == u'"' || c == u'\'')
            return false;
        if (c != u'[')
            continue;
        const qsizetype before = placeBefore(text, at);
        return before >= 0
               && (text[before].isLetterOrNumber() || text[before] == u'_' || text[before] == u'(' || text[before] == u'$');
    }
    return false;
}

/// Statements that run a string: a program on the server, dynamic SQL.
bool runsStrings(const QString &statement)
{
    static const QRegularExpression words(QStringLiteral("\\b(?:PROGRAM|EXECUTE|DO|PREPARE|dblink\\w*|\\\\\\w+)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(statement).hasMatch();
}

/// `<name>` where the name is a parameter, but the shell would read two redirections: "-p<name>x".
QString hiddenPlaceholder(const QString &text, const QList<PlaceholderUse> &uses, const QList<Parameter> &parameters)
{
    static const QRegularExpression pattern(QStringLiteral("<([\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,79})>"));
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool used = std::any_of(uses.begin(), uses.end(), [&](const PlaceholderUse &use) {
            return use.start <= match.capturedStart() && match.capturedEnd() <= use.start + use.length;
        });
        if (!used && parameterIndex(parameters, match.captured(1)) >= 0)
            return match.captured(1);
    }
    return {};
}

/// The items of a list parameter; any other value is its only item.
QStringList itemsOf(const Parameter &parameter, const QString &value)
{
    static const QRegularExpression separators(QStringLiteral("[, ]+"));
    return parameter.isList ? value.split(separators, Qt::SkipEmptyParts) : QStringList{value};
}

/// Writes values into one text.
class Resolver
{
public:
    Resolver(const Runbook &runbook, const Command &command, const Values &values)
        : m_runbook(runbook)
        , m_command(command)
        , m_values(values)
        , m_uses(placeholderUses(command.text, command.language, runbook.parameters))
    {
        if (command.language == Language::Shell) {
            m_shell = shellContexts(command.text);
            m_assignments = readShell(command.text).assignments();
            m_declaredData = command.attributes.value(QStringLiteral("arguments")) == QStringLiteral("data");
            m_dataOnly = takesDataOnly(callsOf(command.text)) && !m_shell.contains(ShellContext::Arithmetic);
        }
        if (command.language == Language::Sql)
            m_sql = sqlContexts(command.text);
    }

    Result<ResolvedCommand> resolve()
    {
        if (const Result<> sendable = requireSendable(); !sendable)
            return fail(sendable.error());
        Spelling spelling(m_command.text);
        for (const PlaceholderUse &use : m_uses) {
            const Result<QString> value = valueOf(use);
            if (!value)
                return fail(value.error());
            spelling.add(use, *value, m_runbook.parameters[parameterIndex(m_runbook.parameters, use.name)].name);
        }
        const ResolvedCommand resolved = spelling.finish();
        if (m_command.language == Language::Shell && !m_uses.isEmpty()
            && !readsTheSame(m_command.text, m_uses, resolved))
            return fail(ErrorKind::NotPermitted,
                        QStringLiteral("a value would change how the rest of the command is read"));
        return resolved;
    }

    CommandPreview preview()
    {
        CommandPreview made;
        const auto refuse = [&](const Error &error) {
            if (made.refusal.isEmpty() && error.kind == ErrorKind::NotPermitted)
                made.refusal = error.detail;
        };
        if (const Result<> sendable = requireSendable(); !sendable)
            refuse(sendable.error());
        Spelling spelling(m_command.text);
        for (const PlaceholderUse &use : m_uses) {
            const Result<QString> value = valueOf(use);
            if (!value)
                refuse(value.error());
            spelling.add(use, value.value_or(m_command.text.mid(use.start, use.length)), use.name);
        }
        made.shown = spelling.finish();
        if (const Result<ResolvedCommand> whole = resolve(); !whole)
            refuse(whole.error());
        return made;
    }

private:
    /// Puts texts in place of uses, from the first to the last.
    class Spelling
    {
    public:
        explicit Spelling(const QString &source)
            : m_source(source)
        {
        }
        void add(const PlaceholderUse &use, const QString &text, const QString &parameter)
        {
            m_made.text += m_source.mid(m_at, use.start - m_at);
            m_made.spans.append({m_made.text.size(), text.size(), parameter});
            m_made.text += text;
            m_at = use.start + use.length;
        }
        ResolvedCommand finish()
        {
            m_made.text += m_source.mid(std::exchange(m_at, m_source.size()));
            return m_made;
        }

    private:
        QStringView m_source;
        ResolvedCommand m_made;
        qsizetype m_at = 0;
    };

    /// What no value cures. Errors: NotPermitted.
    [[nodiscard]] Result<> requireSendable() const
    {
        if (const QString problem = misunderstood(m_command.attributes); !problem.isEmpty())
            return fail(ErrorKind::NotPermitted, problem);
        const QString hidden = hiddenPlaceholder(m_command.text, m_uses, m_runbook.parameters);
        if (m_command.language == Language::Shell && !hidden.isEmpty())
            return fail(
                ErrorKind::NotPermitted,
                QStringLiteral("<%1> is glued to other letters, where a shell reads two redirections: put it into "
                               "quotes or behind a space")
                    .arg(hidden));
        return {};
    }

    [[nodiscard]] Result<QString> valueOf(const PlaceholderUse &use) const
    {
        const Result<const Parameter *> parameter = parameterFor(m_runbook, use, m_values);
        return parameter ? valueText(**parameter, use) : fail(parameter.error());
    }

    Result<QString> valueText(const Parameter &parameter, const PlaceholderUse &use) const
    {
        const QString value = m_values.value(parameter.name);
        // Values may come from elsewhere than bind(): what is not checked is not sent.
        if (const Result<> valid = validate(parameter, value); !valid)
            return fail(valid.error());
        QStringList texts;
        for (const QString &item : itemsOf(parameter, value)) {
            const Result<QString> text = itemText(parameter, item, use);
            if (!text)
                return text;
            texts.append(*text);
        }
        return joined(parameter, texts, use);
    }

    Result<QString> itemText(const Parameter &parameter, const QString &item, const PlaceholderUse &use) const
    {
        if (m_command.language == Language::Shell) {
            const ShellContext context =
                isSubscript(m_command.text, use) ? ShellContext::Arithmetic : m_shell[use.start];
            const bool quoted = context == ShellContext::Bare || context == ShellContext::DoubleQuoted
                                || context == ShellContext::SingleQuoted || context == ShellContext::DollarSingleQuoted;
            const bool assigned = std::ranges::any_of(
                m_assignments, [&](const ShellWord &word) { return use.start >= word.start && use.start < word.end; });
            if (quoted && !m_declaredData && (assigned || !m_dataOnly) && !isHarmless(item))
                return refused(parameter,
                               assigned ? QStringLiteral("a variable, which a later command may run")
                                        : QStringLiteral("an argument of a program that may run it"),
                               QStringLiteral("a word or path of letters, digits and _ . / @ : + , -"));
            return shellText(parameter, item, context, placeOf(m_command.text, use));
        }
        if (m_command.language == Language::Sql)
            return sqlText(parameter, item, runsStrings(m_command.text) ? SqlContext::MetaCommand : m_sql[use.start]);
        return otherText(parameter, item, m_command.language);
    }

    /// Several items make several words only where a word ends at a space; the separator is the author's text otherwise.
    Result<QString> joined(const Parameter &parameter, const QStringList &texts, const PlaceholderUse &use) const
    {
        const bool bare = m_command.language == Language::Shell && m_shell[use.start] == ShellContext::Bare;
        const bool plainSeparator = matches("[ ,:+]", parameter.separator);
        if (texts.size() > 1 && (!plainSeparator || (!bare && parameter.separator == QStringLiteral(" "))))
            return refused(parameter, QStringLiteral("a place for one value"),
                           QStringLiteral("a single item of the list"));
        return texts.join(parameter.separator);
    }

    const Runbook &m_runbook;
    const Command &m_command;
    const Values &m_values;
    const QList<PlaceholderUse> m_uses;
    QList<ShellContext> m_shell;
    QList<SqlContext> m_sql;
    QList<ShellWord> m_assignments;
    bool m_declaredData = false; ///< the author says so
    bool m_dataOnly = false;     ///< no program of the command runs its arguments
};

} // namespace

ResolvedCommand unresolved(const Runbook &runbook, const Command &command)
{
    ResolvedCommand shown{command.text, {}};
    for (const PlaceholderUse &use : placeholderUses(command.text, command.language, runbook.parameters))
        shown.spans.append({use.start, use.length, use.name});
    return shown;
}

CommandPreview preview(const Runbook &runbook, const Command &command, const Values &values)
{
    return Resolver(runbook, command, values).preview();
}

Result<ResolvedCommand> resolve(const Runbook &runbook, const Command &command, const Values &values)
{
    return Resolver(runbook, command, values).resolve();
}

Result<QString> resolveText(const Runbook &runbook, const QString &text, const Values &values)
{
    QString resolved;
    qsizetype at = 0;
    for (const PlaceholderUse &use : placeholderUses(text, Language::Data, runbook.parameters)) {
        const Result<const Parameter *> parameter = parameterFor(runbook, use, values);
        if (!parameter)
            return fail(parameter.error());
        resolved += QStringView(text).mid(at, use.start - at);
        resolved += values.value((*parameter)->name);
        at = use.start + use.length;
    }
    return resolved + text.mid(at);
}

} // namespace holdpoint::runbooks
