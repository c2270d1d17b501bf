// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/language.h>
#include <models/report/html.h>

#include <QList>

namespace holdpoint::report {

/// Builds one self-contained page out of headings, tables and notices, for one of two readers.
///
/// Screen: HTML 5 for browsers and screen readers: landmarks, captions, header scopes, light and dark, print rules, no
/// script, nothing loaded from anywhere (a Content-Security-Policy says so to the browser).
/// Paper: the subset QTextDocument understands: tables with attributes instead of boxes and grids.
class HtmlPage
{
public:
    enum class Medium { Screen, Paper };
    enum class Tone { Plain, Good, Warning, Bad };

    HtmlPage(Medium medium, QString mark, const Language &language = {})
        : m_language(language)
        , m_medium(medium)
        , m_mark(std::move(mark))
    {
    }

    [[nodiscard]] const Language &language() const { return m_language; }
    /// As Language::say().
    [[nodiscard]] QString say(const char *context, const char *english, const char *disambiguation = nullptr,
                              int count = -1) const
    {
        return m_language.say(context, english, disambiguation, count);
    }
    /// "2026-09-21 13:33:20 UTC", and the local time with its offset where that differs.
    [[nodiscard]] Html time(const QDateTime &utc) const;

    /// One word or two with a tone; the words carry the meaning, the colour only repeats it.
    [[nodiscard]] Html chip(const QString &words, Tone tone) const;

    /// The first thing to be read: a boxed sentence.
    void notice(const Html &title, const Html &body, Tone tone);
    /// The page's name, above everything but notices. Paper shows it as the head of page one.
    void title(const Html &kicker, const Html &name);
    /// A part with a heading that the table of contents lists; ends the part before it.
    void section(const QString &id, const Html &heading);
    void subheading(const Html &heading, const Html &chip = {});
    void smallHeading(const Html &heading);
    void paragraph(const Html &content);
    void list(const QList<Html> &items);
    /// Name and value, one a row.
    struct Fact
    {
        QString name;
        Html value;
    };
    void facts(const QList<Fact> &facts);
    [[nodiscard]] Medium medium() const { return m_medium; }
    /// A picture with a link to the table after it that says the same in words. On paper its description is printed below it.
    struct Figure
    {
        QString svg;         ///< finished, for this medium
        QString description; ///< one sentence for who cannot see it
        QString tableId;
        QString linkWords;
    };
    void figure(const Figure &figure);
    /// Preformatted text, as it is. `Command`: for the reader's own shell, marked with class="command".
    enum class Block { Text, Command };
    void block(const QString &foreign, Block kind = Block::Text);
    struct Column
    {
        QString name;
        int percent = 0; ///< of the width; 0: as the content asks
    };
    void table(const QString &caption, const QList<Column> &columns, const QList<QList<Html>> &rows);

    /// The whole document. `title` is what a browser's tab and the PDF's footer show.
    [[nodiscard]] QString finish(const QString &title) const;

private:
    struct Entry
    {
        QString id;
        Html heading;
    };

    void add(const QString &markup) { m_body += markup; }
    void addTable(const QString &caption, const QList<Column> &columns, const QList<QList<Html>> &rows);

    Language m_language;
    Medium m_medium;
    QString m_mark; ///< "PRACTICE", "REHEARSAL", or empty: stands beside every section's heading
    QString m_head; ///< notices and title, before the first section
    QString m_body;
    QList<Entry> m_contents;
};

} // namespace holdpoint::report
