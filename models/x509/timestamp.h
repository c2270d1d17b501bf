// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/x509/certificate.h>

#include <optional>

/// Time stamps (RFC 3161): an authority's word that it saw a hash at a time. What is kept is its whole answer
/// (TimeStampResp, DER), as `openssl ts -verify -in` reads it.
namespace holdpoint::x509 {

/// No answer is larger: a token, its certificates and their words.
constexpr qint64 largestTimestamp = 64 * 1024;

struct TimeStamp
{
    QByteArray response; ///< DER
    QDateTime time;      ///< as the authority says
    QString authority;   ///< subject of its certificate
    QString policy;      ///< object identifier
    Standing standing = Standing::Unasked;
    QString reason; ///< of Refused
};

/// The question for a stamp over the SHA-256 of these bytes: with a nonce, and asking for the certificate. DER.
QByteArray timestampRequest(QByteArrayView message);

/// Who may stamp.
struct TimestampTrust
{
    QByteArray authorities; ///< PEM
    QString policy;         ///< object identifier that is demanded; empty: any
};

/// A fresh answer, held against its question: status, imprint, nonce, policy, signature, and the chain to one of the
/// authorities with the extended key usage timeStamping (critical), valid at the time it names.
/// Errors: NotPermitted (the authority refused, or its certificate does not hold), Corrupt (the answer is to something
/// else, or is none), Invalid (no authority in the PEM).
Result<TimeStamp> checkAnswer(const QByteArray &response, const QByteArray &request, const TimestampTrust &trust);

/// A kept stamp, held against the bytes it is for. Without authorities only the signature itself is checked. The chain has to
/// have been valid at the time of the stamp. Errors: Corrupt (it is for other bytes, or is none), Invalid.
Result<TimeStamp> checkTimestamp(const QByteArray &response, QByteArrayView message,
                                 const std::optional<QByteArray> &authorities);

} // namespace holdpoint::x509
