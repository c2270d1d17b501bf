// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/verifier.h>

namespace holdpoint::session {

/// The verdict on an HTTP request or PromQL query made by the line of execLine(): status, then the conditions on the body;
/// for PromQL every sample must satisfy `value`, and an empty answer passes nothing. Pure.
///
/// No answer of the server, or none that can be read, is Inconclusive unless the request itself failed.
Judgement judgeHttp(const runbooks::Expectation &expectation, const ExecResult &result);
Judgement judgePromQl(const runbooks::Expectation &expectation, const ExecResult &result);

} // namespace holdpoint::session
