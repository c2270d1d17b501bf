// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/x509/timestamp.h>

namespace holdpoint::ui {

/// When a report was stamped and by whom, as a sentence.
QString stampWords(const x509::TimeStamp &stamp);

/// The report that somebody chose in a file dialog, which takes no folder among files: that of a file that is in every report
/// stands for it. Empty where nothing was chosen.
QString reportOf(const QString &chosen);

} // namespace holdpoint::ui
