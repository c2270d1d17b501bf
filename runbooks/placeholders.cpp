// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/placeholders.h>
#include <runbooks/words.h>

#include <QList>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

constexpr qsizetype longestName = 80;

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u' ' || c == u'|';
}

/// Tags and sample output that look like placeholders; nobody names a value so.
bool isTag(QStringView name)
{
    return name.size() <= 7
           && isOneOf(name.toString().toLower(),
                      "a b i p u br hr em li ul ol td tr th div pre kbd sub sup html body span "
                      "strong none script img unknown nil null");
}

bool hasClosingTag(QStringView text, qsizetype after, QStringView name)
{
    // Only nearby: the scan must stay linear in a text full of brackets.
    const QStringView near = text.mid(after, 400);
    for (qsizetype at = near.indexOf(u'<'); at >= 0; at = near.indexOf(u'<', at + 1)) {
        const QStringView tag = near.mid(at + 1, name.size() + 2);
        if (tag.size() == name.size() + 2 && tag.front() == u'/' && tag.back() == u'>' && tag.mid(1, name.size()) == name)
            return true;
    }
    return false;
}

/// `a<b>c` and `cmd <in>out` read and write files: only a name that no file would have is a placeholder there.
bool readsAsRedirection(QStringView text, qsizetype start, qsizetype end, QStringView name)
{
    const bool telling = name.contains(u'-') || name.contains(u'_') || name.contains(u' ') || name.contains(u'|');
    if (telling)
        return false;
    const bool gluedBefore = start > 0 && text[start - 1].isLetterOrNumber();
    const bool gluedAfter = end < text.size() && text[end].isLetterOrNumber();
    return gluedBefore || gluedAfter;
}

QChar folded(QChar c) { return c == u'-' || c == u' ' ? u'_' : c.toLower(); }

} // namespace

qsizetype placeholderLength(QStringView text, qsizetype start, Quoting quoting)
{
    if (start > 0 && text[start - 1] == u'<')
        return 0;
    qsizetype end = start + 1;
    while (end < text.size() && end - start <= longestName && isNameCharacter(text[end]))
        ++end;
    if (end >= text.size() || text[end] != u'>' || end == start + 1)
        return 0;
    const QStringView name = text.mid(start + 1, end - start - 1);
    const bool startsWell = name.front().isLetterOrNumber() || name.front() == u'_';
    const bool endsWell = name.back().isLetterOrNumber() || name.back() == u'_';
    if (!startsWell || !endsWell || isTag(name) || hasClosingTag(text, end, name))
        return 0;
    if (quoting == Quoting::Unquoted && readsAsRedirection(text, start, end + 1, name))
        return 0;
    return end + 1 - start;
}

QList<Placeholder> plainPlaceholders(const QString &text)
{
    QList<Placeholder> found;
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at)) {
        const qsizetype length = placeholderLength(text, at, Quoting::Quoted);
        if (length > 0)
            found.append({at, length, text.mid(at + 1, length - 2)});
        at += length > 0 ? length : 1;
    }
    return found;
}

bool isSameName(QStringView a, QStringView b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](QChar one, QChar other) { return folded(one) == folded(other); });
}

QString foldedName(QStringView name)
{
    QString made(name.size(), Qt::Uninitialized);
    std::transform(name.begin(), name.end(), made.begin(), folded);
    return made;
}

} // namespace holdpoint::runbooks
