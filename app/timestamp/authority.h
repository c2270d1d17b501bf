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
};

/// The authority of the settings: group "timestamp" of holdpoint.ini, keys url, certificates and policy. Not given where
/// nothing is set.
Authority configuredAuthority(const QString &configFolder);

/// The authority with these in place of its own where they are not empty.
Authority withGiven(Authority authority, const QString &url, const QString &certificates);

/// What can be known without asking it. Errors: Invalid (no http or https address, no certificates), and those of reading
/// the certificates.
Result<QByteArray> readCertificates(const Authority &authority);

} // namespace holdpoint::timestamp
