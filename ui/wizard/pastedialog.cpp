// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/pastedialog.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

PasteDialog::PasteDialog(const QString &cleanText, const terminal::PasteFindings &findings,
                         const QStringList &broadcast, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("pasteDialog"));
    setWindowTitle(tr("Paste into the terminal?"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QPlainTextEdit(terminal::shownPaste(cleanText), this);
    text->setObjectName(QStringLiteral("pasteText"));
    text->setAccessibleName(tr("What would be sent"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(fixedFont());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(heading(tr("This goes to the host. Lines: %1").arg(findings.lines), this));
    if (!broadcast.isEmpty()) {
        column->addWidget(
            new ToneLabel(tr("BROADCAST: it goes to %1.").arg(visibleControls(broadcast.join(QStringLiteral(", ")))),
                          Tone::Warning, this));
    }
    if (findings.hadControls)
        column->addWidget(body(tr("Control characters were removed from it."), this));
    if (findings.hasInvisible)
        column->addWidget(body(tr("It holds invisible characters; they are shown in brackets."), this));
    column->addWidget(text, 1);
    auto *cancel = button(tr("Do not paste"), QStringLiteral("pasteCancel"), {}, ButtonRole::Normal, this);
    auto *paste = button(tr("&Paste"), QStringLiteral("pasteConfirm"), {}, ButtonRole::Primary, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(paste);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(paste, &QPushButton::clicked, this, [this, cleanText] {
        emit confirmed(cleanText);
        accept();
    });
    resize(620, 360);
    // Whoever pastes and goes on with Enter out of habit sends nothing; one who has gone to the button by keys means it.
    cancel->setDefault(true);
    paste->setAutoDefault(true);
    cancel->setFocus();
}

} // namespace holdpoint::ui
