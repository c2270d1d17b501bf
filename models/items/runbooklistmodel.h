// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QAbstractListModel>

namespace holdpoint::items {

/// The runbooks of all open documents, grouped: a heading row for each section of a document, its runbooks below.
/// Neighbouring documents of one folder that are one runbook each share a heading.
///
/// Invariants: a heading row is never the last one and never selectable; rows keep the order of the documents.
/// Not here: reading files (runbooks::loadDocuments).
class RunbookListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunbookListModel)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        TitleRole,
        SeverityRole, ///< as written, may be empty
        CountsRole,   ///< "Steps: 3, commands: 7, checks: 4"
        IsHeadingRole,
        PathRole,
    };

    explicit RunbookListModel(QObject *parent = nullptr);

    void setDocuments(QList<runbooks::Document> documents);
    /// Adds a document, or replaces the one of the same path.
    void addDocument(runbooks::Document document);
    [[nodiscard]] const QList<runbooks::Document> &documents() const { return m_documents; }

    /// Shows only runbooks that hold every word of `text` in their id, title, section, tags, purpose or commands.
    void setFilter(const QString &text);
    [[nodiscard]] int matchCount() const;

    [[nodiscard]] const runbooks::Runbook *runbook(const QModelIndex &index) const;
    [[nodiscard]] const runbooks::Document *document(const QModelIndex &index) const;
    /// Invalid when the runbook does not exist or is filtered out.
    [[nodiscard]] QModelIndex indexOf(const QString &path, const QString &id) const;
    /// The first row that is a runbook.
    [[nodiscard]] QModelIndex firstRunbook() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        qsizetype document = 0;
        qsizetype runbook = -1; ///< -1: a heading
        QString section;
    };

    void rebuild();
    [[nodiscard]] bool matches(const runbooks::Runbook &runbook, const QString &section) const;

    QList<runbooks::Document> m_documents;
    QStringList m_words;
    QList<Row> m_rows;
};

/// The title of the heading the runbook stands under, else the document's title; for a document that is one runbook, the
/// name of its folder.
QString sectionOf(const runbooks::Document &document, const runbooks::Runbook &runbook);

} // namespace holdpoint::items
