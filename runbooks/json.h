// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QJsonObject>

namespace holdpoint::runbooks {

/// One document as `holdpoint-cli list --json` prints it: counts.
QJsonObject listJson(const Document &document);
/// One runbook as `holdpoint-cli show --json` prints it: all its parts with line and column.
QJsonObject showJson(const Document &document, const Runbook &runbook);

} // namespace holdpoint::runbooks
