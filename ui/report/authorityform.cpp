// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/authorityform.h>

#include <models/base/whenfinished.h>
#include <ui/common/complaint.h>
#include <ui/common/describe.h>
#include <ui/common/labels.h>
#include <ui/common/pathfield.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdpoint::ui {

AuthorityForm::AuthorityForm(const StampAuthority &last, Check check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_address(new QLineEdit(last.url, this))
    , m_certificates(new PathField(QStringLiteral("exportAuthorityFile"), PathField::Kind::File,
                                   {.label = tr("Certificates of those who vo&uch for it (PEM)"),
                                    .name = tr("Certificates of those who vouch for the time stamp authority"),
                                    .filter = tr("Certificates (*.pem *.crt *.cer);;All files (*)")},
                                   this))
    , m_policy(new QLineEdit(this))
{
    m_policy->setText(last.policy);
    m_policy->setObjectName(QStringLiteral("exportPolicy"));
    m_policy->setAccessibleName(tr("Policy that the stamp must be under"));
    m_policy->setPlaceholderText(tr("Any, or an object identifier such as 1.3.6.1.4.1.99999.1"));
    m_policyComplaint = new Complaint(m_policy, this);
    m_address->setObjectName(QStringLiteral("exportAuthority"));
    m_address->setAccessibleName(tr("Address of the time stamp authority"));
    m_address->setPlaceholderText(QStringLiteral("https://tsa.example/"));
    m_complaint = new Complaint(m_address, this);
    m_certificates->setPath(last.certificates);
    auto *label = oneLine(tr("&Address of the authority"), this);
    label->setBuddy(m_address);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(
        muted(tr("An authority confirms when the report existed. It is sent a hash, nothing else."), this));
    column->addWidget(label);
    column->addWidget(m_address);
    column->addWidget(m_complaint);
    column->addWidget(m_certificates);
    auto *policyLabel = oneLine(tr("Polic&y it must be under"), this);
    policyLabel->setBuddy(m_policy);
    column->addWidget(policyLabel);
    column->addWidget(m_policy);
    column->addWidget(m_policyComplaint);
}

StampAuthority AuthorityForm::authority() const
{
    return {.url = m_address->text().trimmed(),
            .certificates = m_certificates->path(),
            .policy = m_policy->text().trimmed()};
}

void AuthorityForm::prepare(const std::function<void()> &next)
{
    using Part = AuthorityProblem::Part;
    const StampAuthority given = authority();
    if (given.url.isEmpty())
        return refuse(Part::Address, tr("Say who is to stamp it."));
    if (given.certificates.isEmpty())
        return refuse(Part::Certificates, tr("Choose the file: a time stamp proves nothing without it."));
    whenFinished(m_check(given), this, [this, next](const std::optional<AuthorityProblem> &problem) {
        if (problem)
            refuse(problem->part, describe(problem->error));
        else
            next();
    });
}

void AuthorityForm::refuse(AuthorityProblem::Part part, const QString &words)
{
    emit refused();
    switch (part) {
    case AuthorityProblem::Part::Address: return m_complaint->insist(words);
    case AuthorityProblem::Part::Certificates: return m_certificates->complaint().insist(words);
    case AuthorityProblem::Part::Policy: return m_policyComplaint->insist(words);
    }
}

} // namespace holdpoint::ui
