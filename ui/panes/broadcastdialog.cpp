// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/broadcastdialog.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/wizard/terminalpane.h>

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

/// Why this pane cannot take part; empty when it can.
QString refusal(const TerminalPane &pane)
{
    return pane.asksForSecret() ? BroadcastDialog::tr("“%1” asks for a secret").arg(visibleControls(pane.name()))
                                : pane.inputProblem();
}

} // namespace

BroadcastDialog::BroadcastDialog(const QList<TerminalPane *> &panes, const TerminalPane *current, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("broadcastDialog"));
    setWindowTitle(tr("Type into several terminals"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(heading(tr("Every key goes to all terminals that are chosen here"), this));
    column->addWidget(
        body(tr("Each of them says BROADCAST while it lasts. Ctrl+Shift+B ends it. It ends by itself when one of "
                "them is lost or locked, and asks before a secret goes to all."),
             this));
    auto *list = new QWidget(this);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    for (const TerminalPane *pane : panes) {
        const QString problem = refusal(*pane);
        const QString where = tr("%1 on %2", "a terminal and the address of its host")
                                  .arg(visibleControls(pane->name()), visibleControls(pane->address()));
        auto *box = new QCheckBox(problem.isEmpty() ? where : tr("%1: not now, %2").arg(where, problem), list);
        box->setObjectName(QStringLiteral("broadcast_%1").arg(pane->name()));
        box->setAccessibleName(box->text());
        box->setMinimumHeight(24);
        box->setEnabled(problem.isEmpty());
        box->setChecked(pane == current && problem.isEmpty());
        rows->addWidget(box);
        m_boxes.append(box);
        m_paneNames.append(pane->name());
    }
    rows->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    column->addWidget(scroll, 1);
    auto *cancel = button(tr("Do not broadcast"), QStringLiteral("broadcastCancel"), {}, ButtonRole::Normal, this);
    auto *start = button(tr("Broadcast to them"), QStringLiteral("broadcastStart"), {}, ButtonRole::Primary, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(start);
    column->addLayout(row);
    const auto refresh = [this, start] { start->setEnabled(names().size() >= 2); };
    for (const QCheckBox *box : std::as_const(m_boxes))
        connect(box, &QCheckBox::toggled, this, refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(start, &QPushButton::clicked, this, [this] {
        const QStringList all = names();
        accept();
        emit chosen(all);
    });
    refresh();
    resize(560, 360);
    cancel->setDefault(true);
}

QStringList BroadcastDialog::names() const
{
    QStringList all;
    for (qsizetype index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes[index]->isChecked())
            all += m_paneNames[index];
    }
    return all;
}

} // namespace holdpoint::ui
