// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/localfile.h>
#include <models/files/tree.h>

namespace holdpoint::files {

/// What lies below a folder of this machine, or below these names in it, which may be links: a person meant where they
/// lead. Waits for the disk.
/// Errors: NotFound, Invalid for what is no folder or holds too much, Io for one that cannot be read, Cancelled.
Result<Tree> readLocalTree(const QString &folder, const QStringList &names, const CancelFlag &cancel,
                           TreeLimits limits = {});

} // namespace holdpoint::files
