// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QString>
#include <QStringList>

namespace holdpoint::runbooks {

enum class BlockKind { Heading, Paragraph, Code, List, Item, Table, Html, Rule, Quote, Other };

struct TableRow
{
    QStringList cells; ///< Markdown, trimmed
    Position position;
};

/// One block of a Markdown document as CommonMark 0.29 with GitHub's tables and task lists reads it.
struct Block
{
    BlockKind kind = BlockKind::Other;
    Position position;
    int endLine = 0;
    int level = 0;        ///< of a heading
    bool ordered = false; ///< of a list
    bool fenced = false;  ///< of a code block
    QString text;         ///< Markdown of a heading, paragraph or HTML block; the code of a code block
    QString info;         ///< of a fence, exactly as written
    QList<TableRow> rows; ///< the first is the header
    QList<Block> children;
};

/// A document's blocks with its lines, so that any block can be quoted as its author wrote it.
struct Markdown
{
    QList<QStringView> lines; ///< borrowed from the text that parseMarkdown() was given
    QList<Block> blocks;      ///< top level; blocks nested deeper than 12 levels are one Other block

    /// The block's source, without the indent or quote marks of what it stands in.
    [[nodiscard]] QString sourceOf(const Block &block) const;
    /// The sources of all of them, with an empty line between.
    [[nodiscard]] QString sourceOf(const QList<Block> &some) const;
};

/// Parses Markdown; every text is valid Markdown. Lines are without line feeds, bounded in sum by maximumDocumentBytes,
/// and outlive what is returned.
Markdown parseMarkdown(const QList<QStringView> &lines);

} // namespace holdpoint::runbooks
