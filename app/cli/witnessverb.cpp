// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/console.h>
#include <app/cli/print.h>
#include <app/cli/waiting.h>
#include <app/cli/witnessverb.h>
#include <app/secrets/createsigner.h>
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

} // namespace

ExitCode ledgerWitness(const WitnessRequest &request)
{
    const auto kept = ledger::keptCheckpoints(request.folder);
    if (!kept)
        return failed(kept.error());
    const auto audit = auditBefore(request, *kept);
    if (!audit)
        return failed(audit.error());
    if (audit->verdict != ledger::Audit::Verdict::Good) {
        complain({ErrorKind::Io, QStringLiteral("nothing was brought to the witness: %1").arg(audit->reason)});
        return audit->verdict == ledger::Audit::Verdict::Bad ? ExitCode::Failed : ExitCode::LedgerTrouble;
    }
    if (audit->head.size == 0)
        return failed(
            {ErrorKind::NotFound, QStringLiteral("the ledger has no entries yet; nothing was brought to the witness")});
    ledger::Checkpoint checkpoint{.head = audit->head,
                                  .origin = audit->origin,
                                  .body = ledger::checkpointBody(audit->origin, audit->head),
                                  .utc = QDateTime::currentDateTimeUtc()};
    const auto signature = signatureOver(checkpoint.body, request);
    if (!signature)
        return failed(signature.error());
    checkpoint.signature = *signature;
    const auto file = ledger::keepCheckpoint(request.folder, checkpoint);
    if (!file)
        return failed(file.error());
    const auto remembered = ledger::rememberWitness(
        QFileInfo(request.ledger).absolutePath(),
        {.size = checkpoint.head.size, .utc = checkpoint.utc, .folder = QFileInfo(request.folder).absoluteFilePath()});
    if (!remembered)
        complain(remembered.error());
    if (request.format == Format::Json) {
        print(QJsonObject{{QStringLiteral("folder"), request.folder},
                          {QStringLiteral("file"), *file},
                          {QStringLiteral("size"), qint64(checkpoint.head.size)},
                          {QStringLiteral("root"), QString::fromLatin1(checkpoint.head.root.toHex())}});
    } else {
        print(QStringLiteral("%1/%2: witnessed up to entry %3\n")
                  .arg(request.folder, *file)
                  .arg(checkpoint.head.size - 1));
    }
    return ExitCode::Done;
}

} // namespace holdpoint::cli
