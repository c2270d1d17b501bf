// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::ledger {

/// The write-ahead log that SQLite keeps beside a ledger's file (sqlite.org/fileformat2.html, section 4).
QString logPath(const QString &ledgerPath);

/// Whether the log holds anything. After a clean end there is no log.
bool isLogUsed(const QString &ledgerPath);

/// After so many pages SQLite moves its log into the file.
constexpr int logFrames = 2000;

/// Fills the log up with zeros to where it is moved into the file, some 8 MiB. What is written into it then overwrites, and a commit waits for
/// its own bytes only: where a file grows, fdatasync(2) also waits for what the file system notes of that.
/// Zeros are no valid frames, so whoever reads the log stops before them. Without room on the disk nothing is changed.
/// REQUIRES: the caller's connection has the ledger to itself.
void makeLogRoom(const QString &ledgerPath);

} // namespace holdpoint::ledger
