// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QUrl>

namespace holdpoint::ui {

/// The target of a host's link (OSC 8) where a browser opens it: http or https with a host in it. Else an invalid URL: a host
/// may name any target, and `file:` or a program's own scheme would act on the operator's machine.
[[nodiscard]] QUrl webLink(const QByteArray &target);

} // namespace holdpoint::ui
