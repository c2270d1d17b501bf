// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/weblink.h>

namespace holdpoint::ui {

QUrl webLink(const QByteArray &target)
{
    const QUrl url = QUrl::fromEncoded(target, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

} // namespace holdpoint::ui
