// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/timestampsection.h>

#include <ui/common/tickedpart.h>

#include <QVBoxLayout>

namespace holdpoint::ui {

TimestampSection::TimestampSection(const StampAuthority &last, AuthorityForm::Check check, QWidget *parent)
    : QWidget(parent)
    , m_part(new TickedPart(tr("&Time stamp (RFC 3161)"), QStringLiteral("exportTimestamp"), this))
    , m_form(new AuthorityForm(last, std::move(check), this))
{
    m_part->details()->addWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_part);
    connect(m_part, &TickedPart::changed, this, &TimestampSection::changed);
    connect(m_form, &AuthorityForm::refused, this, &TimestampSection::refused);
}

std::optional<StampAuthority> TimestampSection::authority() const
{
    return m_part->isTicked() ? std::optional(m_form->authority()) : std::nullopt;
}

void TimestampSection::prepare(const std::function<void()> &next)
{
    if (m_part->isTicked())
        m_form->prepare(next);
    else
        next();
}

} // namespace holdpoint::ui
