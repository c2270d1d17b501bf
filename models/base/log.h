// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QString>

namespace holdpoint {
class Redactor;
}

namespace holdpoint::log {

/// Writes to `directory`/holdpoint.log from now on: 5 files of 2 MiB, mode 0600, through the redaction filter.
/// Errors: Io when the folder or file cannot be written.
Result<> start(const QString &directory);

/// Every secret the redactor knows is masked in lines written from now on. Any thread.
void redactWith(const Redactor &redactor);

/// One line each, control characters made visible, any thread. Before start() they go nowhere.
void debug(const QString &message);
void info(const QString &message);
void warning(const QString &message);
void error(const QString &message);

} // namespace holdpoint::log
