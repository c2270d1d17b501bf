// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/coloredtext.h>

#include <models/terminal/screen.h>
#include <ui/terminal/picture.h>
#include <ui/terminal/terminalcolors.h>
#include <ui/terminal/weblink.h>

#include <QColor>

namespace holdpoint::ui {

using terminal::Attributes;
using terminal::Cell;

namespace {

QString nameOf(QRgb color) { return QColor(color).name(); }

QString underlineStyle(terminal::Underline underline)
{
    using terminal::Underline;
    switch (underline) {
    case Underline::None: return {};
    case Underline::Single: return QStringLiteral("solid");
    case Underline::Double: return QStringLiteral("double");
    case Underline::Curly: return QStringLiteral("wavy");
    case Underline::Dotted: return QStringLiteral("dotted");
    case Underline::Dashed: return QStringLiteral("dashed");
    }
    Q_UNREACHABLE();
}

/// Collects cells into spans.
class Writer
{
public:
    Writer(const terminal::Screen &screen, const TerminalColors &colors)
        : m_screen(screen)
        , m_colors(colors)
        , m_reversed(screen.modes().reverseScreen)
        , m_standard(colors.resolve({}, m_reversed))
    {
    }

    void add(const Cell &cell)
    {
        const bool isPicture = ui::isPicture(cell.code());
        if (!(cell.attributes == m_look) || isPicture != m_isPicture) {
            endSpan();
            m_look = cell.attributes;
            m_isPicture = isPicture;
        }
        m_text += m_screen.cellText(cell);
    }
    void addLineFeed()
    {
        endSpan();
        m_html += QLatin1Char('\n');
    }
    QString take()
    {
        endSpan();
        if (m_html.startsWith(QLatin1Char('\n')))
            m_html.prepend(QLatin1Char('\n')); // readers drop one right behind the tag
        return QStringLiteral(
                   "<pre style=\"font-family:monospace;white-space:pre;color:%1;background-color:%2\">%3</pre>")
            .arg(nameOf(m_standard.text), nameOf(m_standard.background), m_html);
    }

private:
    void endSpan()
    {
        if (m_text.isEmpty())
            return;
        const QString style = styleOf(m_look);
        const QUrl link = webLink(decoration().link);
        QString html = m_text.toHtmlEscaped();
        if (!style.isEmpty())
            html = QStringLiteral("<span style=\"%1\">").arg(style) + html + QStringLiteral("</span>");
        if (link.isValid())
            html = QStringLiteral("<a href=\"%1\">").arg(QString::fromUtf8(link.toEncoded()).toHtmlEscaped()) + html
                   + QStringLiteral("</a>");
        m_html += html;
        m_text.clear();
    }
    const terminal::Decoration &decoration() const { return m_screen.decoration(Cell(U' ', m_look)); }

    QString styleOf(const Attributes &look) const
    {
        const TerminalColors::Pair pair = m_colors.resolve(look, m_reversed);
        QStringList parts;
        const QRgb color = m_isPicture ? pair.picture : pair.text;
        if (color != m_standard.text)
            parts += QStringLiteral("color:%1").arg(nameOf(color));
        if (pair.background != m_standard.background)
            parts += QStringLiteral("background-color:%1").arg(nameOf(pair.background));
        if (look.has(Attributes::Bold))
            parts += QStringLiteral("font-weight:bold");
        if (look.has(Attributes::Italic))
            parts += QStringLiteral("font-style:italic");
        parts += linesOf(look);
        return parts.join(QLatin1Char(';'));
    }
    QStringList linesOf(const Attributes &look) const
    {
        QStringList lines;
        const QString underline = underlineStyle(look.underline());
        if (!underline.isEmpty())
            lines += QStringLiteral("underline");
        if (look.has(Attributes::Struck))
            lines += QStringLiteral("line-through");
        if (look.has(Attributes::Overlined))
            lines += QStringLiteral("overline");
        if (lines.isEmpty())
            return {};
        QStringList parts{QStringLiteral("text-decoration:%1").arg(lines.join(QLatin1Char(' ')))};
        if (!underline.isEmpty() && look.underline() != terminal::Underline::Single)
            parts += QStringLiteral("text-decoration-style:%1").arg(underline);
        if (decoration().underline != terminal::Color{})
            parts +=
                QStringLiteral("text-decoration-color:%1").arg(nameOf(m_colors.foregroundOf(decoration().underline)));
        return parts;
    }

    const terminal::Screen &m_screen;
    const TerminalColors &m_colors;
    bool m_reversed;
    TerminalColors::Pair m_standard;
    Attributes m_look; // of the text that is being collected
    bool m_isPicture = false;
    QString m_text;
    QString m_html;
};

} // namespace

QString coloredText(const terminal::Screen &screen, terminal::Position from, terminal::Position to,
                    terminal::SelectionShape shape, const TerminalColors &colors)
{
    Writer writer(screen, colors);
    screen.visitText(from, to, shape, [&writer](const Cell *cell) {
        if (cell)
            writer.add(*cell);
        else
            writer.addLineFeed();
    });
    return writer.take();
}

} // namespace holdpoint::ui
