// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/parameters.h>

#include <runbooks/calls.h>
#include <runbooks/inlinetext.h>
#include <runbooks/placeholders.h>
#include <runbooks/shelllexer.h>
#include <runbooks/words.h>

#include <QRegularExpression>
#include <QSet>

#include <vector>

namespace holdpoint::runbooks {

namespace {

QString yes() { return QStringLiteral("true"); }

bool isFalse(const QString &text)
{
    static const QSet<QString> words{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("nein"),
                                     QStringLiteral("optional"), QStringLiteral("0")};
    return words.contains(text.trimmed().toLower());
}

/// `get` gives the text of a key; an empty text means it is not set.
template <class Get>
Parameter makeParameter(const QString &name, const Get &get, Position position, QList<Diagnostic> &diagnostics)
{
    Parameter parameter;
    parameter.name = name;
    parameter.origin = Origin::Declared;
    parameter.position = position;
    parameter.label = get("label");
    if (parameter.label.isEmpty())
        parameter.label = labelOf(name);
    parameter.help = get("help");
    parameter.defaultValue = get("default");
    parameter.pattern = get("pattern");
    parameter.minimum = get("min");
    parameter.maximum = get("max");
    parameter.required = !isFalse(get("required"));
    parameter.isList = get("list") == yes();
    if (!get("sep").isEmpty())
        parameter.separator = get("sep");
    const QString type = get("type");
    const std::optional<ParameterType> known = parameterTypeFromName(type);
    if (!type.isEmpty() && !known)
        diagnostics.append({Diagnostic::Level::Error, QStringLiteral("HP010"),
                            QStringLiteral("Parameter \"%1\" has the unknown type \"%2\"").arg(name, type),
                            QStringLiteral("Use one of the types in FORMAT.md, such as word, path, int or date"),
                            position});
    parameter.type = known.value_or(inferredType(name, Language::Shell));
    if (get("secret") == yes())
        parameter.type = ParameterType::Secret;
    return parameter;
}

void setChoices(Parameter &parameter, const QStringList &choices)
{
    for (const QString &choice : choices)
        parameter.choices.append(choice.trimmed());
    parameter.choices.removeAll(QString());
    if (!parameter.choices.isEmpty() && parameter.type == ParameterType::Word)
        parameter.type = ParameterType::Choice;
}

/// `$NAME`s that every login shell sets: never parameters.
bool isEnvironment(const QString &name)
{
    static const QSet<QString> names = [] {
        const QStringList list =
            QStringLiteral(
                "HOME USER PATH PWD OLDPWD SHELL HOSTNAME HOSTTYPE LANG LANGUAGE TERM EDITOR VISUAL PAGER UID EUID "
                "GID PPID RANDOM SECONDS IFS LOGNAME MAIL TMPDIR OSTYPE MACHTYPE LINES COLUMNS DISPLAY SHLVL FUNCNAME "
                "LINENO PIPESTATUS REPLY OPTARG OPTIND EPOCHSECONDS TZ PS1 PS2 PS4 COMP_WORDS KUBECONFIG JAVA_HOME")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(name) || name.startsWith(QStringLiteral("BASH")) || name.startsWith(QStringLiteral("LC_"))
           || name.startsWith(QStringLiteral("XDG_")) || name.startsWith(QStringLiteral("SSH_"));
}

const QRegularExpression &variablePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\$(?:([A-Z][A-Z0-9_]{1,63})(?![A-Za-z0-9_])|\\{([A-Z][A-Z0-9_]{1,63})\\})"));
    return pattern;
}

bool expandsVariables(ShellContext context)
{
    return context != ShellContext::SingleQuoted && context != ShellContext::DollarSingleQuoted
           && context != ShellContext::QuotedHereDocument && context != ShellContext::Comment;
}

/// `$NAME`s of a shell command that are expanded there.
QList<PlaceholderUse> variableUses(const QString &text, const ShellLexer &lexer)
{
    QList<PlaceholderUse> uses;
    if (!text.contains(u'$'))
        return uses;
    QRegularExpressionMatchIterator matches = variablePattern().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        const bool escaped = match.capturedStart() > 0 && text[match.capturedStart() - 1] == u'\\';
        if (!escaped && !isEnvironment(name) && expandsVariables(lexer.contexts()[match.capturedStart()]))
            uses.append({match.capturedStart(), match.capturedLength(), name});
    }
    return uses;
}

void findBraces(const QString &text, PossibleUses &found)
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{ ?([A-Za-z_][A-Za-z0-9_. -]{0,79}?) ?\\}\\}"));
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]*$"));
    // Words of Go's text/template and of Jinja, which stand in the same brackets.
    static const QSet<QString> keywords =
        wordSet("end else range if define template block with break continue nil true "
                "false item items inventory_hostname ansible_host not and or len");
    if (!text.contains(QStringLiteral("{{")))
        return;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        const bool offered = plain.match(name).hasMatch() && !keywords.contains(name);
        (offered ? found.certain : found.templates).append({match.capturedStart(), match.capturedLength(), name});
    }
}

