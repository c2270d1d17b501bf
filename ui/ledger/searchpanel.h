// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/historysearch.h>
#include <models/items/hitlistmodel.h>

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace holdpoint::ui {

/// A field to search all runs with, and the hits below it; where nothing is searched, another widget stands there.
///
/// The index is brought up to date as soon as there is something to look for. What is indexed already is searched at once, and
/// again when the rest is. That somebody chose a hit of recorded output goes on record, once for each run of a search; typing
/// on with the same hit chosen is no further look. Borrows the ledger.
class SearchPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPanel)

public:
    /// Takes `otherwise` into its care.
    SearchPanel(ledger::Ledger &ledger, QString viewer, QWidget *otherwise, QWidget *parent = nullptr);

    [[nodiscard]] const audit::Hit *chosen() const;

signals:
    void hitChosen(const holdpoint::audit::Hit &hit);
    /// Somebody wants to see this moment of a recording.
    void momentWanted(const QByteArray &runId, const QString &pane, double seconds);
    void failed(const holdpoint::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildField();
    QWidget *buildHits();
    void search();
    void look();
    void showResults(const audit::SearchResults &results);
    void showChosen();
    void recordLook(const audit::Hit &hit);
    void wantMoment();
    void showProgress(quint64 done, quint64 total);
    void updateEnded(const QString &problem);

    ledger::Ledger &m_ledger;
    QString m_viewer;
    QString m_searched; ///< as it was typed
    QSet<QPair<QByteArray, QString>> m_seen; ///< runs, and whose output of this search is on record as looked at there
    bool m_isChosenAgain = false; ///< the hit that was chosen before is, among new ones
    audit::HistorySearch m_history;
    items::HitListModel m_hits;
    QTimer m_pause;
    audit::SearchQuery m_query;
    QLineEdit *m_text;
    QLabel *m_indexing;
    QPushButton *m_stop;
    QStackedWidget *m_stack;
    QWidget *m_found;
    QLabel *m_count;
    QPushButton *m_moment;
    QTableView *m_table;
};

} // namespace holdpoint::ui
