// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/escalation/policy.h>
#include <models/ledger/ledger.h>
#include <models/session/transport.h>
#include <runbooks/document.h>
#include <ui/report/reportservice.h>

#include <optional>

#include <functional>

namespace holdpoint::ui {

/// What the window works with; everything behind a reference outlives it.
struct WindowServices
{
    ledger::Ledger &ledger;
    const Clock &clock;
    session::TransportFactory &transports;
    QList<runbooks::Document> library; ///< shipped runbooks
    escalation::PolicyOf policyOf;     ///< whom a runbook's run calls
    QStringList hostAliases;           ///< of the SSH configuration
    QString operatorName;
    std::optional<session::HostAddress> practiceHost; ///< set: the whole window is marked PRACTICE
    QString shippedFolder; ///< of runbooks that came with the program: trusted as they were installed
    /// What lint finds in a document; called off the GUI thread.
    std::function<QList<runbooks::Diagnostic>(const runbooks::Document &)> lint;
    QString practiceWarning; ///< said beside it, where the practice host cannot be contained
    QString filesFolder; ///< where files from hosts are kept
    QString retentionRules; ///< the file with the rules for retention
    ReportService reports;
    /// Where the terminals of this runbook's runs were when they were last arranged; may be empty.
    std::function<QByteArray(const QString &runbook)> paneLayout;
    QStringList recentHosts; ///< addresses connected to outside runs, the last one first
};

} // namespace holdpoint::ui
