// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QWidget>

class QLineEdit;

namespace holdpoint::ui {

class Complaint;
class PathField;
class TickedPart;

/// Whether the report is time stamped, by whom, and who vouches for them.
class TimestampSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimestampSection)

public:
    using Check = decltype(ReportService::checkAuthority);
    TimestampSection(const StampAuthority &last, Check check, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<StampAuthority> authority() const; ///< none: no stamp is wanted
    /// Goes on when the authority can be asked; or emits refused() and says at the field why not.
    void prepare(const std::function<void()> &next);

signals:
    void changed();
    void refused();

private:
    void refuse(AuthorityProblem::Part part, const QString &words);

    Check m_check;
    TickedPart *m_part;
    QLineEdit *m_address;
    Complaint *m_complaint = nullptr; ///< about the address
    PathField *m_certificates;
};

} // namespace holdpoint::ui
