// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timelinesvg.h>

#include <models/base/text.h>
#include <models/timeline/axis.h>
#include <models/timeline/timelinerows.h>
#include <models/timeline/timelinewords.h>

#include <algorithm>
#include <array>

namespace holdpoint::timeline {

namespace {

constexpr double screenWidth = 1200;
constexpr double paperWidth = 820;
constexpr double namesWidth = 150;
constexpr double rightMargin = 84; // for the label of what happened last, in English
constexpr double rowHeight = 22;
constexpr double barHeight = 14;
constexpr double narrowestBar = 6;
constexpr double laneGap = 8;
constexpr double titleHeight = 34;
constexpr double axisHeight = 26;
constexpr double legendHeight = 30; // of its first line
constexpr double legendLine = 18;
constexpr double edge = 12;            // between the picture's side and words
constexpr double characterWidth = 6.6; // at 11 px, wide enough for the usual fonts
constexpr qsizetype laneCharacters = 20;
constexpr int ticks = 8;

/// U+FFFE and U+FFFF must not stand in XML.
QString escaped(const QString &text)
{
    QString shown = visibleControls(text);
    for (const char16_t unit : {u'\ufffe', u'\uffff'})
        shown.replace(QChar(unit), QChar(QChar::ReplacementCharacter));
    return shown.toHtmlEscaped();
}

QString number(double value) { return QString::number(value, 'f', 1); }

QString dayAndTime(const QDateTime &utc) { return utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")); }

/// Colours on light ground stand as attributes, which every viewer knows; a style sheet has those on dark ground and on paper.
/// Text keeps 4.5:1 and bars 3:1 against the ground, in both (WCAG 2.2, 1.4.3 and 1.4.11).
struct Ink
{
    const char *name; ///< class, and what it colours
    const char *light;
    const char *dark;
};
constexpr std::array inks{Ink{"ground", "#ffffff", "#19212b"},  Ink{"ink", "#1a2330", "#e4e9f0"},
                          Ink{"dim", "#4c596b", "#a9b5c4"},     Ink{"rule", "#d3dae3", "#35414f"},
                          Ink{"good", "#1c7c4c", "#5cc492"},    Ink{"bad", "#b3261e", "#ff8f87"},
                          Ink{"warning", "#96600a", "#f0b95a"}, Ink{"plain", "#5b6b80", "#8fa0b5"}};
constexpr Ink openInk{"open", "#0a56a3", "#7fbcff"};

QLatin1String lightOf(QLatin1String name)
{
    return QLatin1String(std::ranges::find(inks, name, [](const Ink &one) { return QLatin1String(one.name); })->light);
}

QString filled(QLatin1String name) { return QStringLiteral("class=\"%1\" fill=\"%2\"").arg(name, lightOf(name)); }

/// Of what has not ended: an outline.
QString outlined()
{
    return QStringLiteral("class=\"open\" fill=\"none\" stroke=\"%1\" stroke-width=\"2\" stroke-dasharray=\"4 2\"")
        .arg(QLatin1String(openInk.light));
}

QString barLook(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Good: return filled(QLatin1String("good"));
    case Outcome::Warning: return filled(QLatin1String("warning"));
    case Outcome::Bad: return filled(QLatin1String("bad"));
    case Outcome::Open: return outlined();
    case Outcome::Plain: break;
    }
    return filled(QLatin1String("plain"));
}

QString styleSheet()
{
    QString dark;
    for (const Ink &ink : inks)
        dark += QStringLiteral(".timeline .%1{fill:%2}").arg(QLatin1String(ink.name), QLatin1String(ink.dark));
    return QStringLiteral(
               "<style>@media screen and (prefers-color-scheme:dark){%1.timeline .open{stroke:%2}}</style>\n")
        .arg(dark, QLatin1String(openInk.dark));
}

double textWidth(const QString &text) { return double(text.size()) * characterWidth; }

/// More where another language has a longer word for the stage that mostly is the last.
double rightMarginFor(const Language &language)
{
    const char *last = "Verification";
    return rightMargin + std::max(0.0, textWidth(language.say("stage", last)) - textWidth(QLatin1String(last)));
}

/// What the colours mean: each after the one before, on a new line where the width is used up.
struct LegendEntry
{
    Outcome outcome;
    QString text;
    double at;
    int line;
};

QList<LegendEntry> legendOf(const Language &language, double width)
{
    QList<LegendEntry> entries;
    double at = edge;
    int line = 0;
    for (const auto &[outcome, words] :
         {std::pair(Outcome::Good, QT_TRANSLATE_NOOP("timeline", "as it should be")),
          std::pair(Outcome::Warning, QT_TRANSLATE_NOOP("timeline", "with an exception, or waiting")),
          std::pair(Outcome::Bad, QT_TRANSLATE_NOOP("timeline", "failed or unknown")),
          std::pair(Outcome::Open, QT_TRANSLATE_NOOP("timeline", "not ended")),
          std::pair(Outcome::Plain, QT_TRANSLATE_NOOP("timeline", "neither"))}) {
        const QString text =
            QStringList{markOf(outcome), language.say("timeline", words)}.join(QLatin1Char(' ')).trimmed();
        if (at > edge && at + 17 + textWidth(text) + edge > width) {
            at = edge;
            ++line;
        }
        entries.append({outcome, text, at, line});
        at += 40 + textWidth(text);
    }
    return entries;
}

/// Writes one picture from top to bottom.
class Picture
{
public:
    Picture(const Timeline &timeline, SvgUse use)
        : m_timeline(timeline)
        , m_use(use)
        , m_width(use == SvgUse::Paper ? paperWidth : screenWidth)
        , m_scale((m_width - namesWidth - rightMarginFor(timeline.language))
                  / double(std::max<qint64>(timeline.durationMs, 1)))
        , m_rows(arrangementOf(timeline, [this](const Item &item) { return extentOf(item); }))
        , m_top(use == SvgUse::Standalone ? titleHeight : 0)
        , m_bottom(m_top + axisHeight + m_rows.rows * rowHeight + double(timeline.lanes.size()) * laneGap)
        , m_legend(legendOf(timeline.language, m_width))
        , m_height(m_bottom + legendHeight + m_legend.last().line * legendLine)
    {
    }

