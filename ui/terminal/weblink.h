// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace holdpoint::ui {

/// The target of a host's link (OSC 8) where a browser opens it: http or https with a host in it. Else an invalid URL: a host
/// may name any target, and `file:` or a program's own scheme would act on the operator's machine.
[[nodiscard]] QUrl webLink(const QByteArray &target);

/// Where a link goes and how it is opened, in words: the host first, because a long address may hide it, then the address as it is
/// sent. Encoded as it is, it holds no mark-up that a tool tip would obey, and no character of another script that looks like one
/// of this.
[[nodiscard]] QString linkText(const QUrl &link);

} // namespace holdpoint::ui
