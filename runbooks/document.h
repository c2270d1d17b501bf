// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// The value types a Markdown document is parsed into. Immutable once made; free to cross threads.
/// Lines and columns count from 1, in the source file.
namespace holdpoint::runbooks {

struct Position
{
    int line = 0;
    int column = 0;

    friend bool operator==(const Position &, const Position &) = default;
};

/// What a fenced block holds, which decides whether and how it can run.
enum class Language { Shell, Sql, Sftp, PromQl, Http, Script, Data };

/// Where a command may run: a role of the runbook ("web"), or the default role.
struct HostSelector
{
    QString role; ///< empty: the runbook's default role
};

/// How many bytes of trust a guessed thing has: it is shown as inferred and never runs unattended.
enum class Origin { Declared, Inferred };

/// Whether the command ends by itself.
enum class Ending {
    ByItself,    ///< runs to its end
    Interactive, ///< full-screen or asks (vim, top): ends when the operator ends it, any exit status counts
    Endless,     ///< follows (tail -f): the operator ends it with Ctrl+C, any exit status counts
};

/// What exit of a command means success.
struct ExpectedExit
{
    QList<int> statuses{0};  ///< any of these
    bool any = false;        ///< every status is fine
    bool disconnect = false; ///< losing the connection is the expected end (shutdown)
};

/// Where a text names a value: `<name>`, `{{ name }}`, `YOUR_NAME` or `$NAME`, brackets included.
struct PlaceholderUse
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString name; ///< as written
};

/// The uses a text may hold, whatever the parameters are.
struct PossibleUses
{
    QList<PlaceholderUse> certain;
    QList<PlaceholderUse> templates; ///< `{{ several words }}`: only where a parameter goes by that name
    QList<PlaceholderUse> variables; ///< `$NAME` of a shell command: likewise, or where nothing sets it
};

/// One complete command of a fenced block: a shell command with its continuations and here-documents, or an SQL statement.
struct Command
{
    QString id;      ///< "2.1": step id, dot, position in the step from 1
    QString name;    ///< `name=` of the block, else empty
    QString text;    ///< exact text with placeholders, no prompt, no caption comment, no trailing line feed
    QString caption; ///< the comment lines before it, without "# "
    Language language = Language::Shell;
    QString interpreter; ///< the fence's word ("bash", "sql"), may be empty
    Position position;   ///< of its first character
    HostSelector host;
    Ending ending = Ending::ByItself;
    ExpectedExit expect;
    std::optional<std::chrono::milliseconds> timeout;
    QString dangerous; ///< why it needs a confirmation; empty when it does not
    Origin dangerousOrigin = Origin::Declared;
    bool readOnly = false;
    bool guessed = false;              ///< the block had no language: runs only on an explicit click
    PossibleUses uses;                 ///< in its text
    QStringList placeholders;          ///< canonical parameter names in order of first appearance
    QString rollback;                  ///< name of the command that undoes it (`rollback=`)
    QString until;                     ///< of an endless command: the duration or output pattern that ends it
    QString approval;                  ///< `approve=`: a second person agrees before it runs; empty: not needed
    bool mustBeRecorded = false;       ///< `recorded`: never run while nothing is recorded
    QMap<QString, QString> attributes; ///< every attribute of the block as written, unknown ones too
};

/// How an automated check judges its command's result. Everything set must hold.
struct Expectation
{
    ExpectedExit exit;
    QString match;           ///< regular expression that must be found in the output
    QString noMatch;         ///< regular expression that must not be found
    QString contains;        ///< text that must be found
    QString value;           ///< comparison on the first number of the output: ">= 3"; may hold placeholders
    QString json;            ///< path of the value in JSON output that all of the above judge: ".data.items[0].phase"
    QList<int> httpStatuses; ///< of an HTTP request: any of these; empty: any below 400
};

enum class CheckKind { Manual, Automated };

/// One verification criterion (or prerequisite).
struct Check
{
    QString id;   ///< "verify.1", "2.check.1", "pre.1"
    QString text; ///< what must be true, in the author's words
    CheckKind kind = CheckKind::Manual;
    Position position;
    std::optional<Command> command; ///< of an automated check; runs on an exec channel
    Expectation expectation;
    int attempts = 1;                         ///< `retry`: tries in all
    std::chrono::milliseconds interval{0};    ///< `every`: pause between tries
    std::chrono::milliseconds timeout{60000}; ///< for one try
};

enum class Reversibility { Reversible, NeedsCheck, Irreversible };

/// What undoes a step (or the whole runbook).
struct Rollback
{
    QString text; ///< prose of the part, may be empty
    QList<Command> commands;
    Reversibility reversibility = Reversibility::NeedsCheck;
    Position position;
};

struct Step
{
    QString id;           ///< "1", "2", ... by position
    QString title;        ///< leading bold run or first sentence
    QString group;        ///< the part or heading it stands under, where a runbook has several: "Diagnosis"
    QString instructions; ///< Markdown of the step without title, blocks of commands and parts of other roles
    QList<Command> commands;
    QList<Check> checks; ///< gate of this step
    std::optional<Rollback> rollback;
    Position position;
    bool optional = false;
    bool mustBeRecorded = false; ///< `recorded` at the step or above it: nothing of it is done while nothing is recorded
};

