// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportverifier.h>

#include <models/base/text.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/record.h>
#include <models/ledger/sshsig.h>
#include <models/report/erasurecheck.h>
#include <models/report/ledgerproof.h>
#include <models/report/manifest.h>
#include <models/report/optionalverdicts.h>
#include <models/report/recordingcheck.h>
#include <models/report/reportinput.h>
#include <models/report/reportsource.h>
#include <models/report/sessionlog.h>
#include <models/report/sizelimits.h>

#include <QSet>

#include <algorithm>
#include <limits>

namespace holdpoint::report {

using ledger::Entry;
using State = CompletenessVerdict::File::State;

namespace {

// More files than this are counted, not named.
constexpr qsizetype listedFiles = 1000;

QString name(const char16_t *constant) { return QString::fromUtf16(constant); }

/// What is known about one signature.
struct Signed
{
    enum class By { Nobody, Broken, Somebody, Known, Refused };
    By by = By::Nobody;
    QString signer;
    QString fingerprint;
    QString reason;

    /// Whether the bytes are vouched for by a key that nothing speaks against.
    [[nodiscard]] bool holds() const { return by == By::Somebody || by == By::Known; }
};

Signed signedBy(const QByteArray &armoured, const QString &nameSpace, const QByteArray &message, const Trust &trust)
{
    const auto signature = sshsig::verify(armoured, nameSpace, message);
    if (!signature)
        return {Signed::By::Broken, {}, {}, signature.error().detail};
    const QString fingerprint = sshsig::fingerprint(signature->publicKey);
    if (!trust.allowedSigners) {
        return {Signed::By::Somebody, {}, fingerprint,
                QStringLiteral("the signature fits, but no list of allowed signers was given to tell whose it is")};
    }
    const auto signer
        = sshsig::findSigner(sshsig::parseAllowedSigners(*trust.allowedSigners), *signature, trust.when);
    if (!signer)
        return {Signed::By::Refused, {}, fingerprint, signer.error().detail};
    return {Signed::By::Known, textFrom(signer->principals.join(',')), fingerprint, {}};
}

Signed manifestSignature(const ReportSource &folder, const Trust &trust)
{
    const auto armoured = folder.read(name(signatureName), signatureLimit);
    if (!armoured && armoured.error().kind == ErrorKind::NotFound)
        return {Signed::By::Nobody, {}, {}, QStringLiteral("the report is not signed")};
    if (!armoured)
        return {Signed::By::Broken, {}, {}, armoured.error().detail};
    const auto manifest = folder.read(name(manifestName), manifestLimit);
    if (!manifest)
        return {Signed::By::Broken, {}, {}, manifest.error().detail};
    return signedBy(*armoured, name(signatureNamespace), *manifest, trust);
}

SignatureVerdict signatureVerdict(const Signed &manifest, const Trust &trust)
{
    SignatureVerdict verdict{Judgement::Bad, manifest.signer, manifest.fingerprint, manifest.reason};
    if (manifest.by == Signed::By::Known)
        verdict.verdict = Judgement::Good;
    // Who names the signers they accept asks for a signature; who does not may look at an unsigned report.
    else if (manifest.by == Signed::By::Somebody || (manifest.by == Signed::By::Nobody && !trust.allowedSigners))
        verdict.verdict = Judgement::Unknown;
    return verdict;
}

CompletenessVerdict::File fileVerdict(const ReportSource &folder, const ManifestLine &line)
{
    const auto hash = folder.hash(line.name, sizeLimit(line.name));
    if (hash)
        return {line.name, *hash == line.sha256 ? State::Intact : State::Changed, {}};
    if (hash.error().kind == ErrorKind::NotFound)
        return {line.name, State::Missing, {}};
    return {line.name, State::Unreadable, hash.error().detail};
}

void addUnlisted(const ReportSource &folder, const QList<ManifestLine> &lines, CompletenessVerdict &verdict)
{
    const QStringList names = folder.names();
    // Only one stamp is judged, so another one would be a file that nobody vouches for.
    const bool isSignatureStamped = names.contains(name(signatureStampName));
    QSet<QString> listed{name(manifestName), name(signatureName), name(certificateSignatureName),
                         name(isSignatureStamped ? signatureStampName : manifestStampName)};
    for (const ManifestLine &line : lines)
        listed.insert(line.name);
    for (const QString &found : names) {
        if (!listed.contains(found))
            verdict.files.append({found, State::Unlisted, {}});
    }
}

bool lists(const QList<ManifestLine> &lines, const char16_t *file)
{
    return std::any_of(lines.begin(), lines.end(), [&](const ManifestLine &line) { return line.name == name(file); });
}

/// A report whose list says that it holds no records, by what it holds in their place.
bool isPseudonymous(const QList<ManifestLine> &lines)
{
    return lists(lines, pseudonymousLogName) && !lists(lines, sessionLogName) && !lists(lines, proofName);
}

CompletenessVerdict completenessVerdict(const ReportSource &folder)
{
    CompletenessVerdict verdict{Judgement::Bad, {}, {}};
    const auto bytes = folder.read(name(manifestName), manifestLimit);
    const auto lines = bytes ? readManifest(*bytes) : fail(bytes.error());
    if (!lines) {
        verdict.reason = lines.error().detail;
        return verdict;
    }
    const QList<const char16_t *> required =
        isPseudonymous(*lines) ? QList{htmlName, pseudonymousLogName} : QList{htmlName, sessionLogName, proofName};
    for (const char16_t *file : required) {
        if (!lists(*lines, file))
            verdict.files.append({name(file), State::Missing, {}});
    }
    for (const ManifestLine &line : *lines)
        verdict.files.append(fileVerdict(folder, line));
    addUnlisted(folder, *lines, verdict);
    QStringList off;
    for (const CompletenessVerdict::File &file : std::as_const(verdict.files)) {
        if (file.state != State::Intact)
            off.append(QStringLiteral("%1 is %2").arg(file.name, fileStateName(file.state)));
    }
    verdict.verdict = off.isEmpty() ? Judgement::Good : Judgement::Bad;
    verdict.reason = off.mid(0, 20).join(QStringLiteral(", "));
    if (verdict.files.size() > listedFiles) {
        verdict.reason = QStringLiteral("%1 files in all, %2 of them not as listed; only %3 are named")
                             .arg(verdict.files.size()).arg(off.size()).arg(listedFiles);
        verdict.files.resize(listedFiles);
    }
    return verdict;
}

/// What the entries say beyond their chain: one run, from its beginning.
std::optional<ProofFailure> checkRun(const QList<Entry> &entries)
{
    if (entries.isEmpty() || entries.first().type != QLatin1String("run-started"))
        return ProofFailure{{}, QStringLiteral("the session log does not begin with the start of a run")};
    for (const Entry &entry : entries) {
        if (entry.run != entries.first().run)
            return ProofFailure{entry.sequence, QStringLiteral("the entry is of another run")};
    }
    return std::nullopt;
}

std::optional<ProofFailure> checkSource(const ReportSource &folder, const Entry &start)
{
    const ledger::Attachment &source = start.attachments.first();
    const auto bytes = folder.read(name(runbookName), sizeLimit(name(runbookName)));
    if (!bytes)
        return ProofFailure{start.sequence, bytes.error().detail};
    if (quint64(bytes->size()) != source.size || ledger::attachmentCommitment(source.salt, *bytes) != source.commitment)
        return ProofFailure{start.sequence, QStringLiteral("runbook.md is not the source the run was started with")};
    return std::nullopt;
}

/// A source or recording that no entry commits to would be read as if one did.
std::optional<ProofFailure> checkNothingElse(const ReportSource &folder, const QSet<QString> &vouched)
{
    for (const QString &found : folder.names()) {
        const bool isRecording = found.startsWith(QLatin1String("terminal-")) && found.endsWith(QLatin1String(".cast"));
        if ((isRecording || found == name(runbookName)) && !vouched.contains(found))
            return ProofFailure{{}, QStringLiteral("no entry commits to %1").arg(found)};
    }
    return std::nullopt;
}

std::optional<ProofFailure> checkRecording(const ReportSource &folder, const Recording &recording,
                                           const QList<Entry> &entries)
{
    RecordingCheck check(recording, entries);
    const auto read = folder.pieces(recording.fileName, sizeLimit(recording.fileName), [&](QByteArrayView piece) { check.add(piece); });
    if (!read) // what does not unpack is not judged by the part that did
        return ProofFailure{{}, read.error().detail};
    if (const auto foreign = check.firstForeign())
        return ProofFailure{foreign, QStringLiteral("%1 is not what the ledger's entries commit to").arg(recording.fileName)};
    return std::nullopt;
}

std::optional<ProofFailure> checkAttachments(const ReportSource &folder, const QList<Entry> &entries)
{
    const Entry &start = entries.first();
    QSet<QString> vouched;
    if (!start.attachments.isEmpty() && start.attachments.first().present) {
        if (const auto failure = checkSource(folder, start))
            return failure;
        vouched.insert(name(runbookName));
    }
    for (const Recording &recording : recordingsOf(entries)) {
        vouched.insert(recording.fileName);
        if (auto failure = checkRecording(folder, recording, entries))
            return failure;
    }
    return checkNothingElse(folder, vouched);
}

/// Whether a signature over the manifest is one over the proof that lies in the folder.
bool manifestCoversProof(const ReportSource &folder)
{
    const auto bytes = folder.read(name(manifestName), manifestLimit);
    const auto lines = bytes ? readManifest(*bytes) : fail(bytes.error());
    const auto hash = folder.hash(name(proofName), sizeLimit(name(proofName)));
    return lines && hash && std::any_of(lines->begin(), lines->end(), [&](const ManifestLine &line) {
               return line.name == name(proofName) && line.sha256 == *hash;
           });
}

Result<LedgerProof> proofOf(const ReportSource &folder)
{
    ProofReader reader;
    const auto read = folder.pieces(name(proofName), sizeLimit(name(proofName)),
                                    [&](QByteArrayView piece) { reader.add(piece); });
    if (!read)
        return fail(read.error());
    auto proof = reader.finish();
    return proof ? proof : fail(ErrorKind::Corrupt, QStringLiteral("ledger-proof.txt: %1").arg(proof.error().detail));
}

Result<QList<Entry>> entriesOf(const ReportSource &folder)
{
    const auto bytes = folder.read(name(sessionLogName), sizeLimit(name(sessionLogName)));
    if (!bytes)
        return fail(bytes.error());
    auto entries = readSessionLog(*bytes);
    return entries ? entries
                   : fail(ErrorKind::Corrupt, QStringLiteral("session.jsonl: %1").arg(entries.error().detail));
}

/// Who vouches for the root once everything below it fits.
void judgeRoot(LedgerVerdict &verdict, const ReportSource &folder, const Signed &checkpoint, const Signed &manifest)
{
    verdict.signer = checkpoint.signer;
    verdict.fingerprint = checkpoint.fingerprint;
    if (checkpoint.by == Signed::By::Broken) {
        verdict.verdict = Judgement::Bad;
        verdict.reason = QStringLiteral("the checkpoint's signature: %1").arg(checkpoint.reason);
    } else if (checkpoint.holds() || (manifest.holds() && manifestCoversProof(folder))) {
        verdict.verdict = Judgement::Good;
    } else {
        verdict.verdict = Judgement::Unknown;
        verdict.reason = QStringLiteral("the entries fit the checkpoint, but no signature that is accepted stands over it");
    }
}

LedgerVerdict ledgerVerdict(const ReportSource &folder, const Signed &manifest, const Trust &trust)
{
    LedgerVerdict verdict{.verdict = Judgement::Bad};
    const auto bad = [&](const ProofFailure &failure) {
        verdict.firstBad = failure.sequence;
        verdict.reason = failure.reason;
        return verdict;
    };
    const auto manifestBytes = folder.read(name(manifestName), manifestLimit);
    const auto lines = manifestBytes ? readManifest(*manifestBytes) : fail(manifestBytes.error());
    if (lines && isPseudonymous(*lines)) {
        verdict.verdict = Judgement::Unknown;
        verdict.reason = QStringLiteral("the report is pseudonymous: it holds no records of the ledger, so nothing is proven by it");
        return verdict;
    }
    const auto proof = proofOf(folder);
    if (!proof)
        return bad({{}, proof.error().detail});
    const auto checkpoint = ledger::parseCheckpoint(proof->checkpoint);
    if (!checkpoint)
        return bad({{}, QStringLiteral("ledger-proof.txt: %1").arg(checkpoint.error().detail)});
    if (checkpoint->head.size > quint64(std::numeric_limits<qint64>::max()))
        return bad({{}, QStringLiteral("ledger-proof.txt: the ledger's size is out of range")});
    verdict.origin = checkpoint->origin;
    verdict.size = checkpoint->head.size;
    verdict.root = QString::fromLatin1(checkpoint->head.root.toHex());
    const auto entries = entriesOf(folder);
    if (!entries)
        return bad({{}, entries.error().detail});
    verdict.entries = entries->size();
    if (const auto failure = checkProof(*proof, *checkpoint, *entries))
        return bad(*failure);
    if (const auto failure = checkRun(*entries))
        return bad(*failure);
    const auto unnamed = firstUnnamedErasure(*entries);
    if (unnamed && recordsErasures(*entries))
        return bad({unnamed, QStringLiteral("bytes of the entry are missing, and no later entry says that they were erased")});
    if (const auto failure = checkAttachments(folder, *entries))
        return bad(*failure);
    verdict.between = qsizetype(entries->last().sequence - entries->first().sequence) + 1 - entries->size();
    const Signed vouched = proof->signature.isEmpty()
        ? Signed{}
        : signedBy(proof->signature, ledger::checkpointNamespace(), proof->checkpoint, trust);
    judgeRoot(verdict, folder, vouched, manifest);
    if (unnamed && verdict.verdict == Judgement::Good)
        verdict.reason = QStringLiteral("bytes of entry %1 are missing, and the run is older than the entries that say who "
                                        "erased what").arg(*unnamed);
    return verdict;
}

} // namespace

bool ReportVerification::isGood() const
{
    return signature.verdict == Judgement::Good && completeness.verdict == Judgement::Good
        && ledger.verdict == Judgement::Good && timestamp.verdict != Judgement::Bad
        && certificate.verdict != Judgement::Bad;
}

Result<ReportVerification> verifyReport(const QString &path, const Trust &trust)
{
    const auto report = openReport(path);
    if (!report && report.error().kind == ErrorKind::Invalid) {
        const QString &why = report.error().detail;
        return ReportVerification{.signature = {.verdict = Judgement::Bad, .reason = why},
                                  .completeness = {.verdict = Judgement::Bad, .reason = why},
                                  .ledger = {.verdict = Judgement::Bad, .reason = why},
                                  .timestamp = {.verdict = Judgement::Bad, .reason = why},
                                  .certificate = {.verdict = Judgement::Bad, .reason = why}};
    }
    if (!report)
        return fail(report.error());
    const Signed manifest = manifestSignature(**report, trust);
    return ReportVerification{signatureVerdict(manifest, trust), completenessVerdict(**report),
                              ledgerVerdict(**report, manifest, trust), timestampVerdict(**report, trust),
                              certificateVerdict(**report, trust)};
}

} // namespace holdpoint::report
