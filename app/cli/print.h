// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QJsonObject>
#include <QString>

namespace holdpoint::cli {

/// One JSON document on standard output, indented.
void print(const QJsonObject &json);
/// One JSON object on a line of its own.
void printLine(const QJsonObject &json);
/// Text on standard output with control characters made visible.
void print(const QString &text);

/// Whether all that was printed so far could be written.
bool isPrinted();

} // namespace holdpoint::cli
