// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportfiles.h>

#include <models/base/sha256.h>
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
        proof.items.append({input.entries[i].sequence, input.entries[i].leaf, input.inclusionPaths.value(i)});
    return writeProof(proof);
}

} // namespace

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
        const QString title = QStringLiteral("%1 - %2").arg(view.state.runbookTitle, recording.pane);
        files.append({recording.fileName, asciicast(recording, input.entries, title, view.state.started)});
    }
    return files;
}

QByteArray manifestOf(const QList<ReportFile> &files)
{
    QList<ManifestLine> lines;
    for (const ReportFile &file : files)
        lines.append({file.name, sha256(file.bytes)});
    return writeManifest(lines);
}

} // namespace holdpoint::report