    QString draw()
    {
        m_svg =
            m_use == SvgUse::Standalone ? QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") : QString();
        // HTML knows the element without its name space.
        const QString nameSpace =
            m_use == SvgUse::Inline ? QString() : QStringLiteral(" xmlns=\"http://www.w3.org/2000/svg\"");
        m_svg += QStringLiteral("<svg%3 class=\"timeline\" viewBox=\"0 0 %1 %2\" font-family=\"%4\" "
                                "font-size=\"11\" role=\"img\" aria-labelledby=\"timeline-title timeline-desc\">\n")
                     .arg(number(m_width), number(m_height), nameSpace, fonts());
        m_svg += QStringLiteral("<title id=\"timeline-title\">%1</title>\n<desc id=\"timeline-desc\">%2</desc>\n")
                     .arg(escaped(say("timeline", "Timeline of the run: %1").arg(m_timeline.runbook)),
                          escaped(descriptionOf(m_timeline)));
        if (m_use != SvgUse::Paper)
            m_svg += styleSheet();
        m_svg += QStringLiteral("<rect %3 width=\"%1\" height=\"%2\"/>\n")
                     .arg(number(m_width), number(m_height), filled(QLatin1String("ground")));
        if (m_use == SvgUse::Standalone)
            addTitle();
        addAxis();
        addLanes();
        for (qsizetype i = 0; i < m_timeline.items.size(); ++i)
            addItem(m_timeline.items[i], m_rows.places[i]);
        addLegend();
        return m_svg + QStringLiteral("</svg>\n");
    }

private:
    [[nodiscard]] QString say(const char *context, const char *english) const
    {
        return m_timeline.language.say(context, english);
    }
    /// On paper Qt's renderer gives letters without a stroke a black one, which hides them on a dark bar.
    [[nodiscard]] QString outline(const char *ink) const
    {
        return m_use == SvgUse::Paper
                   ? QStringLiteral(" stroke=\"%1\" stroke-width=\"0.1\"").arg(lightOf(QLatin1String(ink)))
                   : QString();
    }
    [[nodiscard]] QString fonts() const
    {
        return m_use == SvgUse::Paper ? QStringLiteral("DejaVu Sans")
                                      : QStringLiteral("system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif");
    }
    [[nodiscard]] double x(qint64 ms) const { return namesWidth + double(ms) * m_scale; }
    [[nodiscard]] double rowTop(int lane, int row) const
    {
        return m_top + axisHeight + row * rowHeight + (lane + 0.5) * laneGap;
    }

    [[nodiscard]] Extent extentOf(const Item &item) const
    {
        const double from = x(item.fromMs);
        const double to = std::max(x(item.toMs), from + narrowestBar);
        const double label = textWidth(captionOf(item));
        const bool isInside = label + 8 <= to - from;
        return {from, to + 2, isInside || label == 0 ? to + 2 : to + label + 10};
    }

    void addText(double at, double baseline, const QString &text, const char *ink, const char *attributes = "")
    {
        m_svg += QStringLiteral("<text x=\"%1\" y=\"%2\" %3%4%5>%6</text>\n")
                     .arg(number(at), number(baseline), filled(QLatin1String(ink)), outline(ink),
                          QLatin1String(attributes), escaped(text));
    }

    void addRule(double left, double top, double ruleWidth, double height)
    {
        m_svg += QStringLiteral("<rect %1 x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>\n")
                     .arg(filled(QLatin1String("rule")), number(left), number(top), number(ruleWidth), number(height));
    }

