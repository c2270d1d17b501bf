// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/timestampsection.h>

#include <models/base/whenfinished.h>
#include <ui/common/complaint.h>
#include <ui/common/describe.h>
#include <ui/common/labels.h>
#include <ui/common/pathfield.h>
#include <ui/common/tickedpart.h>

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdpoint::ui {

TimestampSection::TimestampSection(const StampAuthority &last, Check check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_part(new TickedPart(tr("&Time stamp (RFC 3161)"), QStringLiteral("exportTimestamp"), this))
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
    QVBoxLayout *details = m_part->details();
    details->addWidget(muted(tr("It confirms when the report existed. It is sent a hash, nothing else."), this));
    details->addWidget(label);
    details->addWidget(m_address);
    details->addWidget(m_complaint);
    details->addWidget(m_certificates);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_part);
    connect(m_part, &TickedPart::changed, this, &TimestampSection::changed);
}

std::optional<StampAuthority> TimestampSection::authority() const
{
    if (!m_part->isTicked())
        return std::nullopt;
    return StampAuthority{.url = m_address->text().trimmed(), .certificates = m_certificates->path()};
}

void TimestampSection::prepare(const std::function<void()> &next)
{
    using Part = AuthorityProblem::Part;
    const auto given = authority();
    if (!given)
        return next();
    if (given->url.isEmpty())
        return refuse(Part::Address, tr("Say who is to stamp it, or take the tick off."));
    if (given->certificates.isEmpty())
        return refuse(Part::Certificates, tr("Choose the file: a time stamp proves nothing without it."));
    whenFinished(m_check(*given), this, [this, next](const std::optional<AuthorityProblem> &problem) {
        if (problem)
            refuse(problem->part, describe(problem->error));
        else
            next();
    });
}

void TimestampSection::refuse(AuthorityProblem::Part part, const QString &words)
{
    emit refused();
    if (part == AuthorityProblem::Part::Address)
        m_complaint->insist(words);
    else
        m_certificates->complaint().insist(words);
}

} // namespace holdpoint::ui
