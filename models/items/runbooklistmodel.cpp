// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/runbooklistmodel.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace holdpoint::items {

namespace {

/// Level of an ATX heading (CommonMark 4.2), 0 for any other line.
qsizetype headingLevel(QByteArrayView line)
{
    qsizetype level = 0;
    while (level < line.size() && line[level] == '#')
        ++level;
    return level <= 6 && level < line.size() && line[level] == ' ' ? level : 0;
}

qsizetype countCommands(const runbooks::Runbook &runbook)
{
    qsizetype count = 0;
    for (const runbooks::Step &step : runbook.steps)
        count += step.commands.size();
    return count;
}

qsizetype countChecks(const runbooks::Runbook &runbook)
{
    qsizetype count = runbook.prerequisites.size() + runbook.checks.size();
    for (const runbooks::Step &step : runbook.steps)
        count += step.checks.size();
    return count;
}

} // namespace

QString sectionOf(const runbooks::Document &document, const runbooks::Runbook &runbook)
{
    const QList<QByteArray> lines = document.source.split('\n');
    qsizetype line = std::min<qsizetype>(runbook.position.line, lines.size()) - 1;
    const qsizetype own = line >= 0 ? headingLevel(lines[line]) : 0;
    bool inFence = false;
    for (--line; line >= 0 && own > 2; --line) {
        if (lines[line].startsWith("```"))
            inFence = !inFence;
        const qsizetype level = inFence ? 0 : headingLevel(lines[line]);
        if (level > 1 && level < own)
            return QString::fromUtf8(lines[line].mid(level)).trimmed();
    }
    return document.runbooks.size() > 1 ? document.title : QFileInfo(document.path).absoluteDir().dirName();
}

RunbookListModel::RunbookListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void RunbookListModel::setDocuments(QList<runbooks::Document> documents)
{
    beginResetModel();
    m_documents = std::move(documents);
    rebuild();
    endResetModel();
}

void RunbookListModel::addDocument(runbooks::Document document)
{
    beginResetModel();
    const auto same = std::find_if(m_documents.begin(), m_documents.end(),
                                   [&](const auto &known) { return known.path == document.path; });
    if (same != m_documents.end())
        *same = std::move(document);
    else
        m_documents.prepend(std::move(document));
    rebuild();
    endResetModel();
}

void RunbookListModel::setFilter(const QString &text)
{
    beginResetModel();
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rebuild();
    endResetModel();
}

int RunbookListModel::matchCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.runbook >= 0; }));
}

void RunbookListModel::rebuild()
{
    m_rows.clear();
    QString lastSection;
    bool lastWasSingle = false;
    for (qsizetype d = 0; d < m_documents.size(); ++d) {
        const runbooks::Document &document = m_documents[d];
        const bool single = document.runbooks.size() == 1;
        bool first = !(single && lastWasSingle);
        for (qsizetype r = 0; r < document.runbooks.size(); ++r) {
            const QString section = sectionOf(document, document.runbooks[r]);
            if (!matches(document.runbooks[r], section))
                continue;
            if (first || section != lastSection)
                m_rows.append({d, -1, section});
            m_rows.append({d, r, section});
            lastSection = section;
            lastWasSingle = single;
            first = false;
        }
    }
}

bool RunbookListModel::matches(const runbooks::Runbook &runbook, const QString &section) const
{
    QStringList haystack{runbook.id, runbook.title, section, runbook.purpose, runbook.severity};
    haystack += runbook.tags;
    for (const runbooks::Step &step : runbook.steps) {
        haystack += step.title;
        for (const runbooks::Command &command : step.commands)
            haystack += command.text;
    }
    const QString text = haystack.join(QLatin1Char('\n'));
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

const runbooks::Runbook *RunbookListModel::runbook(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || m_rows[index.row()].runbook < 0)
        return nullptr;
    const Row &row = m_rows[index.row()];
    return &m_documents[row.document].runbooks[row.runbook];
}

const runbooks::Document *RunbookListModel::document(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return nullptr;
    return &m_documents[m_rows[index.row()].document];
}

QModelIndex RunbookListModel::indexOf(const QString &path, const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const runbooks::Runbook *found = runbook(index(row));
        if (found && found->id == id && document(index(row))->path == path)
            return index(row);
    }
    return {};
}

QModelIndex RunbookListModel::firstRunbook() const { return m_rows.size() > 1 ? index(1) : QModelIndex(); }

int RunbookListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant RunbookListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    const runbooks::Runbook *book = runbook(index);
    if (role == IsHeadingRole)
        return book == nullptr;
    if (role == PathRole)
        return m_documents[row.document].path;
    if (!book)
        return role == Qt::DisplayRole || role == TitleRole ? QVariant(row.section) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return QStringLiteral("%1  %2").arg(book->id, book->title);
    case Qt::AccessibleDescriptionRole:
    case CountsRole:
        return tr("Steps: %1, commands: %2, checks: %3")
            .arg(book->steps.size())
            .arg(countCommands(*book))
            .arg(countChecks(*book));
    case IdRole: return book->id;
    case TitleRole: return book->title;
    case SeverityRole: return book->severity;
    default: return {};
    }
}

Qt::ItemFlags RunbookListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return runbook(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                          : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

QHash<int, QByteArray> RunbookListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "id"},
                  {TitleRole, "title"},
                  {SeverityRole, "severity"},
                  {CountsRole, "counts"},
                  {IsHeadingRole, "isHeading"},
                  {PathRole, "path"}});
    return names;
}

} // namespace holdpoint::items