/// "YOUR_PROJECT", "your-cluster-name": what authors write where they do not think of brackets.
QList<PlaceholderUse> yourUses(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?<![A-Za-z0-9_<$\\{-])(?:YOUR[_-][A-Z0-9][A-Z0-9_-]{1,60}|your-[a-z][a-z0-9-]{1,60})(?![A-Za-z0-9_>=(])"));
    QList<PlaceholderUse> uses;
    if (!text.contains(QStringLiteral("your-")) && !text.contains(QStringLiteral("YOUR")))
        return uses;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        uses.append({match.capturedStart(), match.capturedLength(), match.captured()});
    }
    return uses;
}

/// Uses in order, of two that overlap the longer one.
QList<PlaceholderUse> withoutOverlaps(QList<PlaceholderUse> uses)
{
    std::sort(uses.begin(), uses.end(), [](const PlaceholderUse &a, const PlaceholderUse &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    QList<PlaceholderUse> kept;
    for (const PlaceholderUse &use : std::as_const(uses)) {
        if (kept.isEmpty() || use.start >= kept.last().start + kept.last().length)
            kept.append(use);
    }
    return kept;
}

QList<PlaceholderUse> usesAmong(const PossibleUses &possible, const QList<Parameter> &parameters)
{
    QList<PlaceholderUse> uses = possible.certain;
    for (const PlaceholderUse &use : possible.templates) {
        if (parameterIndex(parameters, use.name) >= 0)
            uses.append(use);
    }
    for (const PlaceholderUse &use : possible.variables) {
        const bool known = std::any_of(parameters.begin(), parameters.end(), [&](const Parameter &parameter) {
            return parameter.name == use.name || parameter.aliases.contains(use.name);
        });
        if (known)
            uses.append(use);
    }
    return withoutOverlaps(uses);
}

QSet<QString> assignedIn(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:^|[\\s;&|({])([A-Z][A-Z0-9_]*)(?:\\[[^\\]\\n]{0,80}\\])?\\+?=|\\b(?:read|for|mapfile|"
                       "readarray|getopts|printf -v)\\b([^;\\n]{0,200})"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression word(QStringLiteral("\\b[A-Z][A-Z0-9_]*\\b"));
    QSet<QString> names;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        names.insert(match.captured(1));
        QRegularExpressionMatchIterator words = word.globalMatch(match.captured(2));
        while (words.hasNext())
            names.insert(words.next().captured());
    }
    return names;
}

/// Visits the commands of a runbook in the order of its parts.
template <class Visit> void forEachCommand(Runbook &runbook, const Visit &visit)
{
    const auto ofChecks = [&](QList<Check> &checks) {
        for (Check &check : checks) {
            if (check.command)
                visit(*check.command);
        }
    };
    const auto ofRollback = [&](std::optional<Rollback> &rollback) {
        if (rollback)
            std::for_each(rollback->commands.begin(), rollback->commands.end(), visit);
    };
    ofChecks(runbook.prerequisites);
    for (Step &step : runbook.steps) {
        std::for_each(step.commands.begin(), step.commands.end(), visit);
        ofChecks(step.checks);
        ofRollback(step.rollback);
    }
    ofChecks(runbook.checks);
    ofRollback(runbook.rollback);
}

void addIfNew(Runbook &runbook, const QString &name, const Command &command)
{
    if (runbook.parameters.size() < maxParameters && parameterIndex(runbook.parameters, name) < 0)
        runbook.parameters.append(inferredParameter(name, command.language, command.position));
}

/// The expectations of checks may hold placeholders too ("value=">= <min_rows>"").
void inferFromExpectations(Runbook &runbook, const QList<Check> &checks)
{
    for (const Check &check : checks) {
        const Expectation &expectation = check.expectation;
        for (const QString &text : {expectation.value, expectation.contains, expectation.match, expectation.noMatch}) {
            for (const Placeholder &placeholder : plainPlaceholders(text)) {
                if (runbook.parameters.size() < maxParameters
                    && parameterIndex(runbook.parameters, placeholder.name) < 0)
                    runbook.parameters.append(inferredParameter(placeholder.name, Language::Data, check.position));
            }
        }
    }
}

} // namespace

Parameter inferredParameter(const QString &name, Language language, Position position)
{
    Parameter parameter;
    parameter.name = name;
    parameter.label = labelOf(name);
    parameter.type = inferredType(name, language);
    parameter.position = position;
    static const QRegularExpression several(QStringLiteral("(?:list|servers|services|hosts|nodes|units|packages)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    parameter.isList = parameter.type == ParameterType::Word && several.match(name).hasMatch();
    if (parameter.type == ParameterType::Choice)
        parameter.choices = name.split(u'|', Qt::SkipEmptyParts);
    return parameter;
}

Parameter declaredParameter(const QString &name, const YamlValue &value, Position position,
                            QList<Diagnostic> &diagnostics)
{
    const auto get = [&](const char *key) { return value.textOf(QString::fromLatin1(key)); };
    Parameter parameter = makeParameter(name, get, position, diagnostics);
    if (value.kind == YamlValue::Kind::Text)
        parameter.defaultValue = value.text; // "name: value" is a parameter with that default
    if (const YamlValue *choices = value.find(QStringLiteral("choices")))
        setChoices(parameter, choices->asList());
    if (const YamlValue *aliases = value.find(QStringLiteral("aliases")))
        parameter.aliases = aliases->asList();
    return parameter;
}

QList<Parameter> parameterTable(const Block &table, QList<Diagnostic> &diagnostics)
{
    if (table.rows.isEmpty())
        return {};
    static const QHash<QString, QString> columns{
        {QStringLiteral("name"), QStringLiteral("name")},
        {QStringLiteral("parameter"), QStringLiteral("name")},
        {QStringLiteral("variable"), QStringLiteral("name")},
        {QStringLiteral("type"), QStringLiteral("type")},
        {QStringLiteral("typ"), QStringLiteral("type")},
        {QStringLiteral("default"), QStringLiteral("default")},
        {QStringLiteral("vorgabe"), QStringLiteral("default")},
        {QStringLiteral("standard"), QStringLiteral("default")},
        {QStringLiteral("description"), QStringLiteral("help")},
        {QStringLiteral("beschreibung"), QStringLiteral("help")},
        {QStringLiteral("help"), QStringLiteral("help")},
        {QStringLiteral("label"), QStringLiteral("label")},
        {QStringLiteral("required"), QStringLiteral("required")},
        {QStringLiteral("pattern"), QStringLiteral("pattern")},
        {QStringLiteral("min"), QStringLiteral("min")},
        {QStringLiteral("max"), QStringLiteral("max")},
        {QStringLiteral("choices"), QStringLiteral("choices")},
        {QStringLiteral("aliases"), QStringLiteral("aliases")},
    };
    QStringList keys;
    for (const QString &cell : table.rows.first().cells)
        keys.append(columns.value(plainText(cell).toLower()));
    if (!keys.contains(QStringLiteral("name")))
        return {};
    QList<Parameter> parameters;
    for (const TableRow &row : table.rows.mid(1)) {
        const auto get = [&](const char *key) {
            const qsizetype column = keys.indexOf(QLatin1String(key));
            return column < 0 || column >= row.cells.size() ? QString() : plainText(row.cells[column]);
        };
        QString name = get("name");
        if (name.startsWith(u'<') && name.endsWith(u'>'))
            name = name.mid(1, name.size() - 2);
        if (name.isEmpty())
            continue;
        Parameter parameter = makeParameter(name, get, row.position, diagnostics);
        setChoices(parameter, get("choices").split(u','));
        parameter.aliases = get("aliases").split(u',', Qt::SkipEmptyParts);
        if (parameter.defaultValue == QStringLiteral("-") || parameter.defaultValue == QStringLiteral("\u2014"))
            parameter.defaultValue.clear();
        parameters.append(parameter);
    }
    return parameters;
}

qsizetype parameterIndex(const QList<Parameter> &parameters, QStringView name)
{
    const auto goesByName = [&](const Parameter &parameter) {
        return isSameName(parameter.name, name)
               || std::any_of(parameter.aliases.begin(), parameter.aliases.end(),
                              [&](const QString &alias) { return isSameName(QStringView(alias).trimmed(), name); });
    };
    const auto found = std::find_if(parameters.begin(), parameters.end(), goesByName);
    return found == parameters.end() ? -1 : found - parameters.begin();
}

PossibleUses possibleUses(const QString &text, const ShellLexer *lexer)
{
    PossibleUses found;
    found.certain = yourUses(text);
    if (!text.contains(u'<') && !text.contains(u'$') && !text.contains(u'{'))
        return found;
    findBraces(text, found);
    const QList<Placeholder> placeholders = lexer ? lexer->placeholders() : plainPlaceholders(text);
    for (const Placeholder &placeholder : placeholders) {
        if (placeholder.start < text.size()) // the lexer may have read a comment behind it
            found.certain.append({placeholder.start, placeholder.length, placeholder.name});
    }
    if (lexer)
        found.variables = variableUses(text, *lexer);
    return found;
}

QList<PlaceholderUse> placeholderUses(const QString &text, Language language, const QList<Parameter> &parameters)
{
    if (language != Language::Shell)
        return usesAmong(possibleUses(text, nullptr), parameters);
    const ShellLexer lexer = readShell(text);
    return usesAmong(possibleUses(text, &lexer), parameters);
}

void inferParameters(Runbook &runbook)
{
    std::vector<Command *> all;
    QSet<QString> assigned;
    forEachCommand(runbook, [&](Command &command) { all.push_back(&command); });
    const bool anyVariable =
        std::any_of(all.begin(), all.end(), [](const Command *command) { return !command->uses.variables.isEmpty(); });
    for (const Command *command : all) {
        if (anyVariable)
            assigned.unite(assignedIn(command->text));
    }
    for (const Command *command : all) {
        for (const PlaceholderUse &use : usesAmong(command->uses, runbook.parameters))
            addIfNew(runbook, use.name, *command);
        for (const PlaceholderUse &use : command->uses.variables) {
            if (!assigned.contains(use.name))
                addIfNew(runbook, use.name, *command);
        }
    }
    inferFromExpectations(runbook, runbook.prerequisites);
    for (const Step &step : std::as_const(runbook.steps))
        inferFromExpectations(runbook, step.checks);
    inferFromExpectations(runbook, runbook.checks);
    for (Command *command : all) {
        for (const PlaceholderUse &use : usesAmong(command->uses, runbook.parameters)) {
            const qsizetype index = parameterIndex(runbook.parameters, use.name);
            if (index >= 0 && !command->placeholders.contains(runbook.parameters[index].name))
                command->placeholders.append(runbook.parameters[index].name);
        }
    }
}

} // namespace holdpoint::runbooks
