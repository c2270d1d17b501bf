// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Shell blocks against a real bash: what bash reads as whole is whole, what it waits for is not, and every command that is
// cut out of a block bash accepts is one it accepts.

#include "shellprocess.h"

#include <runbooks/shelllexer.h>
#include <runbooks/shellsyntax.h>

#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdpoint;

const QByteArrayList &tokens()
{
    static const QByteArrayList list{
        "a",     " ",        "\n",       "ls ",      "echo ",   "x=1",      "'",           "\"",
        "$(",    ")",        "(",        "`",        "\\",      "\\\n",     "#",           " # ",
        ";",     "&",        "&&",       "||",       "|",       "|&",       ">",           "<",
        ">>",    "2>&1",     "<<EOF",    "\nEOF\n",  "<<-E",    "\n\tE\n",  "<<'Q'",       "\nQ\n",
        "<<<",   "if ",      "; then ",  "\nthen\n", "; fi",    "\nelse\n", "\nfi\n",      "for i in a b",
        "; do ", "\ndo\n",   "\ndone\n", "; done",   "while ",  "until ",   "case a in\n", "a) ",
        ";;\n",  "\nesac\n", "{ ",       "; }",      "}",       "f() ",     "function g ", "[[ ",
        " ]]",   "((",       "))",       "$((",      "${a",     "}",        "${a:-",       "$'",
        "$a",    "!",        "! ",       "time ",    "select ", "a=(",      "=",           "*",
        "?",     "[ ",       " ]",       "~",        "{a,b}",   "<(",       "#a",          "done",
        "fi",    "do",       "then",     "in",       "elif ",   "-n ",      "true",        "\n\n",
        "\t"};
    return list;
}

bool waitsForMore(const fuzz::ShellAnswer &answer)
{
    // Behind a syntax error, what it says about the rest means nothing.
    if (answer.errors.contains("syntax error near") || answer.errors.contains("operator expected"))
        return false;
    return answer.errors.contains("unexpected end of file") || answer.errors.contains("unexpected EOF")
           || answer.errors.contains("here-document at line");
}

void stop(const char *what, const QByteArray &block, const QByteArray &part, const fuzz::ShellAnswer &answer)
{
    std::fprintf(stderr, "%s\n--- block\n%s\n--- part\n%s\n--- bash: %d %s\n", what, block.constData(),
                 part.constData(), answer.status, answer.errors.constData());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 60)
        return 0;
    const QByteArray block = fuzz::textOf(data, size, tokens());
    const QString joined = QString::fromUtf8(block).remove(QStringLiteral("\\\n")); // as bash reads its words
    // "word((", "word(x" and "word (x" are syntax errors, after which what bash waits for means nothing.
    static const QRegularExpression wordBeforeParenthesis(QStringLiteral(
        "[^\\s(;&|]\\s*\\(\\(|[A-Za-z0-9_]\\((?!\\s*\\))"
        "|(?<![A-Za-z0-9_])(?!(?:if|while|until|then|else|elif|do|time|in|coproc)\\s)[A-Za-z0-9_]+[ \\t]+\\((?!\\s*\\))"));
    if (wordBeforeParenthesis.match(joined).hasMatch())
        return 0;
    // "((" without "))" makes bash read the text a second time and report quotes that nobody wrote.
    if (block.contains("((") && block.lastIndexOf("))") < block.lastIndexOf("(("))
        return 0;
    // Inside "((" bash does not look for the brace that closes an expansion, and evaluates only when it runs; and what
    // turns out to be two subshells later may have begun a here-document or an array.
    const auto holdsAny = [&](std::initializer_list<const char *> texts) {
        return std::any_of(texts.begin(), texts.end(), [&](const char *text) { return block.contains(text); });
    };
    if (block.contains("((") && holdsAny({"${", "<", "=(", "[", "\"", "'"}))
        return 0;
    // A delimiter with an expansion in it, which bash reads on over lines and then takes as it is written.
    static const QRegularExpression strangeDelimiter(QStringLiteral("<<-?\\s*[^\\s;&|]*[$`(]"));
    if (strangeDelimiter.match(joined).hasMatch())
        return 0;
    // Whether a single quote counts in an expansion inside double quotes depends on its operator and on the version of bash.
    if (block.contains("${") && block.contains('"') && block.contains('\''))
        return 0;
    // A word that touches the end of "((...))" is a syntax error too.
    static const QRegularExpression wordBehindDouble(QStringLiteral("\\)\\)[A-Za-z0-9_]"));
    if (block.contains("((") && wordBehindDouble.match(joined).hasMatch())
        return 0;
    // An empty delimiter: whether the end of the block is an empty line is a matter of taste.
    static const QRegularExpression emptyDelimiter(QStringLiteral("<<-?\\s*(?:''|\"\")"));
    if (emptyDelimiter.match(joined).hasMatch())
        return 0;
    // An empty test makes bash give up quietly: `while [[ ]]` is whole to it.
    static const QRegularExpression emptyTest(QStringLiteral("\\[\\[\\s*\\]\\]"));
    if (emptyTest.match(joined).hasMatch())
        return 0;
    // "=(" begins an array behind a name only; behind other words it is a syntax error that bash finds late.
    static const QRegularExpression strangeArray(QStringLiteral("(?:^|[\\s;&|()<>])(?![A-Za-z_][A-Za-z0-9_]*\\+?=\\()[^\\s;&|()<>]*=\\("));
    if (strangeArray.match(joined).hasMatch() || joined.count(QStringLiteral("=(")) > 1)
        return 0;
    // In an expansion bash takes the second of two such marks for the end of an operator, and what follows for text.
    static const QRegularExpression doubleAngle(QStringLiteral("[<>][<>]\\("));
    if (block.contains("${") && doubleAngle.match(joined).hasMatch())
        return 0;
    // An operator that a continuation cuts in two, which nobody writes and the line-wise lexer cannot see.
    static const QRegularExpression cutOperator(QStringLiteral("[<>&|;(]\\\\\n"));
    if (cutOperator.match(QString::fromUtf8(block)).hasMatch())
        return 0;
    // A terminal waits behind a last backslash; bash -c has nothing to wait for.
    if (block.trimmed().endsWith('\\'))
        return 0;
    // `<a>` is a placeholder to us and a redirection to bash.
    if (!runbooks::readShell(QString::fromUtf8(block)).placeholders().isEmpty())
        return 0;
    const QList<runbooks::ShellPiece> pieces = runbooks::splitShell(QString::fromUtf8(block));
    const fuzz::ShellAnswer whole = fuzz::askBash({QStringLiteral("-n")}, block);
    if (whole.status < 0)
        return 0;
    const bool accepted = whole.status == 0 && whole.errors.isEmpty();
    const bool complete = runbooks::isCompleteShell(QString::fromUtf8(block));
    if (accepted && !complete)
        stop("bash takes it as it stands, and it is called unfinished", block, {}, whole);
    if (complete && waitsForMore(whole))
        stop("bash waits for more, and it is called whole", block, {}, whole);
    if (!accepted)
        return 0;
    for (const runbooks::ShellPiece &piece : pieces) {
        const QByteArray part = piece.text.toUtf8();
        if (part.isEmpty())
            continue;
        const fuzz::ShellAnswer answer = fuzz::askBash({QStringLiteral("-n")}, part);
        if (answer.status != 0 || !answer.errors.isEmpty())
            stop("bash takes the block and not this part of it", block, part, answer);
    }
    return 0;
}
