// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/codeblocks.h>

namespace holdpoint::runbooks {

/// Reads a Verification or Prerequisites part: a bullet is a check, the code block below it makes it automated, a
/// paragraph alone or before a code block is a check too.
///
/// Ids are given later. What is no check (tables, quotes, sample output) is added to `notes` as Markdown.
class CheckReader
{
public:
    CheckReader(const Markdown &markdown, Attributes inherited)
        : m_markdown(markdown)
        , m_inherited(std::move(inherited))
    {
    }

    QList<Check> read(const QList<Block> &blocks);
    /// A block with `verify`, named by the text before it or by itself.
    [[nodiscard]] Check automatedCheck(const CodeBlock &code, const QString &text) const;
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

private:
    void readList(const Block &list);
    void readItem(const Block &item);
    void readText(const Block &paragraph);
    void readCode(const Block &block);
    void makeAutomated(Check &check, const CodeBlock &code) const;

    const Markdown &m_markdown;
    Attributes m_inherited;
    Attributes m_comment; ///< of a comment that waits for its block
    QList<Check> m_checks;
    QStringList m_notes;
    bool m_namesNext = false; ///< the last check is a text that a code block may still follow
};

} // namespace holdpoint::runbooks
