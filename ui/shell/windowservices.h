// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/ledger/ledger.h>
#include <models/session/transport.h>
#include <runbooks/document.h>
#include <ui/report/reportservice.h>

#include <optional>

namespace holdpoint::ui {

/// What the window works with; everything behind a reference outlives it.
struct WindowServices
{
    ledger::Ledger &ledger;
    const Clock &clock;
    session::TransportFactory &transports;
    QList<runbooks::Document> library; ///< shipped runbooks; also the fallback for contacts and ladders
    QStringList hostAliases;           ///< of the SSH configuration
    QString operatorName;
    std::optional<session::HostAddress> practiceHost; ///< set: the whole window is marked PRACTICE
    QString practiceWarning; ///< said beside it, where the practice host cannot be contained
    ReportService reports;
};

} // namespace holdpoint::ui
