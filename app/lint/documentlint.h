// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

namespace holdpoint::app {

enum class Shellcheck { WhereInstalled, Skip };

/// Our findings and shellcheck's, in the order of the source. Waits for shellcheck: call it off the GUI thread.
QList<runbooks::Diagnostic> lintDocument(const runbooks::Document &document, const QList<runbooks::Contact> &contacts,
                                         Shellcheck wanted);

} // namespace holdpoint::app
