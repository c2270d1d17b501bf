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
{
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
}

StampAuthority AuthorityForm::authority() const
{
    return {.url = m_address->text().trimmed(), .certificates = m_certificates->path()};
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
    if (part == AuthorityProblem::Part::Address)
        m_complaint->insist(words);
    else
        m_certificates->complaint().insist(words);
}

} // namespace holdpoint::ui
