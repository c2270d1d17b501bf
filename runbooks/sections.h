// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/markdowntree.h>
#include <runbooks/roles.h>

namespace holdpoint::runbooks {

/// A heading and what stands under it.
struct Section
{
    QString heading; ///< plain text; empty for the document before its first heading
    Role role = Role::None; ///< by the heading
    int level = 0;          ///< 0 for the document
    Position position;
    QList<Block> blocks;     ///< before the first heading inside
    QList<Section> children; ///< headings inside, one level each
};

/// A stretch of a runbook or step with one role.
struct Part
{
    Role role = Role::None;
    QString label; ///< empty for what stands before the first label
    Position position;
    QList<Block> blocks;
    QList<Section> sections; ///< headings inside the part
};

/// The tree of headings. Headings inside lists and quotes are text.
Section sectionTree(QList<Block> blocks);

/// Cuts blocks at paragraphs that start with a "**Label**:". Labels without a known role cut only when
/// `unknown` says so; the first part has no label and may be empty.
enum class UnknownLabels { Cut, Keep };
QList<Part> partsOf(const QList<Block> &blocks, UnknownLabels unknown);

/// partsOf() the section's own blocks, then one part for each heading inside.
QList<Part> partsOf(const Section &section);

/// Whether the section itself holds steps, by a label or by a heading right under it.
bool holdsSteps(const Section &section);

} // namespace holdpoint::runbooks
