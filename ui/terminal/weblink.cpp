// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/weblink.h>

#include <QCoreApplication>
#include <QStringList>

namespace holdpoint::ui {

QUrl webLink(const QByteArray &target)
{
    const QUrl url = QUrl::fromEncoded(target, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

QString linkText(const QUrl &link)
{
    constexpr qsizetype lineLength = 90;
    constexpr qsizetype mostLines = 6;
    const QString address = link.toString(QUrl::FullyEncoded);
    QStringList lines;
    for (qsizetype begin = 0; begin < address.size() && lines.size() < mostLines; begin += lineLength)
        lines += address.mid(begin, lineLength);
    if (address.size() > lineLength * mostLines)
        lines.last() += QStringLiteral("…");
    return QCoreApplication::translate("WebLink", "This link goes to %1.\n%2\nCtrl+click opens it.")
        .arg(link.host(QUrl::FullyEncoded), lines.join(QLatin1Char('\n')));
}

} // namespace holdpoint::ui
