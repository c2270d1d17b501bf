// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/foldercopy.h>
#include <models/session/hostshell.h>
#include <models/session/hosttransfer.h>
#include <models/session/panerecorder.h>
#include <models/session/runsession.h>

#include <vector>

namespace holdpoint::session {

/// A shell beside the one in which the runbook's commands run, on the same connection.
struct RunSession::FurtherShell
{
    QString name; ///< "web1 (2)"
    int number = 0;
    std::unique_ptr<PaneRecorder> recorder;
    std::unique_ptr<HostShell> shell;
};

/// What a run holds for one of its roles. Destroyed in reverse: the shell before its transport.
struct RunSession::Host
{
    /// Whether its shells live in tmux. What practises does not outlive the program.
    [[nodiscard]] bool isKept() const { return address.kept && !address.practice; }

    QString role;
    HostAddress address;
    std::unique_ptr<Transport> transport;
    std::unique_ptr<PaneRecorder> recorder;
    std::unique_ptr<HostShell> shell;
    std::vector<std::unique_ptr<FurtherShell>> further;
    bool wasConnected = false; ///< by an earlier console
    int lastShell = 1; ///< number of the shell asked for last
    std::map<QString, std::unique_ptr<HostTransfer>> transfers; ///< under way, by the command's id or their own
    std::map<QString, std::unique_ptr<FolderCopy>> folders;     ///< likewise
};

} // namespace holdpoint::session
