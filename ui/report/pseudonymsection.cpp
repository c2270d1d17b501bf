// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/pseudonymsection.h>

#include <models/base/whenfinished.h>
#include <models/report/pseudonymkey.h>
#include <ui/common/complaint.h>
#include <ui/common/describe.h>
#include <ui/common/labels.h>
#include <ui/common/pathfield.h>
#include <ui/common/tickedpart.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QtConcurrent>
#include <QVBoxLayout>

namespace holdpoint::ui {

using report::Pseudonymity;

PseudonymSection::PseudonymSection(QWidget *parent)
    : QWidget(parent)
    , m_part(new TickedPart(tr("&Name nobody: pseudonyms in place of names"), QStringLiteral("exportPseudonyms"), this))
    , m_hosts(new QCheckBox(tr("Of &hosts and their keys too"), this))
    , m_recordings(new TickedPart(tr("Leave the &recordings in"), QStringLiteral("exportRecordings"), this))
    , m_reason(new QLineEdit(this))
    , m_keyFile(new PathField(QStringLiteral("exportKeyFile"), PathField::Kind::NewFile,
                              {.label = tr("New file to keep &who is who in"),
                               .name = tr("New file to keep who is who in"),
                               .empty = tr("Nowhere: then nobody can look it up")},
                              this))
{
    m_hosts->setObjectName(QStringLiteral("exportHosts"));
    m_reason->setObjectName(QStringLiteral("exportRecordingsReason"));
    m_reason->setAccessibleName(tr("Why the recordings stay in"));
    m_reason->setPlaceholderText(tr("Why, as it will stand in the report"));
    m_complaint = new Complaint(m_reason, this);
    m_recordings->details()->addWidget(m_reason);
    m_recordings->details()->addWidget(m_complaint);
    QVBoxLayout *details = m_part->details();
    details->addWidget(
        muted(tr("Every name that the run knows is replaced by the same pseudonym throughout; free text can "
                 "still name somebody, and the ledger proves nothing of such a report."),
              this));
    details->addWidget(m_hosts);
    details->addWidget(m_recordings);
    details->addWidget(m_keyFile);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_part);
    connect(m_part, &TickedPart::changed, this, &PseudonymSection::changed);
}

std::optional<Pseudonymity> PseudonymSection::pseudonymity() const
{
    if (!m_part->isTicked())
        return std::nullopt;
    const bool withRecordings = m_recordings->isTicked();
    return Pseudonymity{.hosts = m_hosts->isChecked() ? Pseudonymity::Hosts::Replaced : Pseudonymity::Hosts::Named,
                        .recordings =
                            withRecordings ? Pseudonymity::Recordings::Included : Pseudonymity::Recordings::LeftOut,
                        .recordingsReason = withRecordings ? m_reason->text().trimmed() : QString()};
}

QString PseudonymSection::keyFile() const { return m_part->isTicked() ? m_keyFile->path() : QString(); }

void PseudonymSection::prepare(const std::function<void()> &next)
{
    const auto wanted = pseudonymity();
    if (wanted && wanted->recordings == Pseudonymity::Recordings::Included && wanted->recordingsReason.isEmpty()) {
        emit refused();
        m_complaint->insist(tr("Say why: a recording shows who typed, and how."));
        return;
    }
    if (keyFile().isEmpty())
        return next();
    whenFinished(QtConcurrent::run([path = keyFile()] { return report::checkKeyFile(path); }), this,
                 [this, next](const Result<> &possible) {
                     if (possible)
                         return next();
                     emit refused();
                     m_keyFile->complaint().insist(describe(possible.error()));
                 });
}

} // namespace holdpoint::ui
