// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/linkquestion.h>

#include <models/base/text.h>

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace holdpoint::ui {

namespace {

constexpr qsizetype longest = 500;

} // namespace

void askLink(QWidget *parent, const QString &when, const QUrl &url, const std::function<void()> &open)
{
    auto *question =
        new QMessageBox(QMessageBox::Question, QCoreApplication::translate("LinkQuestion", "Open an address?"), when,
                        QMessageBox::NoButton, parent);
    question->setObjectName(QStringLiteral("linkQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(elided(url.toString(QUrl::FullyEncoded), longest));
    QPushButton *yes =
        question->addButton(QCoreApplication::translate("LinkQuestion", "Open it"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("linkOpen"));
    question->setDefaultButton(
        question->addButton(QCoreApplication::translate("LinkQuestion", "Leave it"), QMessageBox::RejectRole));
    QObject::connect(yes, &QPushButton::clicked, parent, open);
    question->open();
}

} // namespace holdpoint::ui
