// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/references.h>

#include <runbooks/codeblocks.h>
#include <runbooks/inlinetext.h>
#include <runbooks/placeholders.h>

namespace holdpoint::runbooks {

namespace {

void collectCommands(const QList<Block> &blocks, const Markdown &markdown, QList<Command> &commands)
{
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Code) {
            const CodeBlock code = readCodeBlock(block, {});
            QStringList remarks; // shown with the section's Markdown anyway
            if (code.language == Language::Shell || code.language == Language::Sql)
                commands.append(commandsOf(code, markdown, remarks));
        }
        collectCommands(block.children, markdown, commands);
    }
}

} // namespace

std::optional<ReferenceSection> referenceOf(const Section &section, const Markdown &markdown)
{
    ReferenceSection reference;
    reference.title = section.heading;
    reference.markdown = markdown.sourceOf(section.blocks);
    reference.position = section.position;
    if (reference.markdown.isEmpty())
        return std::nullopt;
    reference.links = linksOf(reference.markdown);
    collectCommands(section.blocks, markdown, reference.commands);
    for (qsizetype i = 0; i < reference.commands.size(); ++i) {
        Command &command = reference.commands[i];
        command.id = QStringLiteral("reference.%1").arg(i + 1);
        for (const Placeholder &placeholder : plainPlaceholders(command.text)) {
            if (!command.placeholders.contains(placeholder.name))
                command.placeholders.append(placeholder.name);
        }
    }
    return reference;
}

} // namespace holdpoint::runbooks
