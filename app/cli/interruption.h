// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QSocketNotifier>

#include <memory>

namespace holdpoint::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP end the event loop instead of the process, so that the ledger is closed in
/// order.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace holdpoint::cli
