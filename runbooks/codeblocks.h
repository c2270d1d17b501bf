// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/attributes.h>
#include <runbooks/markdowntree.h>

namespace holdpoint::runbooks {

/// A code block with its language known and its prompts gone.
struct CodeBlock
{
    Language language = Language::Data;
    QString interpreter; ///< the fence's word
    bool guessed = false;
    Attributes attributes; ///< inherited ones included
    QString code;
    QString host;                  ///< a prompt's host, else empty
    Position position;             ///< of the code's first line
    const Block *source = nullptr; ///< borrowed; lives as long as the Markdown it was read from

    [[nodiscard]] bool isExecutable() const { return language != Language::Data; }
    [[nodiscard]] bool isCheck() const { return attributes.contains(QStringLiteral("verify")); }
};

CodeBlock readCodeBlock(const Block &block, const Attributes &inherited);

/// The commands of a block, one by one; comments that caption none of them are added to `remarks`, a paragraph each.
QList<Command> commandsOf(const CodeBlock &block, const Markdown &markdown, QStringList &remarks);

/// The whole block as one command: what a check runs on its exec channel.
Command wholeCommand(const CodeBlock &block, const Markdown &markdown);

} // namespace holdpoint::runbooks
