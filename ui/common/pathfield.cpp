// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/pathfield.h>

#include <ui/common/complaint.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

PathField::PathField(const QString &objectName, Kind kind, const Texts &texts, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_texts(texts)
    , m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(objectName);
    m_complaint = new Complaint(m_edit, this);
    m_edit->setAccessibleName(texts.name);
    m_edit->setPlaceholderText(texts.empty);
    auto *browseButton = button(tr("Browse…"), objectName + QStringLiteral("Browse"), {}, ButtonRole::Normal, this);
    browseButton->setAccessibleName(tr("Browse: %1").arg(texts.name));
    auto *label = oneLine(texts.label, this);
    label->setBuddy(m_edit);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_edit, 1);
    row->addWidget(browseButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(halfGap);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_complaint);
    connect(browseButton, &QPushButton::clicked, this, &PathField::browse);
    connect(m_edit, &QLineEdit::textChanged, this, &PathField::changed);
    connect(m_edit, &QLineEdit::editingFinished, this, &PathField::chosen);
}

QString PathField::path() const
{
    const QString typed = m_edit->text().trimmed();
    return typed.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(typed).absoluteFilePath());
}

void PathField::setPath(const QString &path) { m_edit->setText(path); }

void PathField::browse()
{
    auto *dialog = new QFileDialog(this, m_texts.name, path(), m_texts.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::Folder ? QFileDialog::Directory
                        : m_kind == Kind::File ? QFileDialog::ExistingFile
                                               : QFileDialog::AnyFile);
    if (m_kind == Kind::NewFile) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is refused in words
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosenPath) {
        setPath(chosenPath);
        emit chosen();
    });
    dialog->open();
}

} // namespace holdpoint::ui
