// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/trustdialog.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <runbooks/linediff.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {
constexpr int dialogWidth = 760;
constexpr int diffHeight = 320;
}

TrustDialog::TrustDialog(const runbooks::Document &document, const session::Trust &trust, const QString &findings,
                         QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("trustDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Trust this runbook?"));
    setMinimumWidth(dialogWidth);
    const bool changed = trust.state == session::Trust::State::Changed;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, wideGap, pageMargin, wideGap);
    column->setSpacing(gap + halfGap);
    column->addWidget(pageTitle(visibleControls(QFileInfo(document.path).fileName()), this));
    column->addWidget(body(changed ? tr("This file has changed since %1 trusted it on %2. Only its new content would run.")
                                         .arg(visibleControls(trust.by), items::localAndUtc(trust.utc))
                                   : tr("Nobody has run this file here yet. Its commands would be typed into your hosts: "
                                        "read them first. Opening it has run and loaded nothing."),
                           this));
    if (changed) {
        column->addWidget(heading(tr("What has changed"), this));
        auto *diff = new FittedText(tr("Differences"), this);
        diff->showOutput(runbooks::diffText(runbooks::lineDiff(trust.lastSource, document.source)));
        auto *area = new QScrollArea(this);
        area->setWidgetResizable(true);
        area->setMinimumHeight(diffHeight);
        area->setWidget(diff);
        column->addWidget(area, 1);
    }
    column->addWidget(muted(tr("Lint: %1").arg(findings), this));
    auto *hash = muted(tr("SHA-256 %1").arg(document.sha256()), this);
    hash->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(hash);
    column->addWidget(muted(tr("Your answer is recorded, and holds for this content only."), this));
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    auto *trustIt = button(tr("I have read it: trust this version"), QStringLiteral("trustButton"), QStringLiteral("check"),
                           ButtonRole::Primary, this);
    auto *later = button(tr("Not now"), QStringLiteral("trustLater"), {}, ButtonRole::Normal, this);
    row->addStretch();
    row->addWidget(later);
    row->addWidget(trustIt);
    column->addLayout(row);
    trustIt->setAutoDefault(false); // Enter must not say that something was read
    later->setDefault(true);
    later->setFocus();
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(trustIt, &QPushButton::clicked, this, [this] {
        emit trusted();
        accept();
    });
}

} // namespace holdpoint::ui
