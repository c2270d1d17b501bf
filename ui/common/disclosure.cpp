// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/disclosure.h>

#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

Disclosure::Disclosure(const QString &text, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout(m_content))
    , m_button(button(text, objectName, {}, ButtonRole::Normal, this))
{
    m_button->setCheckable(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(gap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_content);
    connect(m_button, &QPushButton::toggled, this, [this] {
        refresh();
        emit toggled();
    });
    refresh();
}

void Disclosure::setInForce(const QStringList &words)
{
    m_inForce = words;
    refresh();
}

void Disclosure::open() { m_button->setChecked(true); }

void Disclosure::refresh()
{
    const bool isOpen = m_button->isChecked();
    m_content->setVisible(isOpen);
    m_button->setIcon(icon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_button->setText(
        isOpen || m_inForce.isEmpty()
            ? m_text
            : tr("%1: %2", "a button, and what is chosen behind it").arg(m_text, m_inForce.join(tr(", "))));
}

} // namespace holdpoint::ui
