// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/commandpalette.h>

#include <ui/common/fuzzy.h>
#include <ui/common/labels.h>

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

namespace {
constexpr int itemIndexRole = Qt::UserRole;
constexpr int typedIndex = -1;
}

CommandPalette::CommandPalette(QList<Item> items, QWidget *parent)
    : QDialog(parent)
    , m_items(std::move(items))
    , m_pattern(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_pattern->setObjectName(QStringLiteral("palettePattern"));
    m_pattern->setPlaceholderText(tr("Type a few letters of what you want to do"));
    m_pattern->setAccessibleName(tr("What you want to do"));
    m_pattern->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
    column->setSpacing(gap);
    column->addWidget(m_pattern);
    column->addWidget(m_list);
    resize(640, 420);
    connect(m_pattern, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_pattern, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    refill();
}

QList<CommandPalette::Item> CommandPalette::itemsOf(const QList<QAction *> &actions)
{
    QList<Item> items;
    for (QAction *action : actions) {
        QString text = action->text();
        text.remove(QLatin1Char('&'));
        if (text.isEmpty() || !action->isEnabled() || action->menu() || action->isSeparator())
            continue;
        const QPointer<QAction> guarded(action);
        items.append({text, action->shortcut().toString(QKeySequence::NativeText), [guarded] {
                          if (guarded)
                              guarded->trigger();
                      }});
    }
    return items;
}

void CommandPalette::refill()
{
    QList<std::pair<int, int>> scored; // score, index
    for (int index = 0; index < m_items.size(); ++index) {
        if (const auto score = fuzzyScore(m_pattern->text(), m_items[index].text))
            scored.append({*score, index});
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (const auto &[score, index] : std::as_const(scored))
        addRow(m_items[index], index);
    const QString text = m_pattern->text().trimmed();
    const bool listed = std::ranges::any_of(m_items, [&](const Item &item) { return item.text == text; });
    m_typedItem = m_typed && !text.isEmpty() && !listed ? m_typed(text) : std::nullopt;
    if (m_typedItem)
        addRow(*m_typedItem, typedIndex);
    m_list->setCurrentRow(0);
}

void CommandPalette::addRow(const Item &item, int index)
{
    auto *row = new QListWidgetItem(
        item.hint.isEmpty() ? item.text : tr("%1    [%2]", "a command and its key").arg(item.text, item.hint), m_list);
    row->setData(itemIndexRole, index);
}

void CommandPalette::setPatternHint(const QString &hint, const QString &accessibleName)
{
    m_pattern->setPlaceholderText(hint);
    m_pattern->setAccessibleName(accessibleName);
}

void CommandPalette::setTyped(std::function<std::optional<Item>(const QString &text)> typed)
{
    m_typed = std::move(typed);
    refill();
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *row = m_list->currentItem();
    if (!row)
        return;
    const int index = row->data(itemIndexRole).toInt();
    const std::function<void()> run = index == typedIndex ? m_typedItem->run : m_items[index].run;
    accept();
    // The palette gives the focus back first, so that what runs may take it.
    QTimer::singleShot(0, parent(), run);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pattern && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace holdpoint::ui
