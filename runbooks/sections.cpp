// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/sections.h>

#include <runbooks/inlinetext.h>

#include <QRegularExpression>
#include <QStringTokenizer>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

/// Takes the blocks of a section, from the one after its heading to the next heading of its level or above.
class SectionBuilder
{
public:
    explicit SectionBuilder(QList<Block> blocks)
        : m_blocks(std::move(blocks))
    {
    }

    void fill(Section &section)
    {
        while (m_at < m_blocks.size()) {
            Block &block = m_blocks[m_at];
            if (block.kind != BlockKind::Heading) {
                section.blocks.append(std::move(block));
                ++m_at;
                continue;
            }
            if (block.level <= section.level)
                return;
            Section child;
            child.heading = plainText(block.text);
            child.role = roleOf(child.heading);
            child.level = block.level;
            child.position = block.position;
            ++m_at;
            fill(child); // at most six levels deep
            section.children.append(std::move(child));
        }
    }

private:
    QList<Block> m_blocks;
    qsizetype m_at = 0;
};

/// A paragraph in which several lines start with a bold label, as one block for each.
QList<Block> splitAtLabels(const Block &paragraph)
{
    if (!paragraph.text.contains(u'\n'))
        return {paragraph};
    QList<Block> blocks;
    const QStringList lines = paragraph.text.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const std::optional<LeadingBold> bold = leadingBold(lines[i]);
        if (blocks.isEmpty() || (bold && bold->colon)) {
            Block block = paragraph;
            block.text = lines[i];
            block.position.line += i;
            block.endLine = block.position.line;
            blocks.append(block);
        } else {
            blocks.last().text += u'\n' + lines[i];
            ++blocks.last().endLine;
        }
    }
    return blocks;
}

/// A sentence that asks for help when nothing above it worked: what follows is whom to ask.
bool beginsHelp(const Block &block)
{
    static const QRegularExpression help(
        QStringLiteral(
            "^(?:if you (?:can ?not|can't|are unable to|were unable to|still cannot) (?:resolve|fix|solve|find)|"
            "if (?:the|this) (?:issue|problem|alert|error) (?:still )?persists|(?:if you )?still need help|"
            "if (?:all|none) of the above|wenn das problem (?:weiterhin )?besteht)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const bool possible = !block.text.isEmpty() && QStringView(u"iswISW").contains(block.text.front());
    return block.kind == BlockKind::Paragraph && possible && help.match(block.text).hasMatch();
}

void appendBlock(QList<Part> &parts, const Block &block, UnknownLabels unknown)
{
    if (beginsHelp(block)) {
        parts.append(Part{Role::Escalation, {}, block.position, {block}, {}});
        return;
    }
    const std::optional<LeadingBold> bold = block.kind == BlockKind::Paragraph ? leadingBold(block.text) : std::nullopt;
    const Role role = bold && bold->colon ? roleOf(bold->label) : Role::Remark;
    const bool cuts = role != Role::Remark && (role != Role::None || unknown == UnknownLabels::Cut);
    if (!cuts) {
        parts.last().blocks.append(block);
        return;
    }
    Part part{role, bold->label, block.position, {}, {}};
    if (!bold->rest.isEmpty()) {
        Block rest = block;
        rest.text = bold->rest;
        part.blocks.append(rest);
    }
    parts.append(part);
}

} // namespace

Section sectionTree(QList<Block> blocks)
{
    Section root;
    root.position = {1, 1};
    SectionBuilder(std::move(blocks)).fill(root);
    return root;
}

QList<Part> partsOf(const QList<Block> &blocks, UnknownLabels unknown)
{
    QList<Part> parts{Part{}};
    for (const Block &block : blocks) {
        if (block.kind != BlockKind::Paragraph) {
            parts.last().blocks.append(block);
            continue;
        }
        const QList<Block> pieces = splitAtLabels(block);
        for (const Block &piece : pieces)
            appendBlock(parts, piece, unknown);
    }
    return parts;
}

QList<Part> partsOf(const Section &section)
{
    QList<Part> parts = partsOf(section.blocks, UnknownLabels::Cut);
    parts.first().position = section.position;
    for (const Section &child : section.children) {
        Part part{child.role, child.heading, child.position, child.blocks, child.children};
        if (part.role == Role::Remark)
            part.role = Role::None;
        parts.append(part);
    }
    return parts;
}

namespace {

bool holdsCode(const QList<Block> &blocks)
{
    return std::any_of(blocks.begin(), blocks.end(), [](const Block &block) {
        return block.kind == BlockKind::Code || holdsCode(block.children); // parseMarkdown() bounds the depth
    });
}

bool holdsCode(const Section &section)
{
    const auto inside = [](const Section &child) { return holdsCode(child); };
    return holdsCode(section.blocks) || std::any_of(section.children.begin(), section.children.end(), inside);
}

/// Whether a heading right inside, or a bold label, has the role.
bool announces(const Section &section, Role role)
{
    const auto isLabel = [&](QStringView line) {
        const std::optional<LeadingBold> bold = leadingBold(line);
        return bold && bold->colon && roleOf(bold->label) == role;
    };
    const auto labels = [&](const Block &block) {
        bool found = false;
        for (const QStringView line : QStringTokenizer{QStringView(block.text), u'\n'})
            found = found || isLabel(line);
        return block.kind == BlockKind::Paragraph && found;
    };
    const auto isHeading = [role](const Section &child) { return child.role == role; };
    return std::any_of(section.blocks.begin(), section.blocks.end(), labels)
           || std::any_of(section.children.begin(), section.children.end(), isHeading);
}

} // namespace

bool holdsSteps(const Section &section)
{
    // The rungs of a ladder are steps where there is nothing else to do: beside commands they say whom to call.
    return announces(section, Role::Steps) || (announces(section, Role::Ladder) && !holdsCode(section));
}

} // namespace holdpoint::runbooks
