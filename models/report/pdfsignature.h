// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/x509/certificatekey.h>

#include <QByteArray>
#include <QDateTime>

#include <optional>

/// Signatures inside PDF files (ISO 32000-1 section 12.8), baseline PAdES-B-B (ETSI EN 319 142-1).
namespace holdpoint::report {

/// The PDF with a signature over all of it, as an incremental update: the file's own bytes stay as they are.
/// For files with a classic cross-reference table, as holdpoint-pdf writes them. Errors: Invalid (another file), Io.
Result<QByteArray> signPdf(const QByteArray &pdf, const x509::CertificateKey &key, const QDateTime &when);

/// A signature as it stands in a file.
struct PdfSignature
{
    QByteArray cms;         ///< DER
    QByteArray signedBytes; ///< everything but the hexadecimal text that holds `cms`
};

/// The one signature of a report's PDF, which covers the whole file; nothing when the file has none.
/// Errors: Corrupt when it does not cover all of it ("changed after signing"), when there are several, or when its range
/// leaves out more than itself.
Result<std::optional<PdfSignature>> findPdfSignature(const QByteArray &pdf);

} // namespace holdpoint::report
