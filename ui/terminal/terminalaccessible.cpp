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

qsizetype commonPrefix(const QString &one, const QString &other)
{
    const qsizetype length = std::min(one.size(), other.size());
    return std::mismatch(one.cbegin(), one.cbegin() + length, other.cbegin()).first - one.cbegin();
}

// Where the text goes on after what the reader knows: the longest tail of the known text that the new one begins with
// has scrolled up.
qsizetype newTextBegin(const QString &known, const QString &now)
{
    for (qsizetype line = 0; line >= 0 && line < known.size(); line = known.indexOf(QLatin1Char('\n'), line) + 1) {
        const QStringView tail = QStringView(known).sliced(line);
        const qsizetype common = commonPrefix(tail.toString(), now);
        if (common > 0 && (common == tail.size() || tail.sliced(common).trimmed().isEmpty()))
            return common;
        if (known.indexOf(QLatin1Char('\n'), line) < 0)
            break;
    }
    return commonPrefix(known, now);
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

void TerminalAccessible::tellChange(TerminalView *view)
{
    const QString known = view->property(toldProperty).toString();
    const QString now = view->visibleText();
    if (known != now) {
        const qsizetype begin = newTextBegin(known, now);
        const QString added = now.sliced(begin).trimmed();
        if (!added.isEmpty()) {
            QAccessibleTextInsertEvent insert(view, static_cast<int>(begin), added.right(longestInsert));
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
    const qsizetype length = cursorRow < lines.size() ? lines[cursorRow].size() : 0;
    return static_cast<int>(position + std::min<qsizetype>(screen->cursorColumn(), length));
}

QString TerminalAccessible::text(int start, int end) const { return view()->visibleText().mid(start, end - start); }

int TerminalAccessible::characterCount() const { return static_cast<int>(view()->visibleText().size()); }

QRect TerminalAccessible::characterRect(int offset) const
{
    const QString before = view()->visibleText().left(offset);
    const auto row = static_cast<int>(before.count(QLatin1Char('\n')));
    const auto column = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1));
    const QRect rect = view()->cellRect(row, column);
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
    return static_cast<int>(offset + std::min<qsizetype>(cell.x(), lines.value(cell.y()).size()));
}

QString TerminalAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace holdpoint::ui
