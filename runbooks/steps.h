// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/codeblocks.h>
#include <runbooks/sections.h>

namespace holdpoint::runbooks {

/// Reads the steps of a part: ordered items; else headings; else code blocks with the paragraph before each; else
/// bullets; else the text as one step.
class StepReader
{
public:
    StepReader(const Markdown &markdown, Attributes inherited)
        : m_markdown(markdown)
        , m_inherited(std::move(inherited))
    {
    }

    QList<Step> read(const QList<Block> &blocks, const QList<Section> &sections);
    /// What stood inside steps and speaks of help for the whole runbook: "If you cannot resolve the issue ...".
    [[nodiscard]] const QList<Block> &escalation() const { return m_escalation; }

    /// A rollback part: prose and the commands in it.
    [[nodiscard]] Rollback readRollback(const Part &part, const Attributes &inherited) const;

private:
    struct Draft; ///< a step as it is read
    QList<Step> orderedSteps(const QList<Block> &blocks);
    QList<Step> fencedSteps(const QList<Block> &blocks);
    QList<Step> bulletSteps(const QList<Block> &blocks);
    QList<Step> sectionSteps(const Section &section);
    Step stepOf(const QString &heading, const QList<Block> &blocks, const QList<Section> &sections, Position position);
    Draft draftOf(const QString &heading, const QList<Block> &blocks, const QList<Section> &sections, Position position,
                  const Attributes &known);
    void readPart(Draft &draft, const Part &part, const QString &title);
    void takeTitle(Draft &draft, QList<Block> &blocks) const;
    void readContent(Draft &draft, const QList<Block> &blocks) const;
    void readCode(Draft &draft, const Block &block) const;

    const Markdown &m_markdown;
    Attributes m_inherited;
    QList<Block> m_escalation;
};

/// All blocks of a section and those inside it, headings included.
QList<Block> flattened(const Section &section);

} // namespace holdpoint::runbooks
