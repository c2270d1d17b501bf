// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalaccessible.h>

#include <ui/terminal/terminalview.h>

#include <QVariant>

#include <algorithm>

namespace holdpoint::ui {

namespace {

constexpr int longestInsert = 4096;
constexpr const char *toldProperty = "_holdpoint_told"; // the text a reader knows

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *view = className == QLatin1String("holdpoint::ui::TerminalView") ? qobject_cast<TerminalView *>(object) : nullptr;
    return view ? new TerminalAccessible(view) : nullptr;
}

qsizetype commonPrefix(QStringView one, QStringView other)
{
    const qsizetype length = std::min(one.size(), other.size());
    return std::mismatch(one.cbegin(), one.cbegin() + length, other.cbegin()).first - one.cbegin();
}

qsizetype commonSuffix(QStringView one, QStringView other)
{
    const qsizetype length = std::min(one.size(), other.size());
    return std::mismatch(one.crbegin(), one.crbegin() + length, other.crbegin()).first - one.crbegin();
}

/// Known text that may have been replaced, and the stretch of the new text that may have come for it.
struct Change
{
    QStringView gone;
    qsizetype begin = 0;
    qsizetype end = 0;
};

// Where the text goes on after what the reader knows: the longest tail of the known text that the new one begins with
// has scrolled up.
Change changeBetween(QStringView known, QStringView now)
{
    for (qsizetype line = 0; line >= 0 && line < known.size(); line = known.indexOf(QLatin1Char('\n'), line) + 1) {
        const QStringView tail = known.sliced(line);
        const qsizetype common = commonPrefix(tail, now);
        if (common > 0 && (common == tail.size() || tail.sliced(common).trimmed().isEmpty()))
            return {tail.sliced(common), common, now.size()};
        if (known.indexOf(QLatin1Char('\n'), line) < 0)
            break;
    }
    const qsizetype common = commonPrefix(known, now);
    return {known.sliced(common), common, now.size()};
}

} // namespace

TerminalAccessible::TerminalAccessible(TerminalView *view) : QAccessibleWidget(view, QAccessible::Terminal) {}

TerminalView *TerminalAccessible::view() const { return static_cast<TerminalView *>(widget()); }

void TerminalAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

// Without what follows unchanged, without blanks around it, and of a flood its end.
TerminalAccessible::News TerminalAccessible::newsIn(const QString &now, const QString &known)
{
    auto [gone, begin, end] = changeBetween(known, now);
    end -= commonSuffix(gone, QStringView(now).sliced(begin));
    if (end > begin && end < now.size() && now[end].isLowSurrogate())
        ++end;
    while (end > begin && now[end - 1].isSpace())
        --end;
    while (begin < end && now[begin].isSpace())
        ++begin;
    begin = std::max(begin, end - longestInsert);
    if (begin > 0 && begin < end && now[begin].isLowSurrogate())
        --begin;
    return {static_cast<int>(begin), now.sliced(begin, end - begin)};
}

void TerminalAccessible::tellChange(TerminalView *view)
{
    const QString known = view->property(toldProperty).toString();
    const QString now = view->visibleText();
    if (known != now) {
        if (const News news = newsIn(now, known); !news.text.isEmpty()) {
            QAccessibleTextInsertEvent insert(view, news.position, news.text);
            QAccessible::updateAccessibility(&insert);
        }
        view->setProperty(toldProperty, now);
        QAccessibleEvent visible(view, QAccessible::VisibleDataChanged);
        QAccessible::updateAccessibility(&visible);
    }
    if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(view)) {
        QAccessibleTextCursorEvent cursor(view, face->textInterface()->cursorPosition());
        QAccessible::updateAccessibility(&cursor);
    }
}

void TerminalAccessible::tellCommand(TerminalView *view)
{
    QAccessibleEvent event(view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QString TerminalAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value)
        return view()->visibleText();
    return kind == QAccessible::Description ? view()->commandText() : QAccessibleWidget::text(kind);
}

void *TerminalAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

void TerminalAccessible::selection(int, int *start, int *end) const { *start = *end = 0; }

int TerminalAccessible::cursorPosition() const
{
    const terminal::Screen *screen = view()->screen();
    if (!screen)
        return 0;
    const QStringList lines = view()->visibleText().split(QLatin1Char('\n'));
    const int cursorRow = std::max(0, view()->cursorRow());
    qsizetype position = 0;
    for (int row = 0; row < cursorRow && row < lines.size(); ++row)
        position += lines[row].size() + 1;
    if (cursorRow >= lines.size())
        return static_cast<int>(position);
    const qsizetype inRow = view()->textOffsetOf(cursorRow, screen->cursorColumn());
    return static_cast<int>(position + std::min(inRow, lines[cursorRow].size()));
}

QString TerminalAccessible::text(int start, int end) const { return view()->visibleText().mid(start, end - start); }

int TerminalAccessible::characterCount() const { return static_cast<int>(view()->visibleText().size()); }

QRect TerminalAccessible::characterRect(int offset) const
{
    if (!view()->screen())
        return {};
    const QString before = view()->visibleText().left(offset);
    const auto row = static_cast<int>(before.count(QLatin1Char('\n')));
    auto inRow = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1));
    const int column = view()->columnOf(row, inRow);
    int next = column;
    while (next == column)
        next = view()->columnOf(row, ++inRow);
    const QRect rect = view()->cellRect(row, column).united(view()->cellRect(row, next - 1));
    return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

int TerminalAccessible::offsetAtPoint(const QPoint &point) const
{
    if (!view()->screen())
        return -1;
    const QPoint cell = view()->cellAt(view()->viewport()->mapFromGlobal(point));
    const QStringList lines = view()->visibleText().split(QLatin1Char('\n'));
    qsizetype offset = 0;
    for (int row = 0; row < cell.y() && row < lines.size(); ++row)
        offset += lines[row].size() + 1;
    const qsizetype inRow = view()->textOffsetOf(cell.y(), cell.x());
    return static_cast<int>(offset + std::min(inRow, lines.value(cell.y()).size()));
}

QString TerminalAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace holdpoint::ui
