// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportbuilder.h>

#include <models/base/continued.h>
#include <models/ledger/sshsig.h>
#include <models/report/pdfsignature.h>
#include <models/report/pseudonymkey.h>
#include <models/report/pseudonyms.h>
#include <models/report/reportfiles.h>
#include <models/report/reportpage.h>
#include <models/report/reportzip.h>
#include <models/report/sizelimits.h>
#include <models/report/spooledrun.h>
#include <models/session/viewing.h>
#include <models/x509/cmssignature.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>

namespace holdpoint::report {

using ledger::Entry;

/// One report on its way; touched by one thread at a time.
struct ReportBuilder::Job
{
    ReportInput input;
    Container container = Container::Folder;
    Endorsements endorsements;
    QString keyFile;
    QJsonObject pseudonyms;  ///< who is who
    QList<ReportFile> files; ///< all that the manifest lists
    QByteArray manifest;
    QByteArray signature;
    QList<ReportFile> proofs; ///< what stands over the manifest: signatures and time stamp
    QByteArray pdf;
    WrittenReport written;

    /// Names in the page who is going to sign.
    void announce()
    {
        if (endorsements.signer && !written.signatureError)
            input.signer = ReportSigner{endorsements.signer->identity(), endorsements.signer->publicKey()};
        input.certificate.reset();
        if (!endorsements.certificate) {
            written.certificateError = endorsements.certificate.error();
            input.uncertifiedReason = written.certificateError->detail;
        } else if (*endorsements.certificate) {
            input.certificate = (*endorsements.certificate)->certificate();
        }
    }

    /// Whether verifiers will read it, before anybody signs it.
    [[nodiscard]] Result<> checkWhole() const
    {
        auto fits = checkSizes(files, manifest);
        return fits && container == Container::Zip ? checkZipSizes(files) : fits;
    }

