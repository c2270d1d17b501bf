// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/copyoutcome.h>

#include <QCoreApplication>
#include <QStringList>

namespace holdpoint::session {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("holdpoint::session::CopyOutcome", text); }

} // namespace

QString outcomeText(const files::Copied &copied)
{
    QStringList parts;
    if (copied.wasThere)
        parts.append(tr("the same content stood there already, and nothing was changed"));
    if (copied.changedMeanwhile)
        parts.append(tr("the original changed while it was copied"));
    if (copied.timeLost)
        parts.append(tr("the time of its last change could not be kept"));
    const QString proof =
        copied.wasThere ? tr("%1 bytes, SHA-256 %2") : tr("%1 bytes, read back and compared, SHA-256 %2");
    parts.append(proof.arg(copied.size).arg(copied.sha256));
    return parts.join(QStringLiteral("; "));
}

} // namespace holdpoint::session
