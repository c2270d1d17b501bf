// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/checks.h>

#include <runbooks/inlinetext.h>

#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

/// "[ ] done" of a task list is "done"; a colon that announces the block below goes.
QString checkText(const QString &markdown)
{
    static const QRegularExpression box(QStringLiteral("^\\[[ xX]\\]\\s+"));
    QString text = markdown;
    text = plainText(text.remove(box));
    return text.endsWith(u':') ? text.chopped(1) : text;
}

} // namespace

QList<Check> CheckReader::read(const QList<Block> &blocks)
{
    for (const Block &block : blocks) {
        switch (block.kind) {
        case BlockKind::List: readList(block); break;
        case BlockKind::Paragraph: readText(block); break;
        case BlockKind::Code: readCode(block); break;
        case BlockKind::Html:
            if (const auto comment = hpComment(block.text))
                m_comment = merged(m_comment, *comment);
            else
                m_notes.append(block.text);
            break;
        case BlockKind::Rule: break;
        default: m_notes.append(m_markdown.sourceOf(block)); break;
        }
    }
    return std::exchange(m_checks, {});
}

void CheckReader::readList(const Block &list)
{
    for (const Block &item : list.children)
        readItem(item);
}

void CheckReader::readItem(const Block &item)
{
    const qsizetype before = m_checks.size();
    m_comment.clear();
    for (const Block &block : item.children) {
        if (block.kind == BlockKind::Paragraph && m_checks.size() > before) {
            // A second paragraph explains the bullet; it is no check of its own.
            m_notes.append(block.text);
        } else if (block.kind == BlockKind::List) {
            readList(block); // parseMarkdown() bounds the depth
        } else if (block.kind == BlockKind::Paragraph) {
            readText(block);
            m_checks.last().position = item.position;
        } else if (block.kind == BlockKind::Code) {
            readCode(block);
        } else if (const auto comment = hpComment(block.text)) {
            m_comment = merged(m_comment, *comment);
        } else if (block.kind != BlockKind::Rule) {
            m_notes.append(m_markdown.sourceOf(block));
        }
    }
    m_namesNext = m_checks.size() > before && !m_checks.last().command;
}

void CheckReader::readText(const Block &paragraph)
{
    Check check;
    check.text = checkText(takeComments(paragraph.text, m_comment));
    check.position = paragraph.position;
    m_checks.append(check);
    m_namesNext = true;
}

void CheckReader::readCode(const Block &block)
{
    const CodeBlock code = readCodeBlock(block, merged(m_inherited, std::exchange(m_comment, {})));
    const QString words = m_checks.isEmpty() ? QString() : m_checks.last().text;
    if (!code.isExecutable() || isAnnouncedOutput(code, words)) {
        m_notes.append(m_markdown.sourceOf(block));
        return;
    }
    if (m_namesNext && !m_checks.last().command) {
        makeAutomated(m_checks.last(), code);
    } else {
        const QString text = m_checks.isEmpty() || !m_checks.last().command ? QString() : m_checks.last().text;
        m_checks.append(automatedCheck(code, text));
    }
}

Check CheckReader::automatedCheck(const CodeBlock &code, const QString &text) const
{
    Check check;
    check.position = code.source->position;
    makeAutomated(check, code);
    const QString name = code.attributes.value(QStringLiteral("name"));
    check.text = !text.isEmpty()                     ? text
                 : !check.command->caption.isEmpty() ? check.command->caption
                 : !name.isEmpty()                   ? name
                                                     : check.command->text.section(u'\n', 0, 0);
    return check;
}

void CheckReader::makeAutomated(Check &check, const CodeBlock &code) const
{
    check.kind = CheckKind::Automated;
    check.command = wholeCommand(code, m_markdown);
    check.expectation.exit = check.command->expect;
    applyAttributes(check, code.attributes);
}

} // namespace holdpoint::runbooks
