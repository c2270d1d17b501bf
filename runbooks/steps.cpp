// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/steps.h>

#include <runbooks/checks.h>
#include <runbooks/inlinetext.h>

#include <QRegularExpression>

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

constexpr qsizetype longestTitle = 120;

/// A title that fits a list: cut at a clause, else at a word.
QString shortened(const QString &title)
{
    if (title.size() <= longestTitle)
        return title;
    const QString start = title.left(longestTitle);
    const qsizetype clause = std::max(start.lastIndexOf(QStringLiteral(", ")), start.lastIndexOf(QStringLiteral("; ")));
    const qsizetype cut = clause > longestTitle / 2 ? clause : start.lastIndexOf(u' ');
    return start.left(cut > 0 ? cut : longestTitle) + u'\u2026';
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
    const bool code = std::any_of(blocks.begin(), blocks.end(), holdsCode);
    if (ordered)
        steps = orderedSteps(blocks);
    else if (code)
        steps = fencedSteps(blocks);
    else if (sections.isEmpty())
        steps = bulletSteps(blocks);
    for (const Section &section : sections)
        steps.append(sectionSteps(section));
    // Prose in front of the headings introduces the first of them.
    if (!ordered && !code && !sections.isEmpty() && !steps.isEmpty()) {
        const QString lead = m_markdown.sourceOf(blocks);
        steps.first().instructions = (lead + QStringLiteral("\n\n") + steps.first().instructions).trimmed();
    }
    return steps;
}

/// A heading inside the steps is a step; where it holds a list of steps, or several headings with commands, those are
/// the steps and it is their group.
QList<Step> StepReader::sectionSteps(const Section &section)
{
    const auto hasCode = [](const Section &child) {
        const QList<Block> all = flattened(child);
        return std::any_of(all.begin(), all.end(), holdsCode);
    };
    const auto withCode = std::count_if(section.children.begin(), section.children.end(), hasCode);
    const bool parts = std::any_of(section.children.begin(), section.children.end(), [](const Section &child) {
        return child.role == Role::Verification || child.role == Role::Rollback;
    });
    const auto list = std::find_if(section.blocks.begin(), section.blocks.end(), isOrderedList);
    const bool listed = section.children.isEmpty() && list != section.blocks.end() && list->children.size() >= 2;
    if (parts || (!listed && withCode < 2))
        return {stepOf(section.heading, section.blocks, section.children, section.position)};
    QList<Step> steps = listed ? orderedSteps(section.blocks) : read(section.blocks, section.children);
    for (Step &step : steps) {
        if (step.group.isEmpty())
            step.group = section.heading;
    }
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
    const bool runs = std::any_of(before.begin(), before.end(), holdsCode);
    if (runs)
        steps = fencedSteps(before);
    for (qsizetype i = 0; i < items.size(); ++i)
        steps.append(stepOf({}, items[i], {}, positions[i]));
    const QString lead = runs ? QString() : m_markdown.sourceOf(before);
    if (!lead.isEmpty())
        steps.first().instructions = (lead + QStringLiteral("\n\n") + steps.first().instructions).trimmed();
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
    QList<Block> gathered;
    const auto isLink = [](const Block &item) {
        static const QRegularExpression link(QStringLiteral("^\\[[^\\]]*\\]\\([^)]*\\)\\.?$"));
        return item.children.size() == 1 && link.match(item.children.first().text.trimmed()).hasMatch();
    };
    for (const Block &block : blocks) {
        const bool links =
            block.kind == BlockKind::List && std::all_of(block.children.begin(), block.children.end(), isLink);
        if (block.kind != BlockKind::List || links) {
            gathered.append(block);
            continue;
        }
        const qsizetype first = steps.size();
        for (const Block &item : block.children)
            steps.append(stepOf({}, item.children, {}, item.position));
        const QString lead = m_markdown.sourceOf(std::exchange(gathered, {}));
        if (!lead.isEmpty())
            steps[first].instructions = (lead + QStringLiteral("\n\n") + steps[first].instructions).trimmed();
    }
    const QString rest = m_markdown.sourceOf(gathered);
    if (steps.isEmpty() && !rest.isEmpty())
        steps.append(stepOf({}, gathered, {}, gathered.first().position));
    else if (!rest.isEmpty())
        steps.last().instructions = (steps.last().instructions + QStringLiteral("\n\n") + rest).trimmed();
    return steps;
}

