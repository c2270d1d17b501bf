// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/closequestion.h>

#include <models/base/text.h>
#include <ui/files/copynames.h>
#include <ui/wizard/terminalpane.h>

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace holdpoint::ui {

namespace {

struct CloseQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

QString words(const TerminalPane &pane, const QList<Copy> &ending)
{
    QStringList parts;
    if (pane.isBusy())
        parts += CloseQuestion::tr("A command is running in “%1”. Closing the terminal ends its shell, "
                                   "and the command with it in most cases.")
                     .arg(visibleControls(pane.name()));
    if (!ending.isEmpty())
        parts += CloseQuestion::tr("“%1” is the last terminal on its connection, which closes with it. %2")
                     .arg(visibleControls(pane.name()), endingWords(ending));
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

void askToClose(TerminalPane *pane, const QList<Copy> &ending, const std::function<void()> &close)
{
    if (!pane->isBusy() && ending.isEmpty()) {
        close();
        return;
    }
    const QString title =
        pane->isBusy() ? CloseQuestion::tr("A command is running") : CloseQuestion::tr("Files are on their way");
    auto *question = new QMessageBox(QMessageBox::Question, title, words(*pane, ending), QMessageBox::NoButton, pane);
    question->setObjectName(QStringLiteral("closePaneQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText); // names of files are a host's
    QPushButton *end = question->addButton(CloseQuestion::tr("Close and end it"), QMessageBox::DestructiveRole);
    end->setObjectName(QStringLiteral("closePaneConfirm"));
    question->setDefaultButton(question->addButton(CloseQuestion::tr("Keep it"), QMessageBox::RejectRole));
    QObject::connect(end, &QPushButton::clicked, pane, close);
    question->open();
}

} // namespace holdpoint::ui
