// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/language.h>
#include <models/ledger/ledger.h>
#include <models/report/spool.h>
#include <models/x509/certificate.h>

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace holdpoint::report {

/// The namespace of a report's signature (OpenSSH PROTOCOL.sshsig).
inline constexpr char16_t signatureNamespace[] = u"session-report@holdpoint";

/// Names of the files of a report; FORMAT.md says what each holds.
inline constexpr char16_t htmlName[] = u"report.html";
inline constexpr char16_t pdfName[] = u"report.pdf";
inline constexpr char16_t sessionLogName[] = u"session.jsonl";
inline constexpr char16_t runbookName[] = u"runbook.md";
inline constexpr char16_t pseudonymousLogName[] = u"pseudonymous.jsonl"; ///< in place of the two around this one
inline constexpr char16_t proofName[] = u"ledger-proof.txt";
inline constexpr char16_t manifestName[] = u"MANIFEST.sha256";
inline constexpr char16_t signatureName[] = u"MANIFEST.sha256.sig";
inline constexpr char16_t certificateSignatureName[] = u"MANIFEST.sha256.p7s";
/// A time stamp is over the signature, which holds the manifest's hash: it proves too that the key signed before that time.
/// Only where there is no such signature it is over the manifest.
inline constexpr char16_t signatureStampName[] = u"MANIFEST.sha256.sig.tsr";
inline constexpr char16_t manifestStampName[] = u"MANIFEST.sha256.tsr";

/// Who signs the report, as printed in it.
struct ReportSigner
{
    QString identity; ///< "operator@noc.example"
    QByteArray publicKey; ///< RFC 4253 blob

    /// "ssh-ed25519 AAAA... operator@noc.example"
    [[nodiscard]] QString publicKeyLine() const;
};

/// What a report that names nobody leaves in, and why.
struct Pseudonymity
{
    enum class Hosts { Named, Replaced };
    enum class Recordings { LeftOut, Included };
    Hosts hosts = Hosts::Named;
    Recordings recordings = Recordings::LeftOut;
    QString recordingsReason; ///< why they are included all the same
};

/// Everything a report is made from. A value; the same input gives the same report, byte for byte (the PDF excepted).
struct ReportInput
{
    QList<ledger::Entry> entries; ///< of the run, in order, attachments loaded but for what is in `spools`
    QHash<QString, std::shared_ptr<const Spool>> spools; ///< recordings that are on disk already, by file name
    ledger::Checkpoint checkpoint;
    QList<QList<QByteArray>> inclusionPaths; ///< one for each entry, in the tree of checkpoint.head.size leaves
    QDateTime created;
    Language language;                  ///< of the pages; files for programs have none
    std::optional<ReportSigner> signer; ///< none: the report says UNSIGNED, unless a certificate signs it
    std::optional<Pseudonymity> pseudonymity; ///< set: names were replaced, and nothing of the ledger can be proven
    QString unsignedReason; ///< why nobody signed: "the agent refused"; may be empty
    std::optional<x509::Certificate> certificate; ///< of the X.509 signatures over the manifest and in the PDF; none: without
    QString uncertifiedReason; ///< why there is none although one was wanted; may be empty

    [[nodiscard]] bool isSigned() const { return signer || certificate; }
};

} // namespace holdpoint::report
