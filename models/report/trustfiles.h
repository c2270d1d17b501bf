// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportverifier.h>

namespace holdpoint::report {

/// Whom somebody trusts when they verify a report: paths, each may be empty.
struct TrustFiles
{
    QString allowedSigners;       ///< of SSH signatures
    QString authorities;          ///< of certificates (PEM)
    QString revocations{};        ///< what those have revoked (PEM)
    QString timestampAuthorities; ///< of time stamps (PEM)

    friend bool operator==(const TrustFiles &, const TrustFiles &) = default;
};

/// What is in them; blocks. Errors: those of readFile(), which name the file; NotFound where no list of
/// revoked certificates is in the file for them, or something else too, or no authority is given whose they are; and where
/// such a list is damaged, or does not say until when it is current.
Result<Trust> readTrust(const TrustFiles &files, const QDateTime &when);

/// The files for which the report has a part, so that no part is missed that it need not have; blocks.
TrustFiles trustForPartsOf(const QString &report, TrustFiles files);

} // namespace holdpoint::report
