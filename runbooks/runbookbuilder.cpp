// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/runbookbuilder.h>

#include <runbooks/checks.h>
#include <runbooks/contacts.h>
#include <runbooks/escalation.h>
#include <runbooks/inlinetext.h>
#include <runbooks/parameters.h>
#include <runbooks/steps.h>

namespace holdpoint::runbooks {

namespace {

/// What a runbook says over what the document says.
RunbookMetadata mergedMetadata(RunbookMetadata under, const RunbookMetadata &over)
{
    under.id = over.id;
    under.title = over.title;
    under.version = over.version.isEmpty() ? under.version : over.version;
    under.severity = over.severity.isEmpty() ? under.severity : over.severity;
    under.owner = over.owner.isEmpty() ? under.owner : over.owner;
    under.reviewBy = over.reviewBy.isValid() ? over.reviewBy : under.reviewBy;
    under.tags = over.tags.isEmpty() ? under.tags : over.tags;
    under.hostRoles = over.hostRoles.isEmpty() ? under.hostRoles : over.hostRoles;
    under.prerequisites += over.prerequisites;
    under.escalation = over.escalation.isEmpty() ? under.escalation : over.escalation;
    under.defaults = merged(under.defaults, over.defaults);
    QList<Parameter> parameters = over.parameters;
    for (const Parameter &parameter : under.parameters) {
        if (parameterIndex(over.parameters, parameter.name) < 0)
            parameters.append(parameter);
    }
    under.parameters = parameters;
    return under;
}

QList<Block> flattenedPart(const Part &part)
{
    return flattened(Section{.position = part.position, .blocks = part.blocks, .children = part.sections});
}

} // namespace

Runbook RunbookBuilder::build(const Section &section, Share share, Headings headings)
{
    Runbook runbook;
    readHead(runbook, section, share);
    Section own = section;
    takeRunbookComments(own);
    QList<Part> parts = partsOf(own);
    const bool labelled =
        std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.role == Role::Steps; });
    for (Part &part : parts) {
        if (part.role == Role::Ladder && !labelled && headings == Headings::Notes)
            part.role = Role::Steps;
    }
    if (headings == Headings::Steps) {
        Part steps{Role::Steps, {}, own.position, parts.first().blocks, {}};
        for (const Section &child : own.children) {
            if (child.role == Role::None || child.role == Role::Remark)
                steps.sections.append(child);
        }
        if (!steps.sections.isEmpty())
            readUnlabelled(runbook, std::exchange(parts.first(), Part{}));
        StepReader reader(m_markdown, m_inherited);
        runbook.steps = reader.read(steps.sections.isEmpty() ? steps.blocks : QList<Block>(), steps.sections);
        readEscalation(runbook, {}, reader.escalation());
        parts.removeIf([](const Part &part) { return part.role == Role::None; });
    }
    for (const Part &part : std::as_const(parts))
        readPart(runbook, part);
    placeChecks(runbook);
    numberParts(runbook);
    inferParameters(runbook);
    if (runbook.parameters.size() >= maxParameters)
        m_diagnostics.append({Diagnostic::Level::Error, QStringLiteral("HP019"),
                              QStringLiteral("The runbook has more parameters than a form can show; those after the "
                                             "first %1 are left out and what needs them cannot be run")
                                  .arg(maxParameters),
                              QStringLiteral("Split the runbook, or let a command read the values from a file"),
                              runbook.position});
    runbook.hostRoles = hostRolesOf(runbook, m_metadata.hostRoles, m_metadata.defaults.value(QStringLiteral("host")));
    return runbook;
}

