// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/reviewpanel.h>

#include <models/base/text.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/shell/sourceview.h>

#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

namespace {

using Level = runbooks::Diagnostic::Level;

QString wordOf(Level level)
{
    return level == Level::Error     ? ReviewPanel::tr("Error")
           : level == Level::Warning ? ReviewPanel::tr("Warning")
                                     : ReviewPanel::tr("Note");
}

QString iconOf(Level level)
{
    return level == Level::Error     ? QStringLiteral("cross")
           : level == Level::Warning ? QStringLiteral("warning")
                                     : QStringLiteral("info");
}

} // namespace

ReviewPanel::ReviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_counts(muted({}, this))
    , m_list(new QListWidget(this))
    , m_source(new SourceView(this))
{
    setObjectName(QStringLiteral("reviewPanel"));
    m_list->setObjectName(QStringLiteral("findingsList"));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_source->goTo({item->data(Qt::UserRole).toInt(), item->data(Qt::UserRole + 1).toInt()});
    });
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(wideGap, wideGap, wideGap, gap);
    column->setSpacing(gap);
    column->addWidget(heading(tr("Findings"), top));
    column->addWidget(m_counts);
    column->addWidget(m_list, 1);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(top);
    halves->addWidget(m_source);
    halves->setSizes({400, 500});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(halves);
}

void ReviewPanel::showDocument(const runbooks::Document &document)
{
    m_list->clear();
    m_counts->setText(tr("Looking through it…"));
    m_source->showSource(document.source);
}

void ReviewPanel::showFindings(const QList<runbooks::Diagnostic> &findings)
{
    m_list->clear();
    m_counts->setText(countsText(findings));
    // What stops a run first, then in the order of the source.
    QList<runbooks::Diagnostic> ordered = findings;
    std::ranges::stable_sort(ordered, {}, &runbooks::Diagnostic::level);
    for (const runbooks::Diagnostic &finding : std::as_const(ordered)) {
        const QString head = tr("Line %1 · %2 %3", "line, level and code of a finding")
                                 .arg(finding.position.line)
                                 .arg(wordOf(finding.level), finding.code);
        auto *item = new QListWidgetItem(icon(iconOf(finding.level)),
                                         head + u'\n' + visibleControls(finding.message) + u'\n'
                                             + tr("Cure: %1").arg(visibleControls(finding.cure)),
                                         m_list);
        item->setData(Qt::UserRole, finding.position.line);
        item->setData(Qt::UserRole + 1, finding.position.column);
    }
}

QString ReviewPanel::countsText(const QList<runbooks::Diagnostic> &findings)
{
    const auto count = [&](Level level) {
        return int(std::count_if(findings.begin(), findings.end(), [level](const auto &each) { return each.level == level; }));
    };
    QStringList parts;
    if (const int errors = count(Level::Error); errors > 0)
        parts += tr("errors: %1").arg(errors);
    if (const int warnings = count(Level::Warning); warnings > 0)
        parts += tr("warnings: %1").arg(warnings);
    if (const int notes = count(Level::Note); notes > 0)
        parts += tr("notes: %1").arg(notes);
    return parts.isEmpty() ? tr("nothing found") : parts.join(QStringLiteral(", "));
}

} // namespace holdpoint::ui
