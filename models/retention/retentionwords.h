// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/retention/retentionplan.h>

/// Rules and plans in the words that both programs and the records use.
namespace holdpoint::retention {

/// "recordings of live runs are kept for 90 days"
QString ruleWords(const Rule &rule);
/// "12 attachments, 3.4 MiB"
QString amountWords(quint64 attachments, quint64 bytes);
/// What an erasure does not reach.
QString limitWords();

} // namespace holdpoint::retention
