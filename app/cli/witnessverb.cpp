// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/console.h>
#include <app/cli/print.h>
#include <app/cli/stampverb.h>
#include <app/cli/waiting.h>
#include <app/cli/witnessverb.h>
#include <app/secrets/createsigner.h>
#include <app/timestamp/stamper.h>
#include <models/base/clock.h>
#include <models/base/privatefile.h>
#include <models/ledger/checkpoint.h>
#include <models/ledger/witnessfolder.h>

#include <QFileInfo>

#include <algorithm>

namespace holdpoint::cli {

namespace {

ExitCode failed(const Error &error)
{
    complain(error);
    return exitCodeFor(error);
}

/// The ledger as it is, held against what the witness has seen of it.
Result<ledger::Audit> auditBefore(const WitnessRequest &request, const QList<ledger::KeptCheckpoint> &kept)
{
    const QString path = request.ledger;
    auto audit = ledger::auditFile(path, QByteArray());
    const bool isKnown = audit && std::ranges::any_of(kept, [&](const ledger::KeptCheckpoint &one) {
                             return one.checkpoint.origin == audit->origin;
                         });
    // A ledger that was set back and given another name would look like this, so a person has to say that it is new.
    if (audit && !isKnown && !kept.isEmpty() && request.acquaintance == WitnessRequest::Acquaintance::Known)
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1 keeps checkpoints of other ledgers and none of this one; if it is "
                                                            "new there, say --first").arg(request.folder));
    if (isKnown)
        audit = ledger::auditAgainst(path, kept);
    return audit;
}

Result<QByteArray> signatureOver(const QByteArray &body, const WitnessRequest &request)
{
    if (request.sign.isEmpty())
        return QByteArray();
    Console console(Console::Input::Allowed);
    ConsolePrompter prompter(console);
    const auto signer = await(secrets::createSigner(request.sign, {.identity = request.operatorName,
                                                                   .agentSocket = qEnvironmentVariable("SSH_AUTH_SOCK"),
                                                                   .prompter = &prompter}));
    return signer ? await((*signer)->signature(ledger::checkpointNamespace(), body)) : fail(signer.error());
}

/// The checkpoint of the present head, unless the ledger does not fit what was seen of it; what was wrong is said.
tl::expected<ledger::Checkpoint, ExitCode> checkpointOf(const WitnessRequest &request, const QList<ledger::KeptCheckpoint> &kept)
{
    const auto audit = auditBefore(request, kept);
    if (!audit)
        return tl::unexpected(failed(audit.error()));
    if (audit->verdict != ledger::Audit::Verdict::Good) {
        complain({ErrorKind::Io, QStringLiteral("nothing was brought to the witness: %1").arg(audit->reason)});
        return tl::unexpected(audit->verdict == ledger::Audit::Verdict::Bad ? ExitCode::Failed : ExitCode::LedgerTrouble);
    }
    if (audit->head.size == 0)
        return tl::unexpected(failed(
            {ErrorKind::NotFound, QStringLiteral("the ledger has no entries yet; nothing was brought to the witness")}));
    ledger::Checkpoint checkpoint{.head = audit->head,
                                  .origin = audit->origin,
                                  .body = ledger::checkpointBody(audit->origin, audit->head),
                                  .utc = QDateTime::currentDateTimeUtc()};
    const auto signature = signatureOver(checkpoint.body, request);
    if (!signature)
        return tl::unexpected(failed(signature.error()));
    checkpoint.signature = *signature;
    return checkpoint;
}

/// The stamp of this checkpoint: the one that is kept, which is older and so says more, or a new one.
Result<x509::TimeStamp> stampOf(const ledger::Checkpoint &checkpoint, const timestamp::Authority &authority,
                                const QString &beside)
{
    const auto certificates = timestamp::readCertificates(authority);
    const auto kept = certificates ? ledger::keptTimestamps(beside) : fail(certificates.error());
    if (!kept)
        return fail(kept.error());
    for (const ledger::KeptTimestamp &one : *kept) {
        const auto stamp = one.checkpoint.body == checkpoint.body ? x509::checkTimestamp(one.response, checkpoint.body, *certificates)
                                                                  : fail(ErrorKind::NotFound, {});
        if (stamp && stamp->standing == x509::Standing::Accepted)
            return stamp;
    }
    QObject context;
    return await(timestamp::stamperOf(authority, &context)(checkpoint.body));
}

