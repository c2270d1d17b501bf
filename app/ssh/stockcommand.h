// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshoptions.h>

#include <models/base/result.h>
#include <models/session/transport.h>

#include <QByteArray>
#include <QList>

namespace holdpoint::ssh {

/// Where ssh(1) meets us: in one folder that is nobody else's.
struct StockFolder
{
    QByteArray path;
    [[nodiscard]] QByteArray control() const { return path + "/c"; }   ///< ControlPath: the master listens here
    [[nodiscard]] QByteArray questions() const { return path + "/q"; } ///< the helper asks here
    [[nodiscard]] QByteArray log() const { return path + "/log"; }     ///< a FIFO
};

/// The helper program, beside the running program or where it is installed: it hands on what ssh asks, and ends ssh with
/// us.
QString askpassProgram();

/// The whole argument list, helper and ssh(1) included, that makes a master connection to the host. What a person's
/// configuration says is done, except what would weaken the check of the host key or give the host a way back to this
/// machine.
///
/// Errors: NotFound when a program is missing, Invalid for names and paths that cannot be passed on unharmed.
Result<QList<QByteArray>> stockCommand(const session::HostAddress &address, const SshOptions &options,
                                       const StockFolder &folder);

/// The program's own environment, with the helper for all questions. `token` shows the helper to be ours.
QList<QByteArray> stockEnvironment(const QString &askpass, const StockFolder &folder, const QByteArray &token);

} // namespace holdpoint::ssh
