// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QString>
#include <QUrl>

namespace holdpoint::timestamp {

/// A time stamp authority (RFC 3161) and what proves that an answer is its own.
struct Authority
{
    QUrl url;             ///< http or https
    QString certificates; ///< path of the PEM file with the certificates of its authorities
    QString policy;       ///< object identifier that stamps must be under; empty: any

    [[nodiscard]] bool isGiven() const { return !url.isEmpty(); }
    friend bool operator==(const Authority &, const Authority &) = default;
};

/// The authority of the settings: group "timestamp" of holdpoint.ini, keys url, certificates and policy. Not given where
/// nothing is set.
Authority configuredAuthority(const QString &configFolder);

/// The authority with these in place of its own where they are not empty. Another address is another authority: the policy
/// that was demanded of the first goes.
Authority withGiven(Authority authority, const QString &url, const QString &certificates);

/// Keeps it as the authority of the settings; a password in its address is not kept.
void rememberAuthority(const QString &configFolder, const Authority &authority);

/// Errors: Invalid (no http or https address).
Result<> checkAddress(const Authority &authority);

/// Errors: Invalid (a policy is demanded by something that is no object identifier).
Result<> checkPolicy(const Authority &authority);

/// What can be known without asking it. Errors: those of checkAddress() and of reading the certificates, Invalid (none are named, or
/// none are in the file).
Result<QByteArray> readCertificates(const Authority &authority);

} // namespace holdpoint::timestamp