enum class ParameterType {
    Word,
    Path,
    Text,
    Int,
    Number,
    Bool,
    Choice,
    Host,
    Ip,
    Cidr,
    Fqdn,
    Port,
    Identifier,
    Unit,
    Date,
    Duration,
    Url,
    Email,
    Secret
};

QString parameterTypeName(ParameterType type); ///< "word", "path", ...

struct Parameter
{
    QString name;  ///< canonical: as declared, else as first written
    QString label; ///< for the form; never empty
    QString help;
    ParameterType type = ParameterType::Word;
    QString defaultValue; ///< "" when none; "today" and "yesterday" for dates are resolved at binding
    bool required = true;
    QString pattern; ///< anchored regular expression, may be empty
    QString minimum; ///< for numbers, may be empty
    QString maximum;
    QStringList choices;
    bool isList = false;     ///< several values, separated by spaces or commas; each is checked and quoted by itself
    QString separator{u' '}; ///< between them in the command
    QStringList aliases;     ///< other spellings, `-`, `_` and space being equal anyway
    Origin origin = Origin::Inferred;
    Position position; ///< of the declaration or first use
};

enum class Severity { Critical, High, Medium, Low, Info };

/// A row of a contact table, a directory line, or a front matter contact.
struct Contact
{
    QString id;   ///< slug of the name
    QString name; ///< "On-call Engineer"
    QString phone;
    QString email;
    QString chat;
    QString severity;         ///< as written: "Critical"; empty for a directory line
    QString responseTime;     ///< as written: "15 minutes"
    QString method;           ///< as written: "Phone + SMS"
    QString value;            ///< directory line: the text after the label
    bool placeholder = false; ///< its number holds X's: nobody can call it
    Position position;
};

/// One rung of a timed ladder: after `delay` from the start, do `action`.
struct LadderRung
{
    QString label; ///< as written: "Initial Contact", "15 minutes"
    std::chrono::milliseconds delay{0};
    QString action;  ///< "Escalate to team lead"
    QString contact; ///< name or id of the contact it names, when one was recognised
    Position position;
};

/// "- **Primary**: Phone calls for immediate response"
struct Channel
{
    QString label;
    QString text;
    Position position;
};

/// When to escalate, from front matter or read from a sentence.
struct EscalationRule
{
    QString text;                       ///< the sentence as written, or a made one for front matter
    int afterFailures = 0;              ///< 0: not by failures
    std::chrono::milliseconds after{0}; ///< 0: not by time
    bool immediately = false;
    QString severity; ///< "critical" when it holds only then
    QString contact;  ///< who, as written
    Origin origin = Origin::Inferred;
    Position position;
};

/// A section that cannot run: contents, overview, appendix.
struct ReferenceSection
{
    QString title;
    QString markdown;
    QList<Command> commands; ///< of its shell blocks (common commands): may be copied or typed, never part of a run
    QStringList links;       ///< "title -> target"
    Position position;
};

struct Runbook
{
    QString id;    ///< front matter `id`, else the leading number ("6.1"), else a slug
    QString title; ///< without the number
    QString version;
    QString severity;
    QStringList tags;
    QString purpose; ///< Markdown
    QList<Check> prerequisites;
    QList<Step> steps;
    QList<Check> checks; ///< the Verification part: the last hold point
    std::optional<Rollback> rollback;
    QList<EscalationRule> escalation;
    QList<Parameter> parameters;
    QStringList hostRoles; ///< the first is the default ("host" when none is named); empty: all is done by hand
    QString owner;
    QDate reviewBy; ///< after this day the runbook counts as out of date; invalid when nobody said
    QString notes;  ///< Markdown of parts with unknown labels
    Position position;

    /// Whether its steps stand under several headings, which are worth showing then.
    [[nodiscard]] bool hasGroups() const;
};

/// A piece of the source that gives commands or attributes: what the linter accounts for.
struct SourceBlock
{
    enum class Kind { Code, Comment };
    Kind kind = Kind::Code;
    QString info; ///< of a fence, as written; of a comment, its whole text
    QString text; ///< the code
    bool fenced = false;
    Position position; ///< of the fence, comment or first line
    int endLine = 0;
};

struct Diagnostic
{
    enum class Level { Error, Warning, Note };
    Level level = Level::Warning;
    QString code; ///< "HP012"
    QString message;
    QString cure;
    Position position;
};

/// One Markdown file.
struct Document
{
    QString path;
    QByteArray source; ///< exact bytes
    QString title;
    bool hasFrontMatter = false;
    QList<SourceBlock> blocks; ///< every code block and `hp` comment, in order
    QList<Runbook> runbooks;
    QList<Contact> matrix;    ///< rows of contact tables
    QList<Contact> directory; ///< `**Label**: value` lines with a phone, mail or address; front matter contacts
    QList<LadderRung> ladder; ///< escalation steps with times, by delay
    QList<Channel> channels;  ///< communication channels
    QList<ReferenceSection> references;
    QList<Diagnostic> diagnostics; ///< found while parsing

    /// The source's SHA-256, hexadecimal: what trust is bound to. Computed anew with each call.
    [[nodiscard]] QString sha256() const;
    /// The runbook with this id (exact, or ignoring case), or null.
    [[nodiscard]] const Runbook *find(const QString &id) const;
};

} // namespace holdpoint::runbooks
