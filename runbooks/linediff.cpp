// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/linediff.h>

#include <QStringList>

#include <algorithm>
#include <vector>

namespace holdpoint::runbooks {

namespace {

constexpr qsizetype mostEdits = 2000;

QStringList linesOf(const QByteArray &text)
{
    QStringList lines = QString::fromUtf8(text).split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

/// Finds the edit script of two ranges of lines.
class EditScript
{
public:
    EditScript(const QStringList &before, const QStringList &after)
        : m_before(before)
        , m_after(after)
    {
    }

    QList<DiffLine> lines()
    {
        qsizetype start = 0;
        while (start < m_before.size() && start < m_after.size() && m_before[start] == m_after[start])
            ++start;
        qsizetype oldEnd = m_before.size();
        qsizetype newEnd = m_after.size();
        while (oldEnd > start && newEnd > start && m_before[oldEnd - 1] == m_after[newEnd - 1]) {
            --oldEnd;
            --newEnd;
        }
        for (qsizetype i = 0; i < start; ++i)
            same(i, i);
        middle(start, oldEnd, newEnd);
        for (qsizetype i = oldEnd; i < m_before.size(); ++i)
            same(i, newEnd + i - oldEnd);
        return m_lines;
    }

private:
    void same(qsizetype o, qsizetype n)
    {
        m_lines.append({DiffLine::Kind::Same, m_after[n], int(o) + 1, int(n) + 1});
    }
    void removed(qsizetype o) { m_lines.append({DiffLine::Kind::Removed, m_before[o], int(o) + 1, 0}); }
    void added(qsizetype n) { m_lines.append({DiffLine::Kind::Added, m_after[n], 0, int(n) + 1}); }

    void middle(qsizetype start, qsizetype oldEnd, qsizetype newEnd)
    {
        const qsizetype n = oldEnd - start;
        const qsizetype m = newEnd - start;
        const qsizetype most = std::min(n + m, mostEdits);
        std::vector<std::vector<qsizetype>> trace;
        std::vector<qsizetype> furthest(std::size_t(2 * most + 3), 0);
        const auto at = [&](std::vector<qsizetype> &v, qsizetype k) -> qsizetype & { return v[std::size_t(k + most + 1)]; };
        for (qsizetype d = 0; d <= most; ++d) {
            trace.push_back(furthest);
            for (qsizetype k = -d; k <= d; k += 2) {
                const bool down = k == -d || (k != d && at(furthest, k - 1) < at(furthest, k + 1));
                qsizetype x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
                while (x < n && x - k < m && m_before[start + x] == m_after[start + x - k])
                    ++x;
                at(furthest, k) = x;
                if (x >= n && x - k >= m) {
                    walkBack(trace, start, n, m, most);
                    return;
                }
            }
        }
        for (qsizetype i = start; i < oldEnd; ++i)
            removed(i);
        for (qsizetype i = start; i < newEnd; ++i)
            added(i);
    }

    void walkBack(std::vector<std::vector<qsizetype>> &trace, qsizetype start, qsizetype n, qsizetype m, qsizetype most)
    {
        QList<DiffLine> reversed;
        qsizetype x = n;
        qsizetype y = m;
        const auto at = [&](qsizetype d, qsizetype k) { return trace[std::size_t(d)][std::size_t(k + most + 1)]; };
        for (qsizetype d = qsizetype(trace.size()) - 1; d >= 0; --d) {
            const qsizetype k = x - y;
            const bool down = k == -d || (k != d && at(d, k - 1) < at(d, k + 1));
            const qsizetype fromK = down ? k + 1 : k - 1;
            const qsizetype fromX = d == 0 ? 0 : at(d, fromK);
            const qsizetype fromY = d == 0 ? 0 : fromX - fromK;
            while (x > fromX && y > fromY && x > 0 && y > 0 && m_before[start + x - 1] == m_after[start + y - 1]) {
                --x;
                --y;
                reversed.append({DiffLine::Kind::Same, m_after[start + y], int(start + x) + 1, int(start + y) + 1});
            }
            if (d == 0)
                break;
            if (down)
                reversed.append({DiffLine::Kind::Added, m_after[start + y - 1], 0, int(start + y)});
            else
                reversed.append({DiffLine::Kind::Removed, m_before[start + x - 1], int(start + x), 0});
            x = fromX;
            y = fromY;
        }
        std::reverse(reversed.begin(), reversed.end());
        m_lines += reversed;
    }

    const QStringList &m_before;
    const QStringList &m_after;
    QList<DiffLine> m_lines;
};

} // namespace

QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after, int context)
{
    const QStringList oldLines = linesOf(before);
    const QStringList newLines = linesOf(after);
    const QList<DiffLine> all = EditScript(oldLines, newLines).lines();
    std::vector<bool> shown(std::size_t(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == DiffLine::Kind::Same)
            continue;
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= std::min(all.size() - 1, i + context); ++near)
            shown[std::size_t(near)] = true;
    }
    QList<DiffLine> diff;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (shown[std::size_t(i)])
            diff.append(all[i]);
        else if (!diff.isEmpty() && diff.last().kind != DiffLine::Kind::Gap)
            diff.append({DiffLine::Kind::Gap, {}, 0, 0});
    }
    if (!diff.isEmpty() && diff.last().kind == DiffLine::Kind::Gap)
        diff.removeLast();
    return diff;
}

QString diffText(const QList<DiffLine> &diff)
{
    QString text;
    for (const DiffLine &line : diff) {
        switch (line.kind) {
        case DiffLine::Kind::Same: text += QStringLiteral("  "); break;
        case DiffLine::Kind::Removed: text += QStringLiteral("- "); break;
        case DiffLine::Kind::Added: text += QStringLiteral("+ "); break;
        case DiffLine::Kind::Gap: text += QStringLiteral("..."); break;
        }
        text += line.text + u'\n';
    }
    return text;
}

} // namespace holdpoint::runbooks