void RunbookBuilder::readHead(Runbook &runbook, const Section &section, Share share)
{
    const Numbered heading = leadingNumber(section.heading);
    m_metadata = m_front.top;
    if (share == Share::OneOfMany) {
        m_metadata.id.clear();
        m_metadata.title.clear();
    }
    const QString written = !m_metadata.id.isEmpty()    ? m_metadata.id
                            : !heading.number.isEmpty() ? heading.number
                                                        : slug(heading.title);
    for (const auto &[id, metadata] : m_front.runbooks) {
        if (id == written || id == heading.number || id == slug(heading.title))
            m_metadata = mergedMetadata(m_metadata, metadata);
    }
    runbook.id = m_metadata.id.isEmpty() ? written : m_metadata.id;
    runbook.title = m_metadata.title.isEmpty() ? heading.title : m_metadata.title;
    runbook.version = m_metadata.version;
    runbook.severity = m_metadata.severity;
    runbook.tags = m_metadata.tags;
    runbook.owner = m_metadata.owner;
    runbook.reviewBy = m_metadata.reviewBy;
    runbook.parameters = m_metadata.parameters;
    runbook.escalation = m_metadata.escalation;
    runbook.position = section.position;
    m_inherited = m_metadata.defaults;
    for (const QString &text : std::as_const(m_metadata.prerequisites)) {
        Check check;
        check.text = text;
        check.position = section.position;
        runbook.prerequisites.append(check);
    }
}

void RunbookBuilder::takeRunbookComments(Section &section)
{
    // Those right under the heading speak of the whole runbook; a fence right after one takes it.
    QList<Block> &blocks = section.blocks;
    while (!blocks.isEmpty() && blocks.first().kind == BlockKind::Html) {
        const auto comment = hpComment(blocks.first().text);
        if (!comment || (blocks.size() > 1 && blocks[1].kind == BlockKind::Code))
            return;
        m_inherited = merged(m_inherited, inheritable(*comment));
        blocks.removeFirst();
    }
}

void RunbookBuilder::readPart(Runbook &runbook, const Part &part)
{
    const QList<Block> all = flattenedPart(part);
    switch (part.role) {
    case Role::None: readUnlabelled(runbook, part); break;
    case Role::Purpose: {
        const QString text = m_markdown.sourceOf(all);
        // "Purpose" says nothing that its place does not; "Impact" and "Symptoms" do.
        static const QStringList words =
            QStringLiteral("purpose goal objective zweck ziel objectif but propósito objetivo scopo "
                           "obiettivo")
                .split(u' ');
        const bool plain = runbook.purpose.isEmpty() && words.contains(part.label.toLower());
        const QString titled = plain || text.isEmpty() ? text : QStringLiteral("**%1**\n\n%2").arg(part.label, text);
        runbook.purpose = QStringList{runbook.purpose, titled}.join(QStringLiteral("\n\n")).trimmed();
        break;
    }
    case Role::Prerequisites: readPrerequisites(runbook, all); break;
    case Role::Steps: readSteps(runbook, part); break;
    case Role::Verification: readChecks(runbook, all); break;
    case Role::Rollback: readRollback(runbook, part); break;
    case Role::Escalation: readEscalation(runbook, part.label, all); break;
    case Role::Parameters: readParameters(runbook, part.label, all); break;
    case Role::Contacts:
    case Role::Ladder:
    case Role::Channels:
    case Role::Remark: addNote(runbook, part.label, m_markdown.sourceOf(all)); break;
    }
}

void RunbookBuilder::readSteps(Runbook &runbook, const Part &part)
{
    StepReader reader(m_markdown, m_inherited);
    QList<Step> steps = reader.read(part.blocks, part.sections);
    for (Step &step : steps) {
        if (step.group.isEmpty())
            step.group = part.label;
    }
    runbook.steps.append(steps);
    readEscalation(runbook, {}, reader.escalation());
}

/// Front matter says it with certainty; the sentences are kept for people then, and so is what is no sentence.
void RunbookBuilder::readEscalation(Runbook &runbook, const QString &label, const QList<Block> &blocks)
{
    if (blocks.isEmpty())
        return;
    QList<Block> others;
    QList<EscalationRule> rules;
    const bool declared = !m_metadata.escalation.isEmpty();
    for (const Block &block : blocks) {
        const QList<EscalationRule> read = declared ? QList<EscalationRule>() : escalationRules({block});
        const bool says = std::any_of(read.begin(), read.end(), [](const EscalationRule &rule) {
            return !rule.contact.isEmpty() || rule.afterFailures > 0 || rule.after.count() > 0 || rule.immediately;
        });
        if (says)
            rules.append(read);
        // A rule shows no link's target; what is no rule is kept as it stands.
        if (!says || m_markdown.sourceOf(block).contains(QStringLiteral("](")))
            others.append(block);
    }
    // Whoever wrote a part about escalation wants it offered, in whatever words.
    if (!declared && rules.isEmpty() && runbook.escalation.isEmpty())
        rules = escalationRules(blocks.mid(0, 1));
    runbook.escalation.append(rules);
    addNote(runbook, label, m_markdown.sourceOf(others));
}

