// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportfolder.h>
#include <models/report/reportinput.h>

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace holdpoint::report {

/// Makes a PDF of the paper page; called on the builder's thread, answers later.
using PdfRenderer = std::function<QFuture<Result<QByteArray>>(const QString &html)>;

/// What became of a report.
struct WrittenReport
{
    QString folder;
    bool isSigned = false;
    std::optional<Error> signatureError; ///< why it is UNSIGNED although a signer was given
    std::optional<Error> pdfError;       ///< why report.pdf is missing although a renderer was given
    QJsonObject pseudonyms; ///< of a pseudonymous report: who is who
};

/// Gathers a run from the ledger and writes its report: gather, render, sign, write.
///
/// Thread: the thread it lives on, which must run an event loop; rendering, hashing and writing happen on the pool.
/// Borrows ledger and clock, which outlive it. When it dies first, its futures are cancelled and nothing is written.
/// A signer that refuses and a renderer that fails do not stop the report: it is written UNSIGNED, or without PDF, and
/// WrittenReport says why. That recordings go out with it is recorded before it is written, and where that fails it is not.
/// Errors: NotFound (no such run), those of checkTarget(), Ledger and the file system.
class ReportBuilder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportBuilder)

public:
    /// `by` is who makes the reports, for the record.
    ReportBuilder(ledger::Ledger &ledger, const Clock &clock, PdfRenderer pdf, QString by, QObject *parent = nullptr);
    ~ReportBuilder() override;

    /// Everything the report is made from, unsigned.
    QFuture<Result<ReportInput>> gather(const QByteArray &run);
    /// `signer` may be null.
    QFuture<Result<WrittenReport>> write(const QByteArray &run, const QString &folder, std::shared_ptr<Signer> signer,
                                         std::optional<Pseudonymity> pseudonymity = {});

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    QFuture<Result<JobPointer>> compose(const JobPointer &job);
    QFuture<Result<JobPointer>> renderPdf(const JobPointer &job);
    QFuture<Result<JobPointer>> sign(const JobPointer &job);
    QFuture<Result<JobPointer>> recordViewing(const JobPointer &job);

    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    PdfRenderer m_pdf;
    QString m_by;
};

} // namespace holdpoint::report
