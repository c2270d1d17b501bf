// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

namespace holdpoint::files {

/// Why a name that a host lists in a folder cannot be used as one here, in words; empty when it can. A name that holds a
/// slash or is ".." would lead out of the folder, and one that is no UTF-8 could not be asked for again.
QString nameProblem(const QByteArray &name);

} // namespace holdpoint::files
