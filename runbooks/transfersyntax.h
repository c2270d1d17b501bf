// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/shellsyntax.h>

#include <QString>

namespace holdpoint::runbooks {

/// One line of an `sftp` block: a file or folder to put on the host or to get from it.
struct TransferLine
{
    enum class Direction { Put, Get };
    enum class Extent { File, Folder };
    Direction direction = Direction::Put;
    Extent extent = Extent::File;
    QString local;  ///< a put: relative to the runbook's folder; a get: the name it is kept under
    QString remote; ///< on the host; "~/x" and "x" begin in the login's home folder
};

/// Reads `put [-r] LOCAL REMOTE` or `get [-r] REMOTE [LOCAL]`, words quoted as sftp(1) has them. A folder's paths name the
/// folder itself at either side; where one is put, a slash at the end of REMOTE means: under its own name in there.
/// Errors: Invalid for anything else, and for a local path that leaves its folder.
Result<TransferLine> readTransfer(const QString &line);

/// Cuts an `sftp` block into its lines; `#` begins a comment line.
QList<ShellPiece> splitTransfers(const QString &block);

} // namespace holdpoint::runbooks