Step StepReader::stepOf(const QString &heading, const QList<Block> &blocks, const QList<Section> &sections,
                        Position position)
{
    const QList<Block> escalation = m_escalation;
    Draft draft = draftOf(heading, blocks, sections, position, {});
    const QString key = QStringLiteral("recorded");
    if (draft.attributes.contains(key)) {
        // It holds for what stands before it too, which is read again by who knows.
        m_escalation = escalation;
        draft = draftOf(heading, blocks, sections, position, {{key, draft.attributes.value(key)}});
    }
    return draft.step;
}

StepReader::Draft StepReader::draftOf(const QString &heading, const QList<Block> &blocks,
                                      const QList<Section> &sections, Position position, const Attributes &known)
{
    Draft draft;
    draft.attributes = known;
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
        const Part part{section.role, section.heading, section.position, flattened(section), {}};
        readPart(draft, part, QString(section.level, u'#') + u' ' + section.heading);
    }
    draft.step.instructions = draft.instructions.join(QStringLiteral("\n\n")).trimmed();
    draft.step.optional = draft.attributes.contains(QStringLiteral("optional"));
    draft.step.mustBeRecorded = mustBeRecorded(merged(m_inherited, draft.attributes));
    if (draft.step.title.isEmpty() && !draft.step.commands.isEmpty())
        draft.step.title = draft.step.commands.first().text.section(u'\n', 0, 0);
    return draft;
}

void StepReader::readPart(Draft &draft, const Part &part, const QString &title)
{
    const Attributes inherited = merged(m_inherited, inheritable(draft.attributes));
    if (part.role == Role::Escalation) {
        m_escalation.append(part.blocks);
    } else if (part.role == Role::Rollback) {
        const auto said = draft.step.rollback; // by `reversible=` on a block
        draft.step.rollback = readRollback(part, inherited);
        if (said && draft.step.rollback->reversibility == Reversibility::NeedsCheck)
            draft.step.rollback->reversibility = said->reversibility;
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
    if (blocks.isEmpty())
        return;
    if (blocks.first().kind == BlockKind::List && !blocks.first().children.isEmpty()) {
        // A bullet in front of a fence that was not indented: its words name the step and stay where they are.
        const Block &item = blocks.first().children.last();
        if (!item.children.isEmpty() && item.children.first().kind == BlockKind::Paragraph)
            draft.step.title = plainText(firstSentence(item.children.first().text).sentence);
        return;
    }
    if (blocks.first().kind != BlockKind::Paragraph)
        return;
    Block &paragraph = blocks.first();
    const QString text = takeComments(paragraph.text, draft.attributes);
    if (const std::optional<LeadingBold> bold = leadingBold(text)) {
        draft.step.title = bold->label;
        paragraph.text = bold->rest;
    } else {
        const FirstSentence first = firstSentence(text);
        draft.step.title = plainText(first.sentence);
        // A title shows no link's target: the whole text stays below it then, and also when the title is cut short.
        const bool cut = first.sentence.contains(QStringLiteral("](")) || draft.step.title.size() > longestTitle;
        draft.step.title = shortened(draft.step.title);
        paragraph.text = cut ? text : first.rest;
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
    if (!code.isExecutable() || isAnnouncedOutput(code, draft.lastText)) {
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
    else if (!reversible.isEmpty())
        draft.step.rollback->reversibility = reversibilityOf(reversible);
    QList<Command> commands = commandsOf(code, m_markdown, draft.instructions);
    // The words in front of a block say what it is for, where its author wrote no comment.
    if (!commands.isEmpty() && commands.first().caption.isEmpty() && !draft.lastText.isEmpty()
        && draft.lastText != draft.step.title)
        commands.first().caption =
            shortened(draft.lastText.endsWith(u':') ? draft.lastText.chopped(1) : draft.lastText);
    draft.lastText.clear();
    draft.step.commands.append(commands);
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
