// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/steps.h>

#include <runbooks/checks.h>
#include <runbooks/inlinetext.h>

namespace holdpoint::runbooks {

namespace {

bool isOrderedList(const Block &block) { return block.kind == BlockKind::List && block.ordered; }

bool holdsCode(const Block &block)
{
    return block.kind == BlockKind::Code || std::any_of(block.children.begin(), block.children.end(), holdsCode);
}

Reversibility reversibilityOf(const QString &word)
{
    return word == QStringLiteral("no")    ? Reversibility::Irreversible
           : word == QStringLiteral("yes") ? Reversibility::Reversible
                                           : Reversibility::NeedsCheck;
}

void collectCode(const Block &block, QList<const Block *> &code)
{
    if (block.kind == BlockKind::Code)
        code.append(&block);
    for (const Block &child : block.children)
        collectCode(child, code);
}

} // namespace

struct StepReader::Draft
{
    Step step;
    Attributes attributes; ///< of the step, by comments
    Attributes pending;    ///< of a comment directly before a code block
    QStringList instructions;
    QString lastText; ///< names a check that follows
};

QList<Block> flattened(const Section &section)
{
    QList<Block> blocks = section.blocks;
    for (const Section &child : section.children) {
        Block heading;
        heading.kind = BlockKind::Heading;
        heading.level = child.level;
        heading.text = child.heading;
        heading.position = child.position;
        heading.endLine = child.position.line;
        blocks.append(heading);
        blocks.append(flattened(child));
    }
    return blocks;
}

QList<Step> StepReader::read(const QList<Block> &blocks, const QList<Section> &sections)
{
    QList<Step> steps;
    const bool ordered = std::any_of(blocks.begin(), blocks.end(), isOrderedList);
    if (ordered)
        steps = orderedSteps(blocks);
    else if (sections.isEmpty() && std::any_of(blocks.begin(), blocks.end(), holdsCode))
        steps = fencedSteps(blocks);
    else if (sections.isEmpty())
        steps = bulletSteps(blocks);
    else if (!m_markdown.sourceOf(blocks).isEmpty())
        steps = std::any_of(blocks.begin(), blocks.end(), holdsCode) ? fencedSteps(blocks) : QList<Step>();
    for (const Section &section : sections)
        steps.append(stepOf(section.heading, section.blocks, section.children, section.position));
    return steps;
}

QList<Step> StepReader::orderedSteps(const QList<Block> &blocks)
{
    QList<Step> steps;
    QList<Block> before;
    QList<QList<Block>> items;
    QList<Position> positions;
    for (const Block &block : blocks) {
        if (isOrderedList(block)) {
            for (const Block &item : block.children) {
                items.append(item.children);
                positions.append(item.position);
            }
        } else if (items.isEmpty()) {
            before.append(block);
        } else {
            // Text that is not indented below its item still belongs to it.
            items.last().append(block);
        }
    }
    for (qsizetype i = 0; i < items.size(); ++i)
        steps.append(stepOf({}, i == 0 ? items[i] + before : items[i], {}, positions[i]));
    return steps;
}

QList<Step> StepReader::fencedSteps(const QList<Block> &blocks)
{
    QList<Step> steps;
    QList<Block> gathered;
    for (const Block &block : blocks) {
        gathered.append(block);
        if (!holdsCode(block))
            continue;
        steps.append(stepOf({}, gathered, {}, gathered.first().position));
        gathered.clear();
    }
    if (!gathered.isEmpty() && !steps.isEmpty())
        steps.last().instructions = QStringList{steps.last().instructions, m_markdown.sourceOf(gathered)}
                                        .join(QStringLiteral("\n\n"))
                                        .trimmed();
    return steps;
}

QList<Step> StepReader::bulletSteps(const QList<Block> &blocks)
{
    QList<Step> steps;
    QList<Block> prose;
    for (const Block &block : blocks) {
        if (block.kind != BlockKind::List) {
            prose.append(block);
            continue;
        }
        for (const Block &item : block.children)
            steps.append(stepOf({}, item.children, {}, item.position));
    }
    const QString text = m_markdown.sourceOf(prose);
    if (steps.isEmpty() && !text.isEmpty())
        steps.append(stepOf({}, prose, {}, prose.first().position));
    else if (!text.isEmpty())
        steps.first().instructions = (text + QStringLiteral("\n\n") + steps.first().instructions).trimmed();
    return steps;
}

Step StepReader::stepOf(const QString &heading, const QList<Block> &blocks, const QList<Section> &sections,
                        Position position)
{
    Draft draft;
    draft.step.position = position;
    draft.step.title = leadingNumber(heading).title;
    QList<Block> content = blocks;
    if (heading.isEmpty())
        takeTitle(draft, content);
    for (const Part &part : partsOf(content, UnknownLabels::Keep)) {
        const bool titled = !part.label.isEmpty();
        readPart(draft, part, titled ? QStringLiteral("**%1**:").arg(part.label) : QString());
    }
    for (const Section &section : sections) {
        const Part part{roleOf(section.heading), section.heading, section.position, flattened(section), {}};
        readPart(draft, part, QString(section.level, u'#') + u' ' + section.heading);
    }
    draft.step.instructions = draft.instructions.join(QStringLiteral("\n\n")).trimmed();
    draft.step.optional = draft.attributes.contains(QStringLiteral("optional"));
    if (draft.step.title.isEmpty() && !draft.step.commands.isEmpty())
        draft.step.title = draft.step.commands.first().text.section(u'\n', 0, 0);
    return draft.step;
}

void StepReader::readPart(Draft &draft, const Part &part, const QString &title) const
{
    const Attributes inherited = merged(m_inherited, inheritable(draft.attributes));
    if (part.role == Role::Rollback) {
        draft.step.rollback = readRollback(part, inherited);
    } else if (part.role == Role::Verification) {
        CheckReader reader(m_markdown, inherited);
        draft.step.checks.append(reader.read(part.blocks));
        draft.instructions.append(reader.notes());
    } else {
        if (!title.isEmpty())
            draft.instructions.append(title);
        readContent(draft, part.blocks);
    }
}

void StepReader::takeTitle(Draft &draft, QList<Block> &blocks) const
{
    if (blocks.isEmpty() || blocks.first().kind != BlockKind::Paragraph)
        return;
    Block &paragraph = blocks.first();
    const QString text = takeComments(paragraph.text, draft.attributes);
    if (const std::optional<LeadingBold> bold = leadingBold(text)) {
        draft.step.title = bold->label;
        paragraph.text = bold->rest;
    } else {
        const FirstSentence first = firstSentence(text);
        draft.step.title = plainText(first.sentence);
        paragraph.text = first.rest;
    }
    draft.lastText = draft.step.title;
    if (paragraph.text.isEmpty())
        blocks.removeFirst();
}

void StepReader::readContent(Draft &draft, const QList<Block> &blocks) const
{
    for (const Block &block : blocks) {
        const auto comment = block.kind == BlockKind::Html ? hpComment(block.text) : std::nullopt;
        if (comment) {
            // Before a block it is the block's, else the step's.
            const bool beforeCode = &block != &blocks.last() && (&block + 1)->kind == BlockKind::Code;
            Attributes &target = beforeCode ? draft.pending : draft.attributes;
            target = merged(target, *comment);
        } else if (block.kind == BlockKind::Code) {
            readCode(draft, block);
        } else if ((block.kind == BlockKind::List || block.kind == BlockKind::Item || block.kind == BlockKind::Quote)
                   && holdsCode(block)) {
            readContent(draft, block.children); // parseMarkdown() bounds the depth
        } else if (block.kind == BlockKind::Paragraph) {
            const QString text = takeComments(block.text, draft.attributes);
            draft.instructions.append(text);
            draft.lastText = plainText(text);
        } else if (block.kind != BlockKind::Rule) {
            draft.instructions.append(m_markdown.sourceOf(QList<Block>{block}));
        }
    }
}

void StepReader::readCode(Draft &draft, const Block &block) const
{
    const Attributes above = merged(m_inherited, inheritable(draft.attributes));
    const CodeBlock code = readCodeBlock(block, merged(above, std::exchange(draft.pending, {})));
    if (!code.isExecutable()) {
        draft.instructions.append(m_markdown.sourceOf(block));
        return;
    }
    if (code.isCheck()) {
        const QString text = draft.lastText.endsWith(u':') ? draft.lastText.chopped(1) : draft.lastText;
        draft.step.checks.append(CheckReader(m_markdown, {}).automatedCheck(code, text));
        return;
    }
    const QString reversible = code.attributes.value(QStringLiteral("reversible"));
    if (!reversible.isEmpty() && !draft.step.rollback)
        draft.step.rollback = Rollback{{}, {}, reversibilityOf(reversible), block.position};
    draft.step.commands.append(commandsOf(code, m_markdown, draft.instructions));
}

Rollback StepReader::readRollback(const Part &part, const Attributes &inherited) const
{
    Rollback rollback;
    rollback.position = part.position;
    QStringList text;
    Attributes pending;
    for (const Block &block : part.blocks) {
        const auto comment = block.kind == BlockKind::Html ? hpComment(block.text) : std::nullopt;
        if (comment) {
            pending = merged(pending, *comment);
            continue;
        }
        if (block.kind != BlockKind::Code)
            text.append(m_markdown.sourceOf(QList<Block>{block}));
        QList<const Block *> blocks;
        collectCode(block, blocks);
        for (const Block *source : blocks) {
            const CodeBlock code = readCodeBlock(*source, merged(inherited, std::exchange(pending, {})));
            if (code.isExecutable())
                rollback.commands.append(commandsOf(code, m_markdown, text));
            else if (block.kind == BlockKind::Code)
                text.append(m_markdown.sourceOf(block));
            if (code.attributes.contains(QStringLiteral("reversible")))
                rollback.reversibility = reversibilityOf(code.attributes.value(QStringLiteral("reversible")));
        }
    }
    text.removeAll(QString());
    rollback.text = text.join(QStringLiteral("\n\n"));
    return rollback;
}

} // namespace holdpoint::runbooks
