// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/clipboarddialog.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

ClipboardDialog::ClipboardDialog(const QString &terminal, const QString &text, bool always, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("clipboardDialog"));
    setWindowTitle(tr("Put it on the clipboard?"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *shown = new QPlainTextEdit(visibleControlsKeepingLines(text), this);
    shown->setObjectName(QStringLiteral("clipboardText"));
    shown->setAccessibleName(tr("What the host wants on the clipboard"));
    shown->setReadOnly(true);
    shown->setTabChangesFocus(true);
    shown->setFont(fixedFont());
    auto *from = new QCheckBox(tr("From now on without asking, as long as this terminal is open"), this);
    from->setObjectName(QStringLiteral("clipboardAlways"));
    from->setChecked(always);
    auto *refuse = button(always ? tr("Close") : tr("Refuse"), QStringLiteral("clipboardRefuse"), {}, ButtonRole::Normal, this);
    auto *put = button(tr("&Put it on the clipboard"), QStringLiteral("clipboardPut"), {}, ButtonRole::Primary, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(heading(tr("%1 wants this on your clipboard").arg(visibleControls(terminal)), this));
    column->addWidget(body(tr("A program on the host asks for it. What you paste elsewhere is then what the host chose."), this));
    column->addWidget(shown, 1);
    column->addWidget(from);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch();
    row->addWidget(refuse);
    row->addWidget(put);
    column->addLayout(row);
    connect(refuse, &QPushButton::clicked, this, &QDialog::reject);
    connect(put, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::finished, this, [this, from, always](int result) {
        const bool isPut = result == Accepted;
        // Who refuses does not allow more; who had allowed it takes it back by the box alone.
        emit decided(isPut ? Decision::Put : Decision::Refuse, from->isChecked() && (isPut || always));
    });
    resize(620, 360);
    refuse->setDefault(true);
    put->setAutoDefault(true);
    refuse->setFocus();
}

} // namespace holdpoint::ui
