// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QWidget>

class QLineEdit;

namespace holdpoint::ui {

class Complaint;
class PathField;

/// Who gives a report its time stamp, and who vouches for them.
class AuthorityForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthorityForm)

public:
    using Check = decltype(ReportService::checkAuthority);
    AuthorityForm(const StampAuthority &last, Check check, QWidget *parent = nullptr);

    [[nodiscard]] StampAuthority authority() const;
    /// Goes on when the authority can be asked; or emits refused() and says at the field why not.
    void prepare(const std::function<void()> &next);

signals:
    void refused();

private:
    void refuse(AuthorityProblem::Part part, const QString &words);

    Check m_check;
    QLineEdit *m_address;
    Complaint *m_complaint = nullptr; ///< about the address
    PathField *m_certificates;
    QLineEdit *m_policy;
    Complaint *m_policyComplaint = nullptr;
};

} // namespace holdpoint::ui
