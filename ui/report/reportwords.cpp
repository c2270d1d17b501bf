// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/reportwords.h>

#include <models/base/text.h>

#include <models/report/reportinput.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace holdpoint::ui {

QString stampWords(const x509::TimeStamp &stamp)
{
    return QCoreApplication::translate("holdpoint::ui::ReportWords", "Time stamp: %1 UTC by %2.")
        .arg(stamp.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), visibleControls(stamp.authority));
}

QString reportOf(const QString &chosen)
{
    const QFileInfo file(chosen);
    return file.fileName() == QString::fromUtf16(report::manifestName) ? file.path() : chosen;
}

} // namespace holdpoint::ui