void RunbookBuilder::readParameters(Runbook &runbook, const QString &label, const QList<Block> &blocks)
{
    QList<Block> others;
    for (const Block &block : blocks) {
        const QList<Parameter> table =
            block.kind == BlockKind::Table ? parameterTable(block, m_diagnostics) : QList<Parameter>();
        if (table.isEmpty())
            others.append(block);
        for (const Parameter &parameter : table) {
            if (runbook.parameters.size() >= maxParameters)
                break;
            if (parameterIndex(runbook.parameters, parameter.name) < 0)
                runbook.parameters.append(parameter);
        }
    }
    addNote(runbook, label, m_markdown.sourceOf(others));
}

void RunbookBuilder::readUnlabelled(Runbook &runbook, const Part &part)
{
    const QString text = m_markdown.sourceOf(flattenedPart(part));
    const bool introduction = part.label.isEmpty() && runbook.purpose.isEmpty();
    if (introduction)
        runbook.purpose = text;
    else
        addNote(runbook, part.label, text);
}

void RunbookBuilder::addNote(Runbook &runbook, const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!runbook.notes.isEmpty())
        runbook.notes += QStringLiteral("\n\n");
    runbook.notes += label.isEmpty() ? text : QStringLiteral("**%1**\n\n%2").arg(label, text);
}

void RunbookBuilder::readPrerequisites(Runbook &runbook, const QList<Block> &blocks)
{
    CheckReader reader(m_markdown, m_inherited);
    runbook.prerequisites.append(reader.read(blocks));
    addNote(runbook, {}, reader.notes().join(QStringLiteral("\n\n")));
}

void RunbookBuilder::readChecks(Runbook &runbook, const QList<Block> &blocks)
{
    CheckReader reader(m_markdown, m_inherited);
    runbook.checks.append(reader.read(blocks));
    addNote(runbook, {}, reader.notes().join(QStringLiteral("\n\n")));
}

void RunbookBuilder::readRollback(Runbook &runbook, const Part &part)
{
    Part all = part;
    all.blocks = flattenedPart(part);
    const Rollback rollback = StepReader(m_markdown, m_inherited).readRollback(all, m_inherited);
    if (!runbook.rollback) {
        runbook.rollback = rollback;
        return;
    }
    runbook.rollback->commands.append(rollback.commands);
    runbook.rollback->text = QStringList{runbook.rollback->text, rollback.text}.join(QStringLiteral("\n\n")).trimmed();
}

void RunbookBuilder::placeChecks(Runbook &runbook)
{
    const auto stepIndex = [&](const QString &name) -> qsizetype {
        if (name.isEmpty())
            return -1;
        for (qsizetype i = 0; i < runbook.steps.size(); ++i) {
            if (name == QString::number(i + 1) || slug(name) == slug(runbook.steps[i].title))
                return i;
        }
        return -1;
    };
    QList<Check> last;
    for (const Check &check : std::as_const(runbook.checks)) {
        const Attributes attributes = check.command ? check.command->attributes : Attributes();
        const qsizetype after = stepIndex(attributes.value(QStringLiteral("after")));
        const qsizetype before = stepIndex(attributes.value(QStringLiteral("before")));
        if (after >= 0)
            runbook.steps[after].checks.append(check);
        else if (before > 0)
            runbook.steps[before - 1].checks.append(
                check); // the gate in front of a step is the one behind the step before
        else if (before == 0)
            runbook.prerequisites.append(check);
        else
            last.append(check);
    }
    runbook.checks = last;
}

} // namespace holdpoint::runbooks
