// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QList>
#include <QString>

namespace holdpoint::report {

/// MANIFEST.sha256: what sha256sum(1) writes in text mode, "hex, two spaces, name", one file a line, by name.
struct ManifestLine
{
    QString name; ///< a plain file name, no folder
    QByteArray sha256; ///< 32 bytes

    friend bool operator==(const ManifestLine &, const ManifestLine &) = default;
};

QByteArray writeManifest(QList<ManifestLine> lines);
/// Errors: Invalid with the line's number, for a name that is no plain file name, a name given twice, or another format.
Result<QList<ManifestLine>> readManifest(const QByteArray &bytes);

} // namespace holdpoint::report
