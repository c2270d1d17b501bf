// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/error.h>

#include <QString>

namespace holdpoint::ui {

/// Words for people: what happened, what was kept, what to do next. Plain text, safe to show.
QString describe(const Error &error);

} // namespace holdpoint::ui
