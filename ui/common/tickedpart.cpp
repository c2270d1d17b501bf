// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/tickedpart.h>

#include <ui/common/labels.h>

#include <QCheckBox>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

constexpr int indent = 26; ///< where a box's text begins

} // namespace

TickedPart::TickedPart(const QString &text, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(text, this))
    , m_indented(new QWidget(this))
    , m_details(new QVBoxLayout(m_indented))
    , m_reason(muted({}, this))
{
    m_box->setObjectName(objectName);
    m_details->setContentsMargins(indent, 0, 0, 0);
    m_details->setSpacing(gap);
    m_reason->setContentsMargins(indent, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(halfGap);
    column->addWidget(m_box);
    column->addWidget(m_reason);
    column->addWidget(m_indented);
    connect(m_box, &QCheckBox::toggled, this, [this] {
        refresh();
        emit changed();
    });
    refresh();
}

bool TickedPart::isTicked() const { return m_box->isChecked() && m_reason->text().isEmpty(); }

void TickedPart::ruleOut(const QString &reason)
{
    m_reason->setText(reason);
    m_box->setEnabled(reason.isEmpty());
    m_box->setAccessibleDescription(reason);
    refresh();
}

void TickedPart::refresh()
{
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_indented->setVisible(isTicked());
}

} // namespace holdpoint::ui