/// Has the checkpoint stamped and keeps the stamp beside the ledger, and in the witness's folder where there is one.
Result<x509::TimeStamp> stampCheckpoint(const ledger::Checkpoint &checkpoint, const WitnessRequest &request)
{
    const QString beside = ledger::timestampFolder(QFileInfo(request.ledger).absolutePath());
    const auto stamp = stampOf(checkpoint, *request.authority, beside);
    auto made = stamp ? makePrivateFolder(beside) : fail(stamp.error());
    QStringList folders{beside};
    if (!request.folder.isEmpty())
        folders.append(request.folder);
    for (const QString &folder : std::as_const(folders)) {
        const auto file = made ? ledger::keepCheckpoint(folder, checkpoint) : fail(made.error());
        made = file ? ledger::keepTimestamp(folder, *file, stamp->response) : fail(file.error());
    }
    return made ? stamp : fail(made.error());
}

void printWitnessed(const WitnessRequest &request, const ledger::Checkpoint &checkpoint, const QString &file,
                    const std::optional<x509::TimeStamp> &stamp)
{
    if (request.format == Format::Json) {
        QJsonObject object{{QStringLiteral("folder"), request.folder},
                           {QStringLiteral("file"), file},
                           {QStringLiteral("size"), qint64(checkpoint.head.size)},
                           {QStringLiteral("root"), QString::fromLatin1(checkpoint.head.root.toHex())}};
        if (stamp)
            object.insert(QStringLiteral("timestamp"), stampJson(*stamp));
        return print(object);
    }
    if (!request.folder.isEmpty())
        print(QStringLiteral("%1/%2: witnessed up to entry %3\n").arg(request.folder, file).arg(checkpoint.head.size - 1));
    if (stamp)
        print(QStringLiteral("%1: stamped up to entry %2 by %3\n")
                  .arg(isoUtc(stamp->time)).arg(checkpoint.head.size - 1).arg(stamp->authority));
}

} // namespace

ExitCode ledgerWitness(const WitnessRequest &request)
{
    if (request.folder.isEmpty() && !request.authority)
        return failed({ErrorKind::NotFound, QStringLiteral("say who is to see the checkpoint: --to FOLDER, --tsa URL, or --timestamp")});
    const auto kept = request.folder.isEmpty() ? QList<ledger::KeptCheckpoint>() : ledger::keptCheckpoints(request.folder);
    if (!kept)
        return failed(kept.error());
    const auto checkpoint = checkpointOf(request, *kept);
    if (!checkpoint)
        return checkpoint.error();
    const auto file = request.folder.isEmpty() ? QString() : ledger::keepCheckpoint(request.folder, *checkpoint);
    if (!file)
        return failed(file.error());
    std::optional<x509::TimeStamp> stamp;
    std::optional<Error> stampError;
    if (request.authority) {
        const auto made = stampCheckpoint(*checkpoint, request);
        stamp = made ? std::optional(*made) : std::nullopt;
        stampError = made ? std::nullopt : std::optional(made.error());
    }
    if (stamp || !request.folder.isEmpty()) {
        const QString folder = request.folder.isEmpty() ? QString() : QFileInfo(request.folder).absoluteFilePath();
        const auto remembered = ledger::rememberWitness(QFileInfo(request.ledger).absolutePath(),
                                                        {.size = checkpoint->head.size,
                                                         .utc = folder.isEmpty() ? stamp->time : checkpoint->utc,
                                                         .folder = folder,
                                                         .authority = stamp ? stamp->authority : QString()});
        if (!remembered)
            complain(remembered.error());
        printWitnessed(request, *checkpoint, *file, stamp);
    }
    if (stampError)
        complain({ErrorKind::Io, QStringLiteral("no time stamp: %1").arg(stampError->detail)});
    return stampError ? ExitCode::Failed : ExitCode::Done;
}

} // namespace holdpoint::cli
