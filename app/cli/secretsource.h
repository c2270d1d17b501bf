// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QString>

namespace holdpoint::cli {

/// The secret that "env:VAR", "file:PATH" or "keychain:KEY" names: places that no list of processes shows.
/// Errors: Invalid (another word, no such variable), those of readFile() and secrets::SecretStore.
Result<QByteArray> secretFrom(const QString &source);

} // namespace holdpoint::cli
