// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/htmlpage.h>

#include <models/base/text.h>
#include <models/report/stylesheet.h>

#include <algorithm>

namespace holdpoint::report {

namespace {

// QTextDocument lays a table out in time that grows with the square of its rows.
constexpr qsizetype paperRows = 100;

QString toneName(HtmlPage::Tone tone)
{
    switch (tone) {
    case HtmlPage::Tone::Good:
        return QStringLiteral("good");
    case HtmlPage::Tone::Warning:
        return QStringLiteral("warning");
    case HtmlPage::Tone::Bad:
        return QStringLiteral("bad");
    case HtmlPage::Tone::Plain:
        break;
    }
    return QStringLiteral("plain");
}

/// Ink and ground on paper.
std::pair<QString, QString> toneColours(HtmlPage::Tone tone)
{
    switch (tone) {
    case HtmlPage::Tone::Good:
        return {QStringLiteral("#0b6138"), QStringLiteral("#e0f3e8")};
    case HtmlPage::Tone::Warning:
        return {QStringLiteral("#704500"), QStringLiteral("#fff0cf")};
    case HtmlPage::Tone::Bad:
        return {QStringLiteral("#9f1c17"), QStringLiteral("#fce8e7")};
    case HtmlPage::Tone::Plain:
        break;
    }
    return {QStringLiteral("#1a2330"), QStringLiteral("#f0f3f7")};
}

} // namespace

Html HtmlPage::time(const QDateTime &utc) const
{
    return Html::text(utc.isValid() ? timeWithLocal(utc) : say("summary", "not yet"));
}

Html HtmlPage::chip(const QString &words, Tone tone) const
{
    if (m_medium == Medium::Screen) {
        return Html(QStringLiteral("<span class=\"chip %1\">%2</span>").arg(toneName(tone), Html::text(words).string()));
    }
    return Html(QStringLiteral("<b style=\"color:%1\">%2</b>").arg(toneColours(tone).first, Html::text(words).string()));
}

void HtmlPage::notice(const Html &title, const Html &body, Tone tone)
{
    if (m_medium == Medium::Screen) {
        add(QStringLiteral("<div class=\"notice %1\" role=\"note\"><strong>%2</strong> %3</div>\n")
                .arg(toneName(tone), title.string(), body.string()));
        return;
    }
    const auto [ink, ground] = toneColours(tone);
    add(QStringLiteral("<table width=\"100%\" cellpadding=\"8\" cellspacing=\"0\" border=\"0\" "
                       "style=\"margin-top:4px;margin-bottom:4px\"><tr><td bgcolor=\"%1\">"
                       "<p style=\"color:%2\"><b>%3</b>%4</p></td></tr></table>\n")
            .arg(ground, ink, title.string(), body.isEmpty() ? QString() : QStringLiteral("<br>") + body.string()));
}

void HtmlPage::title(const Html &kicker, const Html &name)
{
    add(QStringLiteral("<p class=\"kicker\">%1</p>\n<h1>%2</h1>\n").arg(kicker.string(), name.string()));
}

void HtmlPage::section(const QString &id, const Html &heading)
{
    if (m_contents.isEmpty())
        m_head = std::exchange(m_body, QString());
    else if (m_medium == Medium::Screen)
        add(QStringLiteral("</section>\n"));
    m_contents.append({id, heading});
    // Paper: <small> takes the size of the heading away, which a style on a span does not.
    const QString markup = m_medium == Medium::Screen
        ? QStringLiteral("<section aria-labelledby=\"%1\">\n<h2 id=\"%1\">%2%3</h2>\n")
        : QStringLiteral("<h2 id=\"%1\">%2%3</h2>\n");
    const QString mark = m_medium == Medium::Screen ? QStringLiteral(" <span class=\"mark\">%1</span>")
                                                    : QStringLiteral(" &#160; <small class=\"mark\">%1</small>");
    add(markup.arg(id, heading.string(), m_mark.isEmpty() ? QString() : mark.arg(Html::text(m_mark).string())));
}

void HtmlPage::subheading(const Html &heading, const Html &chip)
{
    add(QStringLiteral("<h3>%1 %2</h3>\n").arg(heading.string(), chip.string()));
}

void HtmlPage::smallHeading(const Html &heading) { add(QStringLiteral("<h4>%1</h4>\n").arg(heading.string())); }

void HtmlPage::paragraph(const Html &content) { add(QStringLiteral("<p>%1</p>\n").arg(content.string())); }

void HtmlPage::list(const QList<Html> &items)
{
    add(QStringLiteral("<ul>\n"));
    for (const Html &item : items)
        add(QStringLiteral("<li>%1</li>\n").arg(item.string()));
    add(QStringLiteral("</ul>\n"));
}

void HtmlPage::facts(const QList<Fact> &facts)
{
    const bool screen = m_medium == Medium::Screen;
    add(screen ? QStringLiteral("<dl>\n")
               : QStringLiteral("<table width=\"100%\" cellpadding=\"2\" cellspacing=\"0\" border=\"0\">\n"));
    const QString row = screen ? QStringLiteral("<dt>%1</dt><dd>%2</dd>\n")
                               : QStringLiteral("<tr><td width=\"20%\" class=\"name\">%1</td><td width=\"80%\">%2</td></tr>\n");
    for (const Fact &fact : facts) {
        if (!fact.value.isEmpty())
            add(row.arg(Html::text(fact.name).string(), fact.value.string()));
    }
    add(screen ? QStringLiteral("</dl>\n") : QStringLiteral("</table>\n"));
}

void HtmlPage::figure(const Figure &figure)
{
    if (m_medium == Medium::Paper) {
        // Not tagged, so what the picture shows stands below it in words for everybody.
        add(QStringLiteral("<p><img src=\"data:image/svg+xml;base64,%1\" alt=\"%2\"/></p>\n<p class=\"note\">%2 %3.</p>\n")
                .arg(QString::fromLatin1(figure.svg.toUtf8().toBase64()), Html::text(figure.description).string(),
                     Html::text(figure.linkWords).string()));
        return;
    }
    add(QStringLiteral("<figure>\n<div class=\"scroll\" tabindex=\"0\">\n"));
    add(figure.svg);
    add(QStringLiteral("</div>\n<figcaption><a href=\"#%1\">%2</a></figcaption>\n</figure>\n<div id=\"%1\"></div>\n")
            .arg(figure.tableId, Html::text(figure.linkWords).string()));
}

void HtmlPage::block(const QString &foreign, Block kind)
{
    const QString shown = visibleControlsKeepingLines(foreign).toHtmlEscaped();
    if (m_medium == Medium::Screen) {
        // The parser drops one line feed after <pre>; ours is the one it drops.
        const auto mark = kind == Block::Command ? QLatin1String(" class=\"command\"") : QLatin1String();
        add(QStringLiteral("<pre%1 tabindex=\"0\">\n%2</pre>\n").arg(mark, shown));
    } else {
        add(QStringLiteral("<table width=\"100%\" cellpadding=\"5\" cellspacing=\"0\" border=\"0\" "
                           "style=\"margin-top:2px;margin-bottom:5px\"><tr><td bgcolor=\"#f0f3f7\"><pre>%1</pre>"
                           "</td></tr></table>\n")
                .arg(shown));
    }
}

void HtmlPage::table(const QString &caption, const QList<Column> &columns, const QList<QList<Html>> &rows)
{
    if (m_medium == Medium::Screen) {
        addTable(caption, columns, rows);
        return;
    }
    for (qsizetype from = 0; from < std::max<qsizetype>(rows.size(), 1); from += paperRows)
        addTable(from == 0 ? caption : QString(), columns, rows.mid(from, paperRows));
}

void HtmlPage::addTable(const QString &caption, const QList<Column> &columns, const QList<QList<Html>> &rows)
{
    const bool screen = m_medium == Medium::Screen;
    const QString shownCaption = Html::text(caption).string();
    if (screen) {
        add(QStringLiteral("<div class=\"scroll\"><table>\n<caption>%1</caption>\n<thead><tr>").arg(shownCaption));
    } else {
        if (!caption.isEmpty())
            add(QStringLiteral("<h6>%1</h6>").arg(shownCaption));
        add(QStringLiteral("<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\" border=\"1\" "
                           "style=\"border-collapse:collapse;border-style:solid;border-color:#c4ccd6\">\n<thead><tr>"));
    }
    for (const Column &column : columns) {
        const QString attribute = screen ? QStringLiteral(" style=\"width:%1%\"") : QStringLiteral(" width=\"%1%\"");
        const QString width = column.percent > 0 ? attribute.arg(column.percent) : QString();
        add(QStringLiteral("<th scope=\"col\"%1>%2</th>").arg(width, Html::text(column.name).string()));
    }
    add(QStringLiteral("</tr></thead>\n<tbody>\n"));
    // On paper a row's last cell must not be empty: QTextDocument loses the space above what follows the table.
    const QString nothing = screen ? QString() : QStringLiteral("&#160;");
    for (const QList<Html> &row : rows) {
        add(QStringLiteral("<tr>"));
        for (const Html &cell : row)
            add(QStringLiteral("<td>%1</td>").arg(cell.string().isEmpty() ? nothing : cell.string()));
        add(QStringLiteral("</tr>\n"));
    }
    add(screen ? QStringLiteral("</tbody></table></div>\n") : QStringLiteral("</tbody></table>\n"));
}

QString HtmlPage::finish(const QString &title) const
{
    const QString shownTitle = visibleControls(title).toHtmlEscaped();
    const auto shown = [this](const char *english) { return say("page", english).toHtmlEscaped(); };
    if (m_medium == Medium::Paper) {
        //: Stands below each page of the PDF
        const QString footer = shown(QT_TRANSLATE_NOOP("page", "Page %1 of %2"));
        return QStringLiteral("<html lang=\"") + m_language.tag()
               + QStringLiteral("\"><head><meta name=\"footer\" content=\"") + footer + QStringLiteral("\"/><title>")
               + shownTitle + QStringLiteral("</title><style>") + paperStyle()
               + QStringLiteral("</style></head><body>\n") + m_head + m_body + QStringLiteral("</body></html>\n");
    }
    QString contents;
    for (const Entry &entry : m_contents)
        contents += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(entry.id, entry.heading.string());
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + m_language.tag()
           + QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n<title>") + shownTitle
           + QStringLiteral("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                            "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<style>")
           + screenStyle() + QStringLiteral("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">")
           + shown(QT_TRANSLATE_NOOP("page", "Skip to the report")) + QStringLiteral("</a>\n<header>\n") + m_head
           + QStringLiteral("</header>\n<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">")
           + shown(QT_TRANSLATE_NOOP("page", "Contents")) + QStringLiteral("</h2>\n<ol>\n") + contents
           + QStringLiteral("</ol>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n") + m_body
           + QStringLiteral("</section>\n</main>\n<footer>\n<p>") + shownTitle
           + QStringLiteral("</p>\n</footer>\n</body>\n</html>\n");
}

} // namespace holdpoint::report
