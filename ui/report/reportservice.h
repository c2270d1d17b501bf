// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

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
    bool timestamp = false;
};

/// A report that was made.
struct ExportedReport
{
    QString folder;
    QString timestamp;                   ///< when and by whom it was stamped, in words; empty: it was not
    std::optional<Error> timestampError; ///< why it has no time stamp although one was wanted
};

struct ReportService
{
    QList<SignerChoice> signers;
    QString defaultFolder;
    QString timestampAuthority; ///< who stamps, for people; empty: the settings name nobody
    std::function<QFuture<Result<ExportedReport>>(const ReportRequest &)> exportReport;
    std::function<QFuture<Result<QString>>(const QString &folder)> stampReport; ///< for one that has no stamp; gives it in words
    std::function<QFuture<Result<QString>>(const QString &folder)> verifyReport; ///< gives its verdicts in words

    [[nodiscard]] bool isAvailable() const { return bool(exportReport); }
};

} // namespace holdpoint::ui
