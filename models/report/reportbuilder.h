// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/endorsements.h>
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
    QString folder; ///< or the zip
    bool isSigned = false; ///< by an SSH key
    std::optional<Error> signatureError; ///< why it is not although a signer was given
    std::optional<x509::Certificate> certificate; ///< whose X.509 signatures it has
    std::optional<Error> certificateError;        ///< why it has none although a certificate was wanted
    std::optional<x509::TimeStamp> timestamp;
    std::optional<Error> timestampError; ///< why it has none although one was wanted
    std::optional<Error> pdfError;       ///< why report.pdf is missing although a renderer was given
};

/// What a report becomes: a new folder, or a new zip.
enum class Container { Folder, Zip };

/// A report as it is wanted.
struct ReportOrder
{
    QString path; ///< of the new folder or zip
    Endorsements endorsements;
    Language language; ///< its pages are written in
    Container container = Container::Folder;
    std::optional<Pseudonymity> pseudonymity; ///< set: names are replaced
    QString keyFile; ///< where it is then kept who is who: a new file outside the report; empty: nowhere
};

/// Gathers a run from the ledger and writes its report: gather, render, sign, write.
///
/// Thread: the thread it lives on, which must run an event loop; rendering, hashing and writing happen on the pool.
/// Borrows ledger and clock, which outlive it. When it dies first, its futures are cancelled and nothing is written.
/// A signer that refuses, a certificate that was not to be had, an authority that gives no time stamp and a renderer that
/// fails do not stop the report: it is written without (UNSIGNED where nobody signs it), and WrittenReport says why. That recordings go out with it is recorded before it is written, and where that fails it is not; nor is it where who is who cannot be kept, or where it would be larger than verifiers read.
/// Errors: NotFound (no such run), those of checkTarget(), checkSizes(), checkPseudonymousCall(), writeKeyFile(), Ledger and the
/// file system.
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
    QFuture<Result<WrittenReport>> write(const QByteArray &run, const ReportOrder &order);

private:
    struct Job;
    using JobPointer = std::shared_ptr<Job>;

    /// As gather(), with the recordings in files without a name in this folder.
    QFuture<Result<ReportInput>> gatherOnDisk(const QByteArray &run, const QString &folder);
    QFuture<Result<ReportInput>> prove(ReportInput gathered);
    QFuture<Result<JobPointer>> compose(const JobPointer &job);
    QFuture<Result<JobPointer>> renderPdf(const JobPointer &job);
    QFuture<Result<JobPointer>> signRendered(const JobPointer &job);
    QFuture<Result<JobPointer>> sign(const JobPointer &job);
    QFuture<Result<JobPointer>> certify(const JobPointer &job);
    QFuture<Result<JobPointer>> stamp(const JobPointer &job);
    QFuture<Result<JobPointer>> recordViewing(const JobPointer &job);

    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    PdfRenderer m_pdf;
    QString m_by;
};

} // namespace holdpoint::report
