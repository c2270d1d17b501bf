// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/authorityform.h>

namespace holdpoint::ui {

class TickedPart;

/// Whether the report is time stamped, and by whom.
class TimestampSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimestampSection)

public:
    TimestampSection(const StampAuthority &last, AuthorityForm::Check check, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<StampAuthority> authority() const; ///< none: no stamp is wanted
    /// See AuthorityForm; goes on at once where no stamp is wanted.
    void prepare(const std::function<void()> &next);

signals:
    void changed();
    void refused();

private:
    TickedPart *m_part;
    AuthorityForm *m_form;
};

} // namespace holdpoint::ui
