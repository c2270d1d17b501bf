// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportfiles.h>

#include <models/report/ledgerproof.h>
#include <models/report/manifest.h>
#include <models/report/pseudonyms.h>
#include <models/report/sessionlog.h>

namespace holdpoint::report {

namespace {

QByteArray proofBytes(const ReportInput &input)
{
    LedgerProof proof{.checkpoint = input.checkpoint.body, .signature = input.checkpoint.signature, .items = {}};
    for (qsizetype i = 0; i < input.entries.size(); ++i)
        proof.items.append({input.entries[i].sequence, input.entries[i].leaf, input.inclusionPaths.value(i).join()});
    return writeProof(proof);
}

} // namespace

QString recordingTitle(const Recording &recording, const session::RunState &state)
{
    return QStringLiteral("%1 - %2").arg(state.runbookTitle, recording.pane);
}

QList<ReportFile> evidenceFiles(const ReportInput &input, const RunView &view)
{
    QList<ReportFile> files;
    if (input.pseudonymity) {
        files.append({QString::fromUtf16(pseudonymousLogName), writePseudonymousLog(input.entries)});
    } else {
        files.append({QString::fromUtf16(sessionLogName), writeSessionLog(input.entries)});
        files.append({QString::fromUtf16(proofName), proofBytes(input)});
    }
    if (!view.source.isEmpty() && !input.pseudonymity)
        files.append({QString::fromUtf16(runbookName), view.source});
    for (const Recording &recording : view.recordings) {
        const auto spool = input.spools.value(recording.fileName);
        files.append({recording.fileName,
                      spool ? QByteArray()
                            : asciicast(recording, input.entries, recordingTitle(recording, view.state), view.state.started),
                      spool});
    }
    return files;
}

QStringList evidenceNames(const ReportInput &input, const RunView &view)
{
    QStringList names;
    if (input.pseudonymity)
        names.append(QString::fromUtf16(pseudonymousLogName));
    else
        names << QString::fromUtf16(sessionLogName) << QString::fromUtf16(proofName);
    if (!view.source.isEmpty() && !input.pseudonymity)
        names.append(QString::fromUtf16(runbookName));
    for (const Recording &recording : view.recordings)
        names.append(recording.fileName);
    return names;
}

Result<QByteArray> manifestOf(const QList<ReportFile> &files)
{
    QList<ManifestLine> lines;
    for (const ReportFile &file : files) {
        const auto hash = file.hash();
        if (!hash)
            return fail(hash.error());
        lines.append({file.name, *hash});
    }
    return writeManifest(lines);
}

} // namespace holdpoint::report
