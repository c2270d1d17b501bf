// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QWidget>

class QLabel;
class QListWidget;

namespace holdpoint::ui {

class SourceView;

/// What lint found in a document, beside its source: choosing a finding shows its place.
class ReviewPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewPanel)

public:
    explicit ReviewPanel(QWidget *parent = nullptr);

    /// Shows the source; findings come later.
    void showDocument(const runbooks::Document &document);
    void showFindings(const QList<runbooks::Diagnostic> &findings);
    /// "2 errors, 5 warnings, 1 note" in the user's language; what there is none of is left out.
    [[nodiscard]] static QString countsText(const QList<runbooks::Diagnostic> &findings);

private:
    QLabel *m_counts;
    QListWidget *m_list;
    SourceView *m_source;
};

} // namespace holdpoint::ui
