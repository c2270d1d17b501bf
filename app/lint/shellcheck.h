// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/document.h>

namespace holdpoint::app {

/// What shellcheck(1) says about the document's shell blocks, at their places in the document.
///
/// Runs one process for all blocks; placeholders are plain words to it. Waits for at most 20 seconds: call it from the pool
/// or a program without a window. Nothing of the document is executed.
/// Errors: NotFound when it is not installed, Timeout, Io.
Result<QList<runbooks::Diagnostic>> shellcheck(const runbooks::Document &document);

} // namespace holdpoint::app