    /// On disk, complete or not at all.
    [[nodiscard]] Result<> put() const
    {
        QList<ReportFile> all = files;
        all.append({QString::fromUtf16(manifestName), manifest});
        all += proofs;
        return container == Container::Zip ? writeReportZip(written.folder, all)
                                           : writeReportFolder(written.folder, all);
    }
    /// The key goes first: no report is about that was meant to have one and has none.
    [[nodiscard]] Result<> putWithKey() const
    {
        if (keyFile.isEmpty())
            return put();
        if (auto kept = writeKeyFile(keyFile, input.entries.first().run, pseudonyms); !kept)
            return kept;
        auto done = put();
        if (!done && checkTarget(written.folder)) // else the report is there all the same
            QFile::remove(keyFile);
        return done;
    }
};

namespace {

/// Where the report will lie; a slash at the end of its path says nothing.
QString folderAround(const QString &path)
{
    return QFileInfo(QDir::cleanPath(QFileInfo(path).absoluteFilePath())).absolutePath();
}

/// Goes on with the value on the context's thread; an error passes through.
template <class Value, class Next> auto chain(QFuture<Result<Value>> future, QObject *context, Next next)
{
    using NextFuture = std::invoke_result_t<Next, const Value &>;
    using NextResult = decltype(std::declval<NextFuture>().result());
    return continued(future, context, [next](const Result<Value> &result) -> NextFuture {
        return result ? next(*result) : QtFuture::makeReadyFuture(NextResult(fail(result.error())));
    });
}

template <class Value> QFuture<Result<Value>> ready(Result<Value> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

QFuture<Result<QList<QList<QByteArray>>>> inclusionPaths(ledger::Ledger &ledger, const QList<Entry> &entries, quint64 size,
                                                         QObject *context)
{
    using Proof = QFuture<Result<QList<QByteArray>>>;
    QList<Proof> proofs;
    for (const Entry &entry : entries)
        proofs.append(ledger.inclusionProof(entry.sequence, size));
    using Paths = QList<QList<QByteArray>>;
    return continued(QtFuture::whenAll(proofs.begin(), proofs.end()), context, [](const QList<Proof> &all) {
        Paths paths;
        for (const Proof &proof : all) {
            auto path = proof.result();
            if (!path)
                return ready<Paths>(fail(path.error()));
            paths.append(*std::move(path));
        }
        return ready<Paths>(paths);
    });
}

} // namespace

ReportBuilder::ReportBuilder(ledger::Ledger &ledger, const Clock &clock, PdfRenderer pdf, QString by, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_pdf(std::move(pdf))
    , m_by(std::move(by))
{
}

ReportBuilder::~ReportBuilder() = default;

QFuture<Result<ReportInput>> ReportBuilder::gather(const QByteArray &run)
{
    return chain(m_ledger.entries(run, ledger::Ledger::Attachments::Load), this,
                 [this](const QList<Entry> &entries) { return prove({.entries = entries}); });
}

QFuture<Result<ReportInput>> ReportBuilder::gatherOnDisk(const QByteArray &run, const QString &folder)
{
    return chain(m_ledger.entries(run, ledger::Ledger::Attachments::Skip), this, [this, folder](const QList<Entry> &entries) {
        return chain(SpooledRun::load(m_ledger, entries, folder, this), this,
                     [this](const ReportInput &input) { return prove(input); });
    });
}

/// Adds what proves the entries.
QFuture<Result<ReportInput>> ReportBuilder::prove(ReportInput gathered)
{
    if (gathered.entries.isEmpty())
        return ready<ReportInput>(fail(ErrorKind::NotFound, QStringLiteral("the ledger holds no such run")));
    const auto input = std::make_shared<ReportInput>(std::move(gathered));
    input->created = m_clock.utcNow();
    return chain(m_ledger.checkpoint(), this, [this, input](const ledger::Checkpoint &checkpoint) {
        input->checkpoint = checkpoint;
        return chain(inclusionPaths(m_ledger, input->entries, checkpoint.head.size, this), this,
                     [input](const QList<QList<QByteArray>> &paths) {
                         input->inclusionPaths = paths;
                         return ready<ReportInput>(*input);
                     });
    });
}

QFuture<Result<WrittenReport>> ReportBuilder::write(const QByteArray &run, const ReportOrder &order)
{
    if (auto free = checkTarget(order.path); !free)
        return ready<WrittenReport>(fail(free.error()));
    if (auto possible = checkPseudonymousCall({}, order.keyFile, order.path); order.pseudonymity && !possible)
        return ready<WrittenReport>(fail(possible.error()));
    const auto job = std::make_shared<Job>();
    job->container = order.container;
    job->endorsements = order.endorsements;
    job->keyFile = order.pseudonymity ? order.keyFile : QString();
    job->written.folder = order.path;
    // Pseudonyms are put into recordings in memory.
    auto gathered = order.pseudonymity ? gather(run) : gatherOnDisk(run, folderAround(order.path));
    auto endorsed =
        chain(std::move(gathered), this,
              [this, job, language = order.language, pseudonymity = order.pseudonymity](const ReportInput &input) {
                  job->input = input;
                  job->input.language = language;
                  job->announce();
                  if (pseudonymity)
                      job->input = pseudonymised(std::move(job->input), *pseudonymity, job->pseudonyms);
                  return chain(compose(job), this, [this](const JobPointer &composed) {
                      return chain(sign(composed), this, [this](const JobPointer &signedJob) {
                          return chain(certify(signedJob), this,
                                       [this](const JobPointer &certified) { return stamp(certified); });
                      });
                  });
              });
    auto recorded = chain(endorsed, this, [this](const JobPointer &ready) { return recordViewing(ready); });
    return chain(recorded, this, [](const JobPointer &complete) {
        return QtConcurrent::run([complete]() -> Result<WrittenReport> {
            const auto done = complete->putWithKey();
            return done ? Result<WrittenReport>(complete->written) : fail(done.error());
        });
    });
}

QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::compose(const JobPointer &job)
{
    return chain(renderPdf(job), this, [](const JobPointer &rendered) {
        return QtConcurrent::run([rendered]() -> Result<JobPointer> {
            const RunView view = viewOf(rendered->input.entries, rendered->input.language);
            rendered->files = evidenceFiles(rendered->input, view);
            if (!rendered->pdf.isEmpty())
                rendered->files.prepend({QString::fromUtf16(pdfName), rendered->pdf});
            QStringList names;
            for (const ReportFile &file : std::as_const(rendered->files))
                names.append(file.name);
            const QString html = renderReport(rendered->input, view, names, HtmlPage::Medium::Screen);
            rendered->files.prepend({QString::fromUtf16(htmlName), html.toUtf8()});
            const auto manifest = manifestOf(rendered->files);
            if (!manifest)
                return fail(manifest.error());
            rendered->manifest = *manifest;
            if (auto fits = rendered->checkWhole(); !fits)
                return fail(fits.error());
            return rendered;
        });
    });
}

QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::renderPdf(const JobPointer &job)
{
    if (!m_pdf)
        return ready<JobPointer>(job);
    const auto paper = QtConcurrent::run([job]() -> Result<QString> {
        const RunView view = viewOf(job->input.entries, job->input.language);
        const QStringList names = QStringList{QString::fromUtf16(htmlName)} + evidenceNames(job->input, view);
        return renderReport(job->input, view, names, HtmlPage::Medium::Paper);
    });
    return chain(paper, this, [this, job](const QString &html) {
        return continued(m_pdf(html), this, [this, job](const Result<QByteArray> &pdf) {
            job->pdf = pdf.value_or(QByteArray());
            job->written.pdfError = pdf ? std::nullopt : std::optional(pdf.error());
            return signRendered(job);
        });
    });
}

/// Before the manifest names the PDF's hash. What cannot be signed is rendered again, for the page names the certificate.
QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::signRendered(const JobPointer &job)
{
    if (!job->input.certificate || job->pdf.isEmpty())
        return ready<JobPointer>(job);
    const auto signing = QtConcurrent::run([job]() -> Result<Result<QByteArray>> {
        auto pdf = signPdf(job->pdf, **job->endorsements.certificate, job->input.created);
        return pdf && pdf->size() > signedPdfLimit
                   ? fail(ErrorKind::Invalid, QStringLiteral("report.pdf is too large to be signed"))
                   : pdf;
    });
    return chain(signing, this, [this, job](const Result<QByteArray> &pdf) {
        if (pdf) {
            job->pdf = *pdf;
            return ready<JobPointer>(job);
        }
        job->endorsements.certificate = fail(pdf.error());
        job->announce();
        return renderPdf(job);
    });
}

QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::sign(const JobPointer &job)
{
    if (!job->endorsements.signer)
        return ready<JobPointer>(job);
    const QString nameSpace = QString::fromUtf16(signatureNamespace);
    auto answered = job->endorsements.signer->signature(nameSpace, job->manifest);
    return continued(answered, this, [this, job, nameSpace](const Result<QByteArray> &armoured) {
        // What a key answers is checked before it goes out under somebody's name.
        const auto fits = armoured ? sshsig::verify(*armoured, nameSpace, job->manifest) : fail(armoured.error());
        if (fits && fits->publicKey == job->input.signer->publicKey) {
            job->signature = *armoured;
            job->proofs.append({QString::fromUtf16(signatureName), *armoured});
            job->written.isSigned = true;
            return ready<JobPointer>(job);
        }
        job->written.signatureError =
            fits ? Error{ErrorKind::Corrupt, QStringLiteral("another key answered")} : fits.error();
        job->input.signer.reset();
        job->input.unsignedReason = job->written.signatureError->detail;
        return compose(job); // the page must say so
    });
}

QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::certify(const JobPointer &job)
{
    if (!job->input.certificate)
        return ready<JobPointer>(job);
    return QtConcurrent::run([job]() -> Result<JobPointer> {
        const auto cms = x509::signDetached(**job->endorsements.certificate, job->manifest, x509::Profile::Cades);
        if (!cms)
            return fail(cms.error());
        job->proofs.append({QString::fromUtf16(certificateSignatureName), *cms});
        job->written.certificate = job->input.certificate;
        return job;
    });
}

QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::stamp(const JobPointer &job)
{
    if (!job->endorsements.stamp)
        return ready<JobPointer>(job);
    const bool hasSignature = !job->signature.isEmpty();
    const QString name = QString::fromUtf16(hasSignature ? signatureStampName : manifestStampName);
    auto answered = job->endorsements.stamp(hasSignature ? job->signature : job->manifest);
    return continued(answered, this, [job, name](const Result<x509::TimeStamp> &answer) {
        if (answer) {
            job->proofs.append({name, answer->response});
            job->written.timestamp = *answer;
        } else {
            job->written.timestampError = answer.error();
        }
        return ready<JobPointer>(job);
    });
}

QFuture<Result<ReportBuilder::JobPointer>> ReportBuilder::recordViewing(const JobPointer &job)
{
    QStringList panes;
    for (const Recording &recording : recordingsOf(job->input.entries)) {
        const bool isThere = std::ranges::any_of(recording.entries, [&](qsizetype index) {
            return job->input.entries[index].attachments.first().present;
        });
        if (isThere)
            panes.append(recording.pane);
    }
    if (panes.isEmpty())
        return ready<JobPointer>(job);
    const QByteArray run = job->input.entries.first().run;
    return chain(m_ledger.append(session::viewedDraft(run, panes, session::ViewedIn::Report, m_by)), this,
                 [job](const Entry &) { return ready<JobPointer>(job); });
}

} // namespace holdpoint::report
