// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArrayView>
#include <QString>

namespace holdpoint::terminal {

/// A text that a host sent to be shown somewhere else than on the screen: at most Limits::eventTextBytes, no controls.
[[nodiscard]] QString eventText(QByteArrayView text);

} // namespace holdpoint::terminal
