// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Code blocks and their attributes: each is run, or shown, and the author knows which.

#include <runbooks/lint/findings.h>

#include <runbooks/codeblocks.h>
#include <runbooks/shellsyntax.h>
#include <runbooks/transfersyntax.h>
#include <runbooks/words.h>

#include <algorithm>

namespace holdpoint::runbooks::lint {

namespace {

/// The lines at which something that can be run or typed begins.
class RunnableLines
{
public:
    RunnableLines(const Document &document, const std::vector<Subject> &subjects)
    {
        for (const Subject &subject : subjects) {
            for (const Seen &seen : subject.commands)
                add(*seen.command);
        }
        for (const ReferenceSection &reference : document.references) {
            for (const Command &command : reference.commands)
                add(command);
        }
    }

    [[nodiscard]] bool any(const SourceBlock &block) const { return within(m_lines, block); }
    [[nodiscard]] bool guessed(const SourceBlock &block) const { return within(m_guessed, block); }

private:
    void add(const Command &command)
    {
        m_lines.insert(command.position.line);
        if (command.guessed)
            m_guessed.insert(command.position.line);
    }
    static bool within(const QSet<int> &lines, const SourceBlock &block)
    {
        for (int line = block.position.line; line <= block.endLine; ++line) {
            if (lines.contains(line))
                return true;
        }
        return false;
    }

    QSet<int> m_lines;
    QSet<int> m_guessed;
};

void judgeAttributes(const SourceBlock &block, Findings &findings)
{
    const Attributes attributes = block.kind == SourceBlock::Kind::Code ? parseFence(block.info).attributes
                                                                        : hpComment(block.info).value_or(Attributes());
    for (const AttributeProblem &problem : attributeProblems(attributes)) {
        using Kind = AttributeProblem::Kind;
        const char *code = problem.kind == Kind::Unknown ? "HP005" : problem.kind == Kind::NoEffect ? "HP006" : "HP007";
        findings.add(code, block.position, problem.message, problem.cure);
    }
}

void judgeLanguage(const SourceBlock &block, const CodeBlock &code, const RunnableLines &lines, Findings &findings)
{
    static const QSet<QString> data = wordSet(
        "yaml yml json text txt plaintext log logs output ini toml hcl tf xml html css mermaid markdown md diff "
        "csv properties conf config nginx dockerfile env jinja go java javascript js ts typescript c cpp rust");
    if (block.text.trimmed().isEmpty() || data.contains(code.interpreter))
        return;
    if (lines.guessed(block))
        findings.add(
            "HP071", block.position,
            QStringLiteral("This block names no language; it is only guessed to be shell code and needs a click"),
            QStringLiteral("Write ```bash, or ```text where it is not meant to be run"));
    else if (!code.isExecutable() && !lines.any(block))
        findings.add(
            "HP072", block.position,
            code.interpreter.isEmpty()
                ? QStringLiteral("This block names no language: it is shown and never run")
                : QStringLiteral("\"%1\" is no language that can be run: the block is shown").arg(code.interpreter),
            QStringLiteral("Write ```bash to have it run, or ```text to say that it is only shown"));
}

/// An open quote, a missing `done`, a here-document without its last line.
void judgeCompleteness(const SourceBlock &block, const CodeBlock &code, Findings &findings)
{
    if (code.language != Language::Shell)
        return;
    if (!isCompleteShell(code.code))
        findings.add("HP070", block.position,
                     QStringLiteral("A shell would wait for more after this block's last line"),
                     QStringLiteral("Close the quote, here-document, loop or parenthesis that is open"));
}

void judgeTransfers(const SourceBlock &block, const CodeBlock &code, Findings &findings)
{
    if (code.language != Language::Sftp)
        return;
    for (const ShellPiece &piece : splitTransfers(code.code)) {
        const auto transfer = piece.text.isEmpty() ? TransferLine() : readTransfer(piece.text);
        if (!transfer)
            findings.add("HP074", {block.position.line + piece.line + (block.fenced ? 1 : 0), block.position.column},
                         QStringLiteral("This line copies no file: %1").arg(transfer.error().detail),
                         QStringLiteral("Write \"put files/shop.conf /etc/shop/shop.conf\" or \"get /var/log/shop.log\", and -r for a folder"));
    }
}

void judgeQueries(const Document &document, Findings &findings)
{
    for (const Runbook &runbook : document.runbooks) {
        for (const Step &step : runbook.steps) {
            for (const Command &command : step.commands) {
                if (command.language == Language::Http || command.language == Language::PromQl)
                    findings.add(
                        "HP073", command.position, QStringLiteral("A query is run as a check only; here it is shown"),
                        QStringLiteral("Add verify with status=, value= or match=, so that its answer is judged"));
            }
        }
    }
}

} // namespace

void blockRules(const Document &document, const std::vector<Subject> &subjects, Findings &findings)
{
    const RunnableLines lines(document, subjects);
    for (const SourceBlock &block : document.blocks) {
        judgeAttributes(block, findings);
        if (block.kind == SourceBlock::Kind::Comment)
            continue;
        Block source;
        source.kind = BlockKind::Code;
        source.info = block.info;
        source.text = block.text;
        source.fenced = block.fenced;
        source.position = block.position;
        const CodeBlock code = readCodeBlock(source, {});
        if (!document.runbooks.isEmpty())
            judgeLanguage(block, code, lines, findings);
        judgeCompleteness(block, code, findings);
        judgeTransfers(block, code, findings);
    }
    judgeQueries(document, findings);
}

} // namespace holdpoint::runbooks::lint
