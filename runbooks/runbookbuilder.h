// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/frontmatter.h>
#include <runbooks/sections.h>

namespace holdpoint::runbooks {

/// Makes one Runbook of a section and the metadata that speaks of it.
class RunbookBuilder
{
public:
    RunbookBuilder(const Markdown &markdown, const FrontMatter &front, QList<Diagnostic> &diagnostics)
        : m_markdown(markdown)
        , m_front(front)
        , m_diagnostics(diagnostics)
    {
    }

    /// Whether the section has the document to itself: only then front matter's id and title are its own.
    enum class Share { Alone, OneOfMany };
    /// Whether headings without a known role are steps: so where nothing in the document is labelled.
    enum class Headings { Notes, Steps };
    Runbook build(const Section &section, Share share, Headings headings);

private:
    void readHead(Runbook &runbook, const Section &section, Share share);
    void readPart(Runbook &runbook, const Part &part);
    void readSteps(Runbook &runbook, const Part &part);
    void readEscalation(Runbook &runbook, const QString &label, const QList<Block> &blocks);
    void readParameters(Runbook &runbook, const QString &label, const QList<Block> &blocks);
    void readUnlabelled(Runbook &runbook, const Part &part);
    void readPrerequisites(Runbook &runbook, const QList<Block> &blocks);
    void readChecks(Runbook &runbook, const QList<Block> &blocks);
    void readRollback(Runbook &runbook, const Part &part);
    void takeRunbookComments(Section &section);
    void placeChecks(Runbook &runbook);
    void addNote(Runbook &runbook, const QString &label, const QString &text);

    const Markdown &m_markdown;
    const FrontMatter &m_front;
    QList<Diagnostic> &m_diagnostics;
    RunbookMetadata m_metadata; ///< of the runbook at work: its own over the document's
    Attributes m_inherited;
};

/// Gives steps, commands and checks their ids by position.
void numberParts(Runbook &runbook);
/// The roles that commands and metadata name, "host" when there is none.
QStringList hostRolesOf(const Runbook &runbook, const QStringList &declared, const QString &byDefault);

} // namespace holdpoint::runbooks
