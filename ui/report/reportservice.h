// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>

#include <functional>

/// What the window needs to make reports; given to it by the program, so that ui knows no key store and no renderer.
namespace holdpoint::ui {

struct SignerChoice
{
    QString id;    ///< given back in the request
    QString label; ///< "ops@noc (ssh-agent, SHA256:…)"
};

struct ReportRequest
{
    QByteArray runId;
    QString folder;   ///< the report becomes a new folder in this one
    QString signerId; ///< empty: not signed
};

struct ReportService
{
    QList<SignerChoice> signers;
    QString defaultFolder;
    std::function<QFuture<Result<QString>>(const ReportRequest &)> exportReport; ///< gives the report's folder
    std::function<QFuture<Result<QString>>(const QString &folder)> verifyReport; ///< gives its verdicts in words

    [[nodiscard]] bool isAvailable() const { return bool(exportReport); }
};

} // namespace holdpoint::ui
