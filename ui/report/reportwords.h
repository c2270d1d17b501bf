// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/x509/timestamp.h>

namespace holdpoint::ui {

/// When a report was stamped and by whom, as a sentence.
QString stampWords(const x509::TimeStamp &stamp);

} // namespace holdpoint::ui
