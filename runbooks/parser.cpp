// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/parser.h>

#include <models/base/sha256.h>
#include <runbooks/contacts.h>
#include <runbooks/inlinetext.h>
#include <runbooks/references.h>
#include <runbooks/runbookbuilder.h>

#include <QFileInfo>
#include <QSet>

namespace holdpoint::runbooks {

namespace {

/// The document's text with line feeds only and no byte order mark.
Result<QString> decoded(const QByteArray &source)
{
    if (source.size() > maximumDocumentBytes)
        return fail(ErrorKind::Invalid, QStringLiteral("the document has %1 bytes, more than the limit of %2")
                                            .arg(source.size())
                                            .arg(maximumDocumentBytes));
    if (source.startsWith("\xFF\xFE") || source.startsWith("\xFE\xFF"))
        return fail(ErrorKind::Invalid, QStringLiteral("the document is UTF-16; save it as UTF-8"));
    const qsizetype nul = source.indexOf('\0');
    if (nul >= 0)
        return fail(ErrorKind::Invalid, QStringLiteral("the document is no text: byte %1 is NUL").arg(nul));
    if (!source.isValidUtf8())
        return fail(ErrorKind::Invalid, QStringLiteral("the document is not valid UTF-8"));
    QString text = QString::fromUtf8(source);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (text.contains(u'\r')) {
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u'\n');
    }
    return text;
}

/// Makes the values of one document.
class DocumentReader
{
public:
    DocumentReader(Document &document, Markdown &markdown, const FrontMatter &front)
        : m_document(document)
        , m_markdown(markdown)
        , m_front(front)
        , m_builder(markdown, front, document.diagnostics)
    {
    }

    void read()
    {
        const Section root = sectionTree(std::exchange(m_markdown.blocks, {}));
        readTitle(root);
        m_document.hasFrontMatter = m_front.lines > 0;
        collectSources(root);
        if (!m_front.isReference)
            findRunbooks(root);
        if (m_found.isEmpty() && !m_front.isReference)
            readWhole(root);
        else
            readFound(root);
        collect(root);
        m_document.directory.append(m_front.contacts);
        std::stable_sort(m_document.ladder.begin(), m_document.ladder.end(),
                         [](const LadderRung &a, const LadderRung &b) { return a.delay < b.delay; });
        recogniseContacts(m_document.ladder, m_document.matrix, m_document.directory);
        makeIdsUnique();
    }

private:
    void collectSources(const Section &section)
    {
        collectSources(section.blocks);
        for (const Section &child : section.children)
            collectSources(child);
    }

    /// Every code block and every comment that may carry attributes, however deep it stands.
    void collectSources(const QList<Block> &blocks)
    {
        for (const Block &block : blocks) {
            if (block.kind == BlockKind::Code) {
                if (block.fenced && !isClosed(block))
                    m_document.diagnostics.append(
                        {Diagnostic::Level::Error, QStringLiteral("HP063"),
                         QStringLiteral("This fence is never closed: everything after it is code"),
                         QStringLiteral("Close it with the same marks it was opened with"), block.position});
                m_document.blocks.append(
                    {SourceBlock::Kind::Code, block.info, block.text, block.fenced, block.position, block.endLine});
            } else if (block.kind == BlockKind::Html && hpComment(block.text))
                m_document.blocks.append(
                    {SourceBlock::Kind::Comment, block.text, {}, false, block.position, block.endLine});
            collectSources(block.children);
        }
    }

    /// Whether a fence has its closing line; one without ends where its container ends.
    [[nodiscard]] bool isClosed(const Block &block) const
    {
        if (block.endLine <= block.position.line || block.endLine > m_markdown.lines.size())
            return false;
        const QStringView opening = m_markdown.lines[block.position.line - 1].mid(block.position.column - 1);
        QStringView last = m_markdown.lines[block.endLine - 1].trimmed();
        while (last.startsWith(u'>'))
            last = last.mid(1).trimmed();
        const QChar mark = opening.isEmpty() ? u'`' : opening.front();
        return last.size() >= 3 && last.count(mark) == last.size();
    }

    void readTitle(const Section &root)
    {
        m_document.title = m_front.top.title;
        if (m_document.title.isEmpty() && !root.children.isEmpty())
            m_document.title = root.children.first().heading;
        if (m_document.title.isEmpty())
            m_document.title = QFileInfo(m_document.path).completeBaseName();
    }

    /// Fills m_found with the deepest sections that hold steps. True when there is one inside.
    bool findRunbooks(const Section &section)
    {
        const bool holds = holdsSteps(section);
        bool inside = false;
        for (const Section &child : section.children) {
            const bool part = holds && child.role != Role::None;
            inside = (!part && findRunbooks(child)) || inside;
        }
        if (!inside && holds) {
            m_found.append(&section);
            return true;
        }
        return inside;
    }

