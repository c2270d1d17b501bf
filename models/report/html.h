// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace holdpoint::report {

/// A piece of finished markup. Foreign text becomes Html only through text() and code(), which neutralise and escape
/// it, so that nothing a host, runbook or person wrote can become markup.
class Html
{
public:
    Html() = default;

    /// Our own markup, as written in our source.
    static Html markup(QLatin1String literal) { return Html(QString(literal)); }
    /// Foreign text: control, bidi and zero-width characters are made visible, the rest is escaped; lines stay.
    static Html text(const QString &foreign);
    static Html code(const QString &foreign);
    static Html strong(const Html &inner);
    /// The pieces with `separator` between those that are not empty.
    static Html joined(const QList<Html> &pieces, const Html &separator);

    [[nodiscard]] const QString &string() const { return m_markup; }
    [[nodiscard]] bool isEmpty() const { return m_markup.isEmpty(); }

    Html &operator+=(const Html &other)
    {
        m_markup += other.m_markup;
        return *this;
    }
    friend Html operator+(Html left, const Html &right) { return left += right; }

private:
    explicit Html(QString markup) : m_markup(std::move(markup)) {}
    friend class HtmlPage;

    QString m_markup;
};

/// "2026-09-21 13:33:20 UTC"
QString timeText(const QDateTime &utc);
/// The same, and the local time with its offset where that differs.
QString timeWithLocal(const QDateTime &utc);
/// "1 h 02 min 03 s", "3.2 s"; empty when either end is unknown.
QString durationText(const QDateTime &from, const QDateTime &to);

} // namespace holdpoint::report