    void addTitle()
    {
        QStringList words{
            m_timeline.runbook,
            say("timeline", "run %1").arg(m_timeline.runId.first(std::min<qsizetype>(8, m_timeline.runId.size()))),
            dayAndTime(m_timeline.started), say("timeline", "took %1").arg(clockText(m_timeline.durationMs)),
            runVerdictWords(m_timeline.language, m_timeline.verdict)};
        if (m_timeline.mode != session::Mode::Live)
            words.prepend(say("mode", session::modeName(m_timeline.mode).toUtf8().constData()).toUpper());
        addText(12, 22, words.join(QStringLiteral(" · ")), "ink", " font-size=\"14\" font-weight=\"600\"");
    }

    void addAxis()
    {
        const qint64 step = tickStep(m_timeline.durationMs, ticks);
        const qint64 startMs = m_timeline.started.toMSecsSinceEpoch();
        const double baseline = m_top + 16;
        addText(12, baseline, say("timeline", "Time in UTC"), "dim");
        // Marks stand at round times of the clock, not at round distances from the start.
        for (qint64 at = (startMs + step - 1) / step * step; at <= startMs + m_timeline.durationMs; at += step) {
            const QString text = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
            const double place = x(at - startMs);
            addRule(place, m_top + axisHeight - 6, 1, m_bottom - m_top - axisHeight + 6);
            addText(place, baseline, text, "dim", " text-anchor=\"middle\"");
        }
    }

    void addLanes()
    {
        for (int lane = 0; lane < m_timeline.lanes.size(); ++lane) {
            const double top = rowTop(lane, m_rows.laneTops[lane]);
            addRule(0, top - laneGap / 2, m_width, 1);
            addText(12, top + 12, elided(m_timeline.lanes[lane].name, laneCharacters), "ink", " font-weight=\"600\"");
        }
        addRule(0, m_bottom, m_width, 1);
    }

    void addItem(const Item &item, const Arrangement::Place &place)
    {
        const Extent extent = extentOf(item);
        const double top = rowTop(item.lane, place.row);
        const double barWidth = extent.to - 2 - extent.from;
        QStringList words{QStringLiteral("%1 UTC").arg(
                              m_timeline.started.addMSecs(item.fromMs).toUTC().toString(QStringLiteral("HH:mm:ss"))),
                          item.what, item.result, item.who};
        words.removeAll(QString());
        m_svg += QStringLiteral(
                     "<g><title>%1</title><rect %2 x=\"%3\" y=\"%4\" width=\"%5\" height=\"%6\" rx=\"%7\"/></g>\n")
                     .arg(escaped(words.join(QStringLiteral(" · "))), barLook(item.outcome), number(extent.from),
                          number(top), number(barWidth), number(barHeight),
                          item.isMoment ? QStringLiteral("3") : QStringLiteral("2"));
        const QString caption = captionOf(item);
        if (!place.isLabelled || caption.isEmpty())
            return;
        const bool isInside = extent.labelledTo == extent.to;
        if (isInside && item.outcome != Outcome::Open)
            addText(extent.from + 4, top + 11, caption, "ground");
        else
            addText(isInside ? extent.from + 5 : extent.to + 2, top + 11, caption, "ink");
    }

    void addLegend()
    {
        for (const LegendEntry &entry : m_legend) {
            const double baseline = m_bottom + 19 + entry.line * legendLine;
            m_svg += QStringLiteral("<rect %1 x=\"%2\" y=\"%3\" width=\"12\" height=\"10\"/>\n")
                         .arg(barLook(entry.outcome), number(entry.at), number(baseline - 9));
            addText(entry.at + 17, baseline, entry.text, "dim");
        }
    }

    const Timeline &m_timeline;
    SvgUse m_use;
    double m_width;
    double m_scale;
    Arrangement m_rows;
    double m_top;
    double m_bottom;
    QList<LegendEntry> m_legend;
    double m_height;
    QString m_svg;
};

} // namespace

QString descriptionOf(const Timeline &timeline)
{
    QMap<Lane::Kind, int> counts;
    for (const Item &item : timeline.items) {
        if (!item.isMoment)
            ++counts[timeline.lanes[item.lane].kind];
    }
    const auto bad = std::ranges::count(timeline.items, Outcome::Bad, &Item::outcome);
    return timeline.language
        .say("timeline", "%1 to %2: steps entered: %3; commands and copies: %4; automated checks: %5; escalations: %6; "
                         "failed or unknown: %7. Result: %8.")
        .arg(dayAndTime(timeline.started), dayAndTime(timeline.started.addMSecs(timeline.durationMs)))
        .arg(counts.value(Lane::Kind::Steps))
        .arg(counts.value(Lane::Kind::Pane))
        .arg(counts.value(Lane::Kind::Checks))
        .arg(counts.value(Lane::Kind::Escalation))
        .arg(bad)
        .arg(runVerdictWords(timeline.language, timeline.verdict));
}

QString timelineSvg(const Timeline &timeline, SvgUse use) { return Picture(timeline, use).draw(); }

} // namespace holdpoint::timeline
