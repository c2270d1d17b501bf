// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>

namespace holdpoint::session {

/// What came of a file that arrived, in one sentence for people: whatever is not as one would expect stands first.
QString outcomeText(const files::Copied &copied);

} // namespace holdpoint::session
