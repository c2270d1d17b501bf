// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/documentverbs.h>
#include <app/timestamp/authority.h>
#include <models/x509/timestamp.h>

#include <QJsonObject>

#include <optional>

namespace holdpoint::cli {

/// Adds a time stamp to a report folder; the authority has to be given, or set in the settings.
ExitCode stamp(const QString &folder, const std::optional<timestamp::Authority> &authority, Format format);

QJsonObject stampJson(const x509::TimeStamp &stamp);

} // namespace holdpoint::cli
