// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

#include <optional>

namespace holdpoint::ui {

/// How well `pattern` fits `text` as letters in order: higher is better, nothing when a letter is missing. Letters that
/// follow each other or start a word count more. An empty pattern fits everything with 0.
std::optional<int> fuzzyScore(const QString &pattern, const QString &text);

} // namespace holdpoint::ui
