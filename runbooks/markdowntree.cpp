// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/markdowntree.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

namespace holdpoint::runbooks {

namespace {

constexpr int deepest = 12;

struct FreeParser
{
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};
struct FreeNode
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};

std::unique_ptr<cmark_node, FreeNode> parseTree(const QByteArray &bytes)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    for (const char *name : {"table", "tasklist"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), bytes.constData(), size_t(bytes.size()));
    return std::unique_ptr<cmark_node, FreeNode>(cmark_parser_finish(parser.get()));
}

/// The length of a container's marker at `at` ('>', "- ", "1. "), or 0.
qsizetype markerLength(QStringView line, qsizetype at)
{
    const auto isSpace = [&](qsizetype i) { return i >= line.size() || line[i] == u' ' || line[i] == u'\t'; };
    if (line[at] == u'>')
        return 1;
    if (line[at] == u'-' || line[at] == u'+' || line[at] == u'*')
        return isSpace(at + 1) ? 1 : 0;
    qsizetype end = at;
    while (end < line.size() && end - at < 9 && line[end].isDigit())
        ++end;
    const bool closed = end > at && end < line.size() && (line[end] == u'.' || line[end] == u')');
    return closed && isSpace(end + 1) ? end + 1 - at : 0;
}

/// cmark walks all open containers for each line. Markers nested deeper than anybody reads become letters, so that its
/// time stays linear; columns stay, and such blocks are Other anyway.
void appendShallow(QString &text, QStringView line)
{
    constexpr int most = 100;
    const qsizetype start = text.size();
    text += line;
    text += u'\n';
    if (line.size() <= most)
        return;
    qsizetype at = 0;
    for (int markers = 0; at < line.size();) {
        const bool space = line[at] == u' ' || line[at] == u'\t';
        const qsizetype length = space ? 1 : markerLength(line, at);
        if (length == 0)
            return;
        markers += space ? 0 : 1;
        if (!space && markers > most)
            text[start + at] = u'x';
        at += length;
    }
}

BlockKind kindOf(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING: return BlockKind::Heading;
    case CMARK_NODE_PARAGRAPH: return BlockKind::Paragraph;
    case CMARK_NODE_CODE_BLOCK: return BlockKind::Code;
    case CMARK_NODE_LIST: return BlockKind::List;
    case CMARK_NODE_ITEM: return BlockKind::Item;
    case CMARK_NODE_HTML_BLOCK: return BlockKind::Html;
    case CMARK_NODE_THEMATIC_BREAK: return BlockKind::Rule;
    case CMARK_NODE_BLOCK_QUOTE: return BlockKind::Quote;
    default: break;
    }
    const QByteArrayView type(cmark_node_get_type_string(node));
    if (type == "table")
        return BlockKind::Table;
    return type == "tasklist" ? BlockKind::Item : BlockKind::Other;
}

/// The line without up to `count` characters of indent and quote marks.
QStringView withoutPrefix(QStringView line, qsizetype count)
{
    qsizetype at = 0;
    while (at < line.size() && at < count && (line[at] == u' ' || line[at] == u'\t' || line[at] == u'>'))
        ++at;
    return line.mid(at);
}

/// Splits a table row at the pipes that no backslash precedes.
QStringList cellsOf(QStringView row)
{
    QStringView rest = row.trimmed();
    if (rest.startsWith(u'|'))
        rest = rest.mid(1);
    if (rest.endsWith(u'|') && !rest.endsWith(QLatin1String("\\|")))
        rest.chop(1);
    QStringList cells;
    QString cell;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const bool escaped = rest[i] == u'\\' && i + 1 < rest.size() && rest[i + 1] == u'|';
        if (rest[i] == u'|') {
            cells.append(cell.trimmed());
            cell.clear();
        } else {
            i += escaped ? 1 : 0;
            cell += rest[i];
        }
    }
    cells.append(cell.trimmed());
    return cells;
}

/// Turns the tree of cmark into our values.
class TreeReader
{
public:
    explicit TreeReader(const Markdown &markdown)
        : m_markdown(markdown)
    {
    }

    QList<Block> childrenOf(cmark_node *parent, int depth) const
    {
        QList<Block> blocks;
        for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
            blocks.append(blockOf(node, depth));
        return blocks;
    }

private:
    [[nodiscard]] QStringView line(int number) const
    {
        return number >= 1 && number <= m_markdown.lines.size() ? m_markdown.lines[number - 1] : QStringView();
    }