    void readFound(const Section &section)
    {
        if (m_found.contains(&section)) {
            const auto share = m_found.size() == 1 ? RunbookBuilder::Share::Alone : RunbookBuilder::Share::OneOfMany;
            add(m_builder.build(section, share, RunbookBuilder::Headings::Notes));
            return;
        }
        if (const auto reference = referenceOf(section, m_markdown))
            m_document.references.append(*reference);
        for (const Section &child : section.children)
            readFound(child);
    }

    /// A document without any label: its headings or lists are the steps.
    void readWhole(const Section &root)
    {
        Section whole = root;
        const bool oneHeading = root.children.size() == 1;
        if (oneHeading) {
            whole = root.children.first();
            whole.blocks = root.blocks + whole.blocks;
        }
        if (whole.blocks.isEmpty() && whole.children.isEmpty())
            return;
        add(m_builder.build(whole, RunbookBuilder::Share::Alone, RunbookBuilder::Headings::Steps));
    }

    void add(Runbook runbook)
    {
        if (runbook.title.isEmpty())
            runbook.title = m_document.title;
        if (runbook.id.isEmpty())
            runbook.id = slug(runbook.title);
        if (runbook.id.isEmpty())
            runbook.id = QStringLiteral("runbook");
        m_document.runbooks.append(runbook);
    }

    /// Contacts, ladder and channels, wherever they stand.
    void collect(const Section &section)
    {
        const bool holdsAny = std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block &block) {
            return block.kind == BlockKind::Table || block.kind == BlockKind::List;
        });
        for (const Part &part : holdsAny ? partsOf(section.blocks, UnknownLabels::Cut) : QList<Part>()) {
            for (const Block &block : part.blocks)
                collectBlock(block, part.role == Role::None ? section.role : part.role);
        }
        for (const Block &block : section.blocks) {
            if (block.kind == BlockKind::Paragraph)
                m_document.directory.append(directoryLines(block));
        }
        for (const Section &child : section.children)
            collect(child);
    }

    void collectBlock(const Block &block, Role role)
    {
        if (block.kind == BlockKind::Table)
            m_document.matrix.append(contactTable(block));
        else if (block.kind == BlockKind::List && role == Role::Channels)
            m_document.channels.append(channelsOf(block));
        else if (block.kind == BlockKind::List)
            m_document.ladder.append(ladderOf(block, role == Role::Ladder ? 1 : 2)); // a heading says it, or two times do
    }

    void makeIdsUnique()
    {
        QSet<QString> seen;
        for (Runbook &runbook : m_document.runbooks) {
            const QString wanted = runbook.id;
            for (int n = 2; seen.contains(runbook.id.toLower()); ++n)
                runbook.id = QStringLiteral("%1-%2").arg(wanted).arg(n);
            if (runbook.id != wanted)
                m_document.diagnostics.append(
                    {Diagnostic::Level::Warning, QStringLiteral("HP003"),
                     QStringLiteral("Two runbooks have the id \"%1\"; this one is now \"%2\"").arg(wanted, runbook.id),
                     QStringLiteral("Give each runbook its own number"), runbook.position});
            seen.insert(runbook.id.toLower());
        }
    }

    Document &m_document;
    Markdown &m_markdown; ///< its blocks move into the tree of sections
    const FrontMatter &m_front;
    RunbookBuilder m_builder;
    QList<const Section *> m_found; ///< borrowed from the tree in read()
};

} // namespace

QString Document::sha256() const { return sha256Hex(source); }

const Runbook *Document::find(const QString &id) const
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const Runbook &runbook : runbooks) {
            if (runbook.id.compare(id, sensitivity) == 0)
                return &runbook;
        }
    }
    return nullptr;
}

bool Runbook::hasGroups() const
{
    return std::any_of(steps.begin(), steps.end(), [this](const Step &step) { return step.group != steps.first().group; });
}

Result<> requireReadable(const Document &document)
{
    for (const Diagnostic &found : document.diagnostics) {
        if (found.level == Diagnostic::Level::Error)
            return fail(ErrorKind::NotPermitted, QStringLiteral("line %1: %2 (%3); correct it first")
                                                     .arg(found.position.line)
                                                     .arg(found.message, found.code));
    }
    return {};
}

Result<Document> parseDocument(const QByteArray &source, const QString &path)
{
    const Result<QString> text = decoded(source);
    if (!text)
        return fail(text.error());
    Document document;
    document.path = path;
    document.source = source;
    QList<QStringView> lines = QStringView(*text).split(u'\n');
    const FrontMatter front = readFrontMatter(lines, document.diagnostics);
    // Emptied, not removed: line numbers stay those of the file.
    std::fill_n(lines.begin(), front.lines, QStringView());
    Markdown markdown = parseMarkdown(lines);
    DocumentReader(document, markdown, front).read();
    return document;
}

} // namespace holdpoint::runbooks
