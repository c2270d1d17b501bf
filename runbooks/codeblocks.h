// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/attributes.h>
#include <runbooks/markdowntree.h>
#include <runbooks/shellsyntax.h>

#include <QSet>

namespace holdpoint::runbooks {

/// A code block with its language known and its prompts gone.
struct CodeBlock
{
    Language language = Language::Data;
    QString interpreter; ///< the fence's word
    bool guessed = false;
    Attributes attributes;  ///< inherited ones included
    bool annotated = false; ///< the fence itself carries attributes: its author's word that it is what it says
    QString code;
    QList<ShellPiece> pieces;      ///< of shell code
    QStringList output;            ///< of a transcript, for each line of the code: the sample output there
    QSet<int> guessedLines;        ///< of a transcript: commands without a prompt, from 0
    QString host;                  ///< a prompt's host, else empty
    Position position;             ///< of the code's first line
    const Block *source = nullptr; ///< borrowed; lives as long as the Markdown it was read from

    [[nodiscard]] bool isExecutable() const { return language != Language::Data; }
    [[nodiscard]] bool isCheck() const
    {
        return isOn(attributes.value(QStringLiteral("verify"), QStringLiteral("no")));
    }
};

CodeBlock readCodeBlock(const Block &block, const Attributes &inherited);

/// The commands of a block, one by one. What is none is added to `remarks`, a paragraph each: comments that caption
/// nothing, and sample output as a `text` fence.
QList<Command> commandsOf(const CodeBlock &block, const Markdown &markdown, QStringList &remarks);

/// Whether the words before the block say that it is output and nothing in it speaks against that.
bool isAnnouncedOutput(const CodeBlock &block, const QString &wordsBefore);

/// The whole block as one command: what a check runs on its exec channel.
Command wholeCommand(const CodeBlock &block, const Markdown &markdown);

} // namespace holdpoint::runbooks
