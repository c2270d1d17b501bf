// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/error.h>

namespace holdpoint {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return QStringLiteral("Invalid");
    case ErrorKind::NotFound: return QStringLiteral("NotFound");
    case ErrorKind::Io: return QStringLiteral("Io");
    case ErrorKind::Busy: return QStringLiteral("Busy");
    case ErrorKind::Timeout: return QStringLiteral("Timeout");
    case ErrorKind::Cancelled: return QStringLiteral("Cancelled");
    case ErrorKind::Disconnected: return QStringLiteral("Disconnected");
    case ErrorKind::AuthDenied: return QStringLiteral("AuthDenied");
    case ErrorKind::HostKeyUnknown: return QStringLiteral("HostKeyUnknown");
    case ErrorKind::HostKeyChanged: return QStringLiteral("HostKeyChanged");
    case ErrorKind::Corrupt: return QStringLiteral("Corrupt");
    case ErrorKind::NotPermitted: return QStringLiteral("NotPermitted");
    }
    return {};
}

} // namespace holdpoint
