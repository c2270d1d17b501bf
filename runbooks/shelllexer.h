// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/placeholders.h>
#include <runbooks/shellsyntax.h>

#include <optional>
#include <vector>

namespace holdpoint::runbooks {

/// A word of a simple command, as a range of the lexer's text.
struct ShellWord
{
    qsizetype start = 0;
    qsizetype end = 0;
};

/// The words of one simple command, without its assignments and redirections.
using SimpleCommand = QList<ShellWord>;

/// Reads shell code line by line and knows, after each line, whether a shell would run what it has or wait for more.
///
/// Grammar: POSIX.1-2017 XCU chapter 2, with bash's [[ ]], (( )), arrays, here-strings, $'...', process substitution
/// and extended patterns. It never fails: closing words without an opening one are plain words.
/// Invariants: linear in the text (look-ahead is bounded); nesting deeper than 200 levels is read as plain text.
class ShellLexer
{
public:
    enum class Placeholders { Recognised, Ignored };

    explicit ShellLexer(Placeholders placeholders);

    void feedLine(QStringView line);
    /// Whether a shell would now run what it was given.
    [[nodiscard]] bool isComplete() const;
    /// Whether the next line is the body of a here-document.
    [[nodiscard]] bool isInHereDocument() const { return m_inBodies; }

    /// Everything fed, with a line feed after each line.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<ShellContext> &contexts() const { return m_contexts; }
    [[nodiscard]] const QList<SimpleCommand> &commands() const { return m_commands; }
    /// The assignments before and without a command: `A=1 B="$C" ls`.
    [[nodiscard]] const QList<ShellWord> &assignments() const { return m_assignments; }
    [[nodiscard]] const QList<Placeholder> &placeholders() const { return m_placeholders; }

private:
    enum class Mode { Commands, Words, Double, Single, DollarSingle, Parameter, Arithmetic, Backtick };
    enum class Place { Command, Argument, CaseWord, CaseIn, Pattern, ForName, ForWords, FunctionName };
    enum class Compound { If, Loop, Case, Brace, Test };
    struct Frame
    {
        Mode mode = Mode::Commands;
        std::optional<ShellContext> forced; ///< every character inside has this context, whatever its quotes
        QChar closer;
        Place place = Place::Command;
        QList<Compound> compounds;
        SimpleCommand command;
        qsizetype wordStart = -1;
        int depth = 0;
        bool wordQuoted = false;
        bool redirect = false;   ///< the next word is a redirection's target
        bool needsMore = false;  ///< after | && || or a function's name
        bool assigned = false;   ///< an assignment came before the command's first word
        bool redirected = false; ///< and a redirection behind that
        bool begun = false;      ///< an assignment or redirection came first, so that no word is a keyword
        bool inDouble = false;   ///< a parameter expansion inside double quotes
    };
    struct HereDocument
    {
        QString delimiter;
        bool quoted = false;
        bool stripTabs = false;
    };

    Frame &top() { return m_frames.back(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    void mark(qsizetype count, ShellContext context);
    void markOrdinary(ShellContext context);
    bool push(Mode mode, QChar closer);
    void pop();
    bool takePlaceholder(Quoting quoting, ShellContext context);

    void step();
    void commandCharacter();
    void wordCharacter(QChar c);
    void operatorCharacter(QChar c);
    void backslash(ShellContext context);
    void dollar(ShellContext context);
    void angle();
    void hereDocument();
    void delimiterWord(HereDocument body);
    void openParenthesis();
    bool functionParentheses();
    void closeParenthesis();
    void quotedCharacter(Mode mode);
    void parameterCharacter();
    void arithmeticCharacter();
    void newline();
    void bodyLine(qsizetype start);

    void startWord();
    void endWord();
    void endCommand();
    void commandWord(QStringView word, ShellWord range);
    bool keyword(QStringView word, ShellWord range);
    [[nodiscard]] qsizetype coprocNameLength() const;
    void popCompound(Compound compound);
    [[nodiscard]] bool isInTest() const;
    [[nodiscard]] bool isAtTestEnd() const;
    [[nodiscard]] bool startsSubscript() const;
    [[nodiscard]] QStringView wordSoFar(QString &joined) const;
    [[nodiscard]] bool looksArithmetic(qsizetype open) const;

    Placeholders m_recognition;
    QString m_text;
    QList<ShellContext> m_contexts;
    QList<SimpleCommand> m_commands;
    QList<ShellWord> m_assignments;
    QList<Placeholder> m_placeholders;
    std::vector<Frame> m_frames;
    QList<HereDocument> m_bodies;
    std::optional<HereDocument> m_cutDelimiter; ///< as it is written so far; a continuation cuts its word in two
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    bool m_continued = false; ///< the line ended in a backslash
    bool m_inBodies = false;
};

/// A whole text, read.
ShellLexer readShell(QStringView text, ShellLexer::Placeholders placeholders = ShellLexer::Placeholders::Recognised);

/// The text of a word as the program gets it, as far as it is constant: quotes and backslashes removed.
QString unquoted(QStringView word);

} // namespace holdpoint::runbooks
