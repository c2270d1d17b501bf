// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/signer.h>
#include <models/x509/certificatekey.h>
#include <models/x509/timestamp.h>

#include <QFuture>

#include <functional>
#include <memory>

namespace holdpoint::report {

/// Asks an authority for a time stamp over these bytes; called on the caller's thread, answers later, with a stamp that
/// was checked against the authority's certificates. Implemented in app/timestamp.
using TimeStamper = std::function<QFuture<Result<x509::TimeStamp>>(const QByteArray &message)>;

/// Who vouches for a report; each part may be left out.
struct Endorsements
{
    std::shared_ptr<Signer> signer; ///< SSHSIG over the manifest; null: none
    /// CMS over the manifest and inside the PDF; null: not wanted. An error, when the certificate could not be had: the
    /// report is then written without, and says so.
    Result<std::shared_ptr<const x509::CertificateKey>> certificate;
    TimeStamper stamp; ///< over the signature, or over the manifest where there is none; empty: not wanted
};

} // namespace holdpoint::report
