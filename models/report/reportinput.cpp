// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportinput.h>

#include <models/base/bytes.h>

namespace holdpoint::report {

QString ReportSigner::publicKeyLine() const
{
    ByteReader reader(publicKey);
    const QString type = QString::fromLatin1(reader.string());
    return QStringLiteral("%1 %2 %3").arg(type, QString::fromLatin1(publicKey.toBase64()), identity);
}

} // namespace holdpoint::report
