// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/reasonform.h>

#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

/// Brings a widget into view where it stands in something that scrolls.
void scrollTo(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

} // namespace

ReasonForm::ReasonForm(const QString &name, const Texts &texts, QWidget *parent)
    : QWidget(parent)
    , m_reason(new QLineEdit(this))
    , m_who(texts.who.isEmpty() ? nullptr : new QLineEdit(this))
    , m_confirm(button(texts.confirm, name + QStringLiteral("Confirm"), {}, ButtonRole::Danger, this))
{
    m_reason->setObjectName(name + QStringLiteral("Reason"));
    m_reason->setPlaceholderText(texts.placeholder);
    m_reason->setAccessibleName(texts.question);
    m_confirm->setEnabled(false);
    auto *cancel = button(tr("Cancel"), name + QStringLiteral("Cancel"), {}, ButtonRole::Normal, this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(body(texts.question, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_reason, 2);
    if (m_who) {
        m_who->setObjectName(name + QStringLiteral("Who"));
        m_who->setPlaceholderText(texts.who);
        m_who->setAccessibleName(texts.who);
        row->addWidget(m_who, 1);
        connect(m_who, &QLineEdit::textChanged, this, &ReasonForm::judge);
        connect(m_who, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    }
    row->addWidget(m_confirm);
    row->addWidget(cancel);
    column->addLayout(row);

    connect(m_reason, &QLineEdit::textChanged, this, &ReasonForm::judge);
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        const QString reason = m_reason->text().trimmed();
        hide();
        emit confirmed(reason, m_who ? m_who->text().trimmed() : QString());
    });
    connect(cancel, &QPushButton::clicked, this, [this] {
        hide();
        emit cancelled();
    });
    hide();
}

void ReasonForm::ask()
{
    m_reason->clear();
    if (m_who)
        m_who->clear();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, this, [this] { scrollTo(this); }); // once its layout knows where it stands
}

void ReasonForm::judge()
{
    m_confirm->setEnabled(!m_reason->text().trimmed().isEmpty() && (!m_who || !m_who->text().trimmed().isEmpty()));
}

} // namespace holdpoint::ui
