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

enum class Judgement { Good, Bad, Unknown };
QString judgementName(Judgement judgement); ///< "good", "bad", "unknown"

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

struct ReportVerification
{
    SignatureVerdict signature;
    CompletenessVerdict completeness;
    LedgerVerdict ledger;

    [[nodiscard]] bool isGood() const;
};

/// What somebody trusts: an allowed_signers file (ssh-keygen(1)) and the time at which its keys must be valid.
struct Trust
{
    std::optional<QByteArray> allowedSigners; ///< none: signatures are checked, signers stay unknown
    QDateTime when;
};

/// Judges a report folder; blocks while it reads, any thread. A damaged or hostile folder is a verdict, not an error.
/// Errors: NotFound when the path is no folder.
Result<ReportVerification> verifyReport(const QString &folder, const Trust &trust);

/// As `holdpoint-cli verify --json` prints it.
QJsonObject verificationJson(const ReportVerification &verification);

} // namespace holdpoint::report
