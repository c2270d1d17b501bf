// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/librarypage.h>

#include <models/base/text.h>
#include <models/items/runlistmodel.h>
#include <models/items/timetext.h>
#include <ui/common/card.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/shell/reviewpanel.h>
#include <ui/shell/runbookdelegate.h>
#include <ui/shell/runbookpreview.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {
constexpr int mostResumeCards = 3; ///< more unfinished runs are on the ledger page
}

LibraryPage::LibraryPage(items::RunbookListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_found(muted({}, this))
    , m_preview(new QScrollArea(this))
    , m_start(button(tr("Start this runbook…"), QStringLiteral("startRunbookButton"), QStringLiteral("play"),
                     ButtonRole::Primary, this))
    , m_findings(button({}, QStringLiteral("findingsButton"), QStringLiteral("search"), ButtonRole::Normal, this))
    , m_review(new ReviewPanel(this))
    , m_resume(new QVBoxLayout)
    , m_resumeHolder(new QWidget(this))
{
    setObjectName(QStringLiteral("libraryPage"));
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(buildList());
    columns->addWidget(buildPreview());
    columns->addWidget(m_review);
    columns->setStretchFactor(1, 1);
    columns->setSizes({380, 900, 520});
    m_review->setMinimumWidth(260);
    m_review->hide();
    m_resume->setContentsMargins(wideGap, wideGap, wideGap, 0);
    m_resume->setSpacing(gap);
    m_resumeHolder->setLayout(m_resume);
    m_resumeHolder->hide();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_resumeHolder);
    page->addWidget(columns, 1);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_found->setText(tr("Runbooks shown: %1").arg(m_model.matchCount()));
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model.firstRunbook());
    });
    search({});
}

QWidget *LibraryPage::buildList()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(240);
    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setPlaceholderText(tr("Search titles and commands"));
    m_search->setAccessibleName(tr("Search the library"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("runbookList"));
    m_list->setAccessibleName(tr("Runbooks"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RunbookDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *open = button(tr("Open a Markdown file…"), QStringLiteral("openFileButton"), QStringLiteral("plus"),
                        ButtonRole::Normal, side);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(wideGap, wideGap, gap, wideGap);
    column->setSpacing(gap);
    column->addWidget(pageTitle(tr("Runbooks"), side));
    column->addWidget(m_search);
    column->addWidget(m_found);
    column->addWidget(m_list, 1);
    column->addWidget(open);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryPage::showChosen);
    connect(m_list, &QListView::activated, m_start, &QPushButton::click);
    connect(open, &QPushButton::clicked, this, &LibraryPage::openWanted);
    return side;
}

QWidget *LibraryPage::buildPreview()
{
    auto *holder = new QWidget(this);
    holder->setMinimumWidth(350); // a check and its badge side by side
    m_preview->setObjectName(QStringLiteral("previewScroll"));
    m_preview->setAccessibleName(tr("The chosen runbook"));
    m_preview->setWidgetResizable(true);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_start->setEnabled(false);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(pageMargin, gap + halfGap, pageMargin, gap + halfGap);
    footer->setSpacing(gap);
    footer->addWidget(muted(tr("Nothing is sent before you have filled the form and run a step."), holder));
    auto *ways = new QHBoxLayout;
    ways->setSpacing(gap);
    ways->addWidget(m_findings);
    ways->addStretch();
    ways->addWidget(m_start);
    footer->addLayout(ways);
    m_findings->setCheckable(true);
    m_findings->setText(tr("Findings"));
    connect(m_findings, &QPushButton::toggled, m_review, &QWidget::setVisible);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_preview, 1);
    column->addLayout(footer);
    connect(m_start, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_list->currentIndex();
        if (const runbooks::Runbook *runbook = m_model.runbook(index))
            emit startWanted(m_model.document(index)->path, runbook->id);
    });
    return holder;
}

void LibraryPage::search(const QString &text)
{
    const QModelIndex before = m_list->currentIndex();
    const QString path = before.data(items::RunbookListModel::PathRole).toString();
    const QString id = before.data(items::RunbookListModel::IdRole).toString();
    m_model.setFilter(text);
    const QModelIndex same = m_model.indexOf(path, id);
    m_list->setCurrentIndex(same.isValid() ? same : m_model.firstRunbook());
    // The reset has emptied the selection silently.
    if (!m_list->currentIndex().isValid())
        showChosen({});
}

void LibraryPage::choose(const QString &path, const QString &id)
{
    m_search->clear();
    const QModelIndex index = m_model.indexOf(path, id);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void LibraryPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPage::showChosen(const QModelIndex &index)
{
    const runbooks::Runbook *runbook = m_model.runbook(index);
    m_start->setEnabled(runbook != nullptr);
    m_findings->setEnabled(runbook != nullptr);
    if (!runbook) {
        delete m_preview->takeWidget();
        return;
    }
    const runbooks::Document &document = *m_model.document(index);
    m_preview->setWidget(new RunbookPreview(document, *runbook));
    const QString sha256 = document.sha256();
    if (m_reviewed == sha256)
        return;
    m_reviewed = sha256;
    m_findings->setText(tr("Findings"));
    m_review->showDocument(document);
    emit documentShown(document);
}

void LibraryPage::showFindings(const QString &sha256, const QList<runbooks::Diagnostic> &findings)
{
    if (sha256 != m_reviewed)
        return;
    m_review->showFindings(findings);
    m_findings->setText(tr("Findings: %1").arg(findings.size()));
    m_findings->setToolTip(ReviewPanel::countsText(findings));
}

void LibraryPage::setUnfinished(const QList<session::RunState> &runs)
{
    while (QLayoutItem *item = m_resume->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_resumeHolder->setVisible(!runs.isEmpty());
    for (const session::RunState &run : runs.first(qMin<qsizetype>(mostResumeCards, runs.size()))) {
        auto *card = new Card(m_resumeHolder);
        card->setTone(Tone::Warning);
        const QString id = run.idText();
        card->setObjectName(QStringLiteral("resumeCard_%1").arg(id));
        auto *row = new QHBoxLayout;
        row->setSpacing(wideGap);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(halfGap);
        texts->addWidget(heading(
            tr("Not finished: %1 %2").arg(visibleControls(run.runbookId), visibleControls(run.runbookTitle)), card));
        const QString where = run.untouched ? tr("Never connected, and nothing was done") : items::whereItStands(run);
        texts->addWidget(muted(tr("%1. Started %2.").arg(visibleControls(where), items::localAndUtc(run.started)), card));
        row->addLayout(texts, 1);
        auto *resume = button(tr("Resume"), QStringLiteral("resume_%1").arg(id), QStringLiteral("play"),
                              ButtonRole::Primary, card);
        resume->setAccessibleName(tr("Resume run of %1").arg(run.runbookTitle));
        connect(resume, &QPushButton::clicked, this, [this, runId = run.id] { emit resumeWanted(runId); });
        if (run.untouched) {
            auto *end = button(tr("End it"), QStringLiteral("end_%1").arg(id), QStringLiteral("stop"), ButtonRole::Normal, card);
            end->setAccessibleName(tr("End the run of %1 as never connected").arg(run.runbookTitle));
            connect(end, &QPushButton::clicked, this, [this, runId = run.id] { emit endWanted(runId); });
            row->addWidget(end);
        }
        row->addWidget(resume);
        card->content()->addLayout(row);
        m_resume->addWidget(card);
    }
}

} // namespace holdpoint::ui
