// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QJsonObject>
#include <QString>

/// Who is who in a pseudonymous report, in a file beside it that its recipients do not get.
namespace holdpoint::report {

/// Whether who is who can be kept there. Errors: Invalid, when something stands at the path or its folder is not there.
Result<> checkKeyFile(const QString &path);

/// Writes it into a new file that only its owner reads; what stands at the path stays as it is. Errors: Io.
Result<> writeKeyFile(const QString &path, const QByteArray &run, const QJsonObject &pseudonyms);

} // namespace holdpoint::report