    Block blockOf(cmark_node *node, int depth) const
    {
        Block block;
        block.kind = depth < deepest ? kindOf(node) : BlockKind::Other;
        block.position = {std::max(1, cmark_node_get_start_line(node)), std::max(1, cmark_node_get_start_column(node))};
        block.endLine = std::max(block.position.line, cmark_node_get_end_line(node));
        switch (block.kind) {
        case BlockKind::Heading:
            block.level = cmark_node_get_heading_level(node);
            block.text = headingText(block);
            break;
        case BlockKind::Paragraph: placeBeforeTable(block, node); [[fallthrough]];
        case BlockKind::Html: block.text = m_markdown.sourceOf(block); break;
        case BlockKind::Code: readCode(block, node); break;
        case BlockKind::Table: readRows(block, node); break;
        case BlockKind::List: block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST; [[fallthrough]];
        case BlockKind::Item:
        case BlockKind::Quote: block.children = childrenOf(node, depth + 1); break;
        case BlockKind::Rule:
        case BlockKind::Other: break;
        }
        return block;
    }

    QString headingText(const Block &block) const
    {
        QString text = m_markdown.sourceOf(block);
        if (text.startsWith(u'#')) {
            while (text.startsWith(u'#'))
                text.remove(0, 1);
            QStringView rest = QStringView(text).trimmed();
            qsizetype end = rest.size();
            while (end > 0 && rest[end - 1] == u'#')
                --end;
            const bool closed = end < rest.size() && (end == 0 || rest[end - 1] == u' ');
            return (closed ? rest.left(end) : rest).trimmed().toString();
        }
        // Underlined: the last line is the rule below it.
        return text.left(text.lastIndexOf(u'\n')).simplified();
    }

    void readCode(Block &block, cmark_node *node) const
    {
        int length = 0;
        int offset = 0;
        char character = 0;
        block.fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
        block.text = QString::fromUtf8(cmark_node_get_literal(node));
        if (block.text.endsWith(u'\n'))
            block.text.chop(1);
        if (!block.fenced)
            return;
        // CommonMark would take backslashes and entities out of the info string; regular expressions need them.
        const QStringView opening = line(block.position.line).mid(block.position.column - 1).trimmed();
        qsizetype at = 0;
        while (at < opening.size() && opening[at] == QLatin1Char(character))
            ++at;
        block.info = opening.mid(at).trimmed().toString();
    }

    /// Lines directly above a table's header are a paragraph that cmark makes without a position; the table has theirs.
    void placeBeforeTable(Block &block, cmark_node *node) const
    {
        cmark_node *table = cmark_node_next(node);
        if (cmark_node_get_start_line(node) > 0 || !table || kindOf(table) != BlockKind::Table)
            return;
        block.position = {cmark_node_get_start_line(table), cmark_node_get_start_column(table)};
        block.endLine = headerLine(table) - 1;
    }

    /// The header stands two lines above the first row, or above the delimiter row that ends a table without rows.
    static int headerLine(cmark_node *table)
    {
        cmark_node *header = cmark_node_first_child(table);
        cmark_node *row = header ? cmark_node_next(header) : nullptr;
        return row ? cmark_node_get_start_line(row) - 2 : cmark_node_get_end_line(table) - 1;
    }

    void readRows(Block &block, cmark_node *table) const
    {
        block.position.line = std::max(block.position.line, headerLine(table));
        int number = block.position.line;
        for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
            number = block.rows.isEmpty() ? number : cmark_node_get_start_line(row);
            block.rows.append(
                {cellsOf(withoutPrefix(line(number), block.position.column - 1)), {number, block.position.column}});
        }
    }

    const Markdown &m_markdown;
};

} // namespace

QString Markdown::sourceOf(const Block &block) const
{
    QString text;
    const qsizetype last = std::min<qsizetype>(block.endLine, lines.size());
    for (qsizetype number = block.position.line; number <= last; ++number) {
        const QStringView line = lines[number - 1];
        const bool first = number == block.position.line;
        if (!first)
            text += u'\n';
        const QStringView taken = first ? line.mid(std::min<qsizetype>(block.position.column - 1, line.size()))
                                        : withoutPrefix(line, block.position.column - 1);
        text += block.kind == BlockKind::Paragraph ? taken.trimmed() : taken;
    }
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QString Markdown::sourceOf(const QList<Block> &some) const
{
    QStringList sources;
    for (const Block &block : some) {
        const bool made = block.kind == BlockKind::Paragraph || block.kind == BlockKind::Heading;
        const QString source = made ? block.text : sourceOf(block);
        if (!source.isEmpty() && block.kind != BlockKind::Rule)
            sources.append(block.kind == BlockKind::Heading ? QString(block.level, u'#') + u' ' + source : source);
    }
    return sources.join(QStringLiteral("\n\n"));
}

Markdown parseMarkdown(const QList<QStringView> &lines)
{
    Markdown markdown;
    markdown.lines = lines;
    QString shallow;
    qsizetype size = 0;
    for (const QStringView line : lines)
        size += line.size() + 1;
    shallow.reserve(size);
    for (const QStringView line : lines)
        appendShallow(shallow, line);
    shallow.chop(1);
    const auto tree = parseTree(shallow.toUtf8());
    markdown.blocks = TreeReader(markdown).childrenOf(tree.get(), 0);
    return markdown;
}

} // namespace holdpoint::runbooks
