// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/html.h>

#include <models/base/text.h>

namespace holdpoint::report {

Html Html::text(const QString &foreign)
{
    return Html(visibleControlsKeepingLines(foreign).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

Html Html::code(const QString &foreign)
{
    return Html(QStringLiteral("<code>%1</code>").arg(text(foreign).m_markup));
}

Html Html::strong(const Html &inner) { return Html(QStringLiteral("<strong>") + inner.m_markup + QStringLiteral("</strong>")); }

Html Html::joined(const QList<Html> &pieces, const Html &separator)
{
    Html all;
    for (const Html &piece : pieces) {
        if (!piece.isEmpty())
            all += all.isEmpty() ? piece : separator + piece;
    }
    return all;
}

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : QString();
}

QString timeWithLocal(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    if (local.offsetFromUtc() == 0)
        return timeText(utc);
    return QStringLiteral("%1 (%2)").arg(
        timeText(utc), local.toOffsetFromUtc(local.offsetFromUtc()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t")));
}

QString durationText(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid())
        return {};
    const qint64 ms = from.msecsTo(to);
    if (ms < 60'000)
        return QStringLiteral("%1 s").arg(double(ms) / 1000.0, 0, 'f', 1);
    const qint64 seconds = ms / 1000;
    const auto padded = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = QStringLiteral("%1 min %2 s");
    if (seconds < 3600)
        return minutes.arg(seconds / 60).arg(padded(seconds % 60));
    return QStringLiteral("%1 h ").arg(seconds / 3600) + minutes.arg(padded(seconds / 60 % 60), padded(seconds % 60));
}

} // namespace holdpoint::report
