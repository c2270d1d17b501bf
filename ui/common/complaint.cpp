// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/complaint.h>

#include <ui/common/labels.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdpoint::ui {

Complaint::Complaint(QLineEdit *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_words(new ToneLabel({}, Tone::Danger, this))
{
    m_words->setObjectName(field->objectName() + QStringLiteral("Complaint"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    connect(field, &QLineEdit::textChanged, this, &Complaint::withdraw);
    hide();
}

void Complaint::say(const QString &words)
{
    m_words->setText(breakable(words));
    m_words->setAccessibleName(words);
    m_field->setAccessibleDescription(words);
    show();
}

void Complaint::insist(const QString &words)
{
    say(words);
    m_field->setFocus(Qt::OtherFocusReason);
}

void Complaint::withdraw()
{
    m_field->setAccessibleDescription({});
    hide();
}

} // namespace holdpoint::ui
