// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/runbooklistmodel.h>
#include <models/session/runstate.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace holdpoint::ui {

class ReviewPanel;

/// The first page: every runbook that is open, a search over them, the chosen one to read, and runs to go on with.
class LibraryPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPage)

public:
    explicit LibraryPage(items::RunbookListModel &model, QWidget *parent = nullptr);

    /// What lint found in the document of this hash; ignored unless it is the one that is shown.
    void showFindings(const QString &sha256, const QList<runbooks::Diagnostic> &findings);

    /// Runs that were not finished, newest first.
    void setUnfinished(const QList<session::RunState> &runs);
    void choose(const QString &path, const QString &id);
    void focusSearch();

signals:
    void startWanted(const QString &path, const QString &id);
    void resumeWanted(const QByteArray &runId);
    /// A run in which nothing was done is to be ended as never connected.
    void endWanted(const QByteArray &runId);
    void openWanted();
    /// Another document is shown: somebody should look through it.
    void documentShown(const holdpoint::runbooks::Document &document);

private:
    QWidget *buildList();
    QWidget *buildPreview();
    void search(const QString &text);
    void showChosen(const QModelIndex &index);

    items::RunbookListModel &m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_found;
    QScrollArea *m_preview;
    QPushButton *m_start;
    QPushButton *m_findings; ///< opens and closes the review beside the runbook
    ReviewPanel *m_review;
    QString m_reviewed; ///< hash of the document that is shown
    QVBoxLayout *m_resume;
    QWidget *m_resumeHolder;
};

} // namespace holdpoint::ui
