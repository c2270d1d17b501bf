// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace holdpoint::report {

enum class Judgement { Good, Bad, Unknown, Absent };
QString judgementName(Judgement judgement); ///< "good", "bad", "unknown", "absent"

/// Who signed the manifest.
struct SignatureVerdict
{
    Judgement verdict = Judgement::Unknown;
    QString signer;      ///< principal of the allowed_signers line; empty when none was found
    QString fingerprint; ///< "SHA256:..." of the key whose signature fits; empty when none does
    QString reason;
};

/// Whether the folder holds what the manifest lists, and nothing else.
struct CompletenessVerdict
{
    struct File
    {
        enum class State { Intact, Changed, Missing, Unlisted, Unreadable };
        QString name;
        State state = State::Intact;
        QString reason; ///< of Unreadable
    };
    Judgement verdict = Judgement::Unknown;
    QList<File> files;
    QString reason;
};
QString fileStateName(CompletenessVerdict::File::State state); ///< "intact", "changed", "missing", "unlisted", "unreadable"

/// Whether the entries stand in the ledger whose checkpoint the report carries.
///
/// Good: every record fits its leaf, chain and root, the recordings and the source fit the records, and a valid
/// signature stands over the root (the checkpoint's own, or the manifest's). Unknown: consistent, but nobody signed.
struct LedgerVerdict
{
    Judgement verdict = Judgement::Unknown;
    QString origin;
    quint64 size = 0; ///< of the ledger at the checkpoint
    QString root;     ///< hexadecimal
    qsizetype entries = 0;
    qsizetype between = 0; ///< entries of the ledger between the first and the last of these that are not in the report
    std::optional<quint64> firstBad;
    QString signer;      ///< of the checkpoint
    QString fingerprint; ///< of the checkpoint's key; empty when it is not signed
    QString reason;
};

/// Whether an authority saw the signature, or the manifest where there is none, at a time (RFC 3161).
///
/// Good: a given authority vouches for it. Unknown: the stamp fits, but no authorities were given. Absent: no stamp, and
/// none was asked for by giving authorities.
struct TimestampVerdict
{
    Judgement verdict = Judgement::Absent;
    QString covers;    ///< name of the stamped file
    QDateTime time;    ///< invalid when no stamp fits
    QString authority; ///< subject of its certificate
    QString reason;
};

/// What X.509 signatures over the manifest and inside report.pdf come to; Good, Unknown and Absent as above.
struct CertificateVerdict
{
    Judgement verdict = Judgement::Absent;
    QStringList covers;  ///< the files whose signature fits
    QString signer;      ///< subject; of both where there are two
    QString fingerprint; ///< SHA-256 of the certificate, hexadecimal
    QString reason;
};

struct ReportVerification
{
    SignatureVerdict signature;
    CompletenessVerdict completeness;
    LedgerVerdict ledger;
    TimestampVerdict timestamp;
    CertificateVerdict certificate;

    /// The first three are good, and of the optional two none is bad.
    [[nodiscard]] bool isGood() const;
};

/// What somebody trusts, and the time at which keys and certificates must be valid. Who gives a list asks for the signature
/// it judges: without the list signatures are checked, and their signers stay unknown.
struct Trust
{
    std::optional<QByteArray> allowedSigners; ///< a file of ssh-keygen(1)
    std::optional<QByteArray> authorities;          ///< PEM, for certificates
    std::optional<QByteArray> timestampAuthorities; ///< PEM, for time stamps; valid at the time of the stamp
    QDateTime when;
};

/// Judges a report's folder or zip; blocks while it reads, any thread. A damaged or hostile one is a verdict, not an error.
/// Errors: NotFound when nothing is there, Io when a zip cannot be read.
Result<ReportVerification> verifyReport(const QString &path, const Trust &trust);

/// As `holdpoint-cli verify --json` prints it.
QJsonObject verificationJson(const ReportVerification &verification);

} // namespace holdpoint::report
