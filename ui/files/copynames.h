// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/files/copybar.h>

namespace holdpoint::ui {

/// What is copied, by its path on the side that it comes from: "/home/ada/shop.conf", "3 names of ~/logs".
QString subjectOf(const files::TransferOrder &order);
/// The same by its name alone, where room is short: "shop.conf".
QString shortSubjectOf(const files::TransferOrder &order);

/// What happens to copies under way when what they go over is closed: which they are, and what is kept of them. Empty
/// without any.
QString endingWords(const QList<Copy> &running);

} // namespace holdpoint::ui
