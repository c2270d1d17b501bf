// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/keysheet.h>

#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

void addRow(QTableWidget *table, const QStringList &texts)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < texts.size(); ++column)
        table->setItem(row, column, new QTableWidgetItem(texts[column]));
}

QString useInTerminal(const QList<QKeySequence> &shortcuts, const KeysInTerminal &inTerminal)
{
    QList<QKeySequence> working;
    for (const QKeySequence &shortcut : shortcuts) {
        if (inTerminal.isWindowKey(shortcut[0]))
            working += shortcut;
    }
    if (working.isEmpty())
        return KeySheet::tr("goes to the host");
    return working == shortcuts
        ? KeySheet::tr("works too")
        : KeySheet::tr("only %1", "a key").arg(QKeySequence::listToString(working, QKeySequence::NativeText));
}

} // namespace

KeySheet::KeySheet(const QList<QAction *> &actions, const KeysInTerminal &inTerminal, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keySheet"));
    setWindowTitle(tr("Keyboard"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *table = new QTableWidget(0, 3, this);
    table->setObjectName(QStringLiteral("keyTable"));
    table->setAccessibleName(tr("Keys, what they do, and whether they do it in a terminal"));
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does"), tr("In a terminal")});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    for (const QAction *action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        addRow(table, {QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                       action->text().remove(QLatin1Char('&')), useInTerminal(action->shortcuts(), inTerminal)});
    }
    for (const auto &[keys, what] : inTerminal.own)
        addRow(table, {keys, what, tr("only there")});
    auto *close = button(tr("Close"), QStringLiteral("keySheetClose"), {}, ButtonRole::Normal, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
    column->setSpacing(wideGap);
    auto *rule = muted(tr("While a terminal has the focus, its host gets every key that is not said to work there, also Alt "
                          "with a digit, F1 and Tab. Ctrl+Shift and an arrow key leaves the terminal; after that all keys "
                          "of this list work. A terminal that was given all keys has only Ctrl+Shift+F11 not, "
                          "which ends that."),
                       this);
    rule->setObjectName(QStringLiteral("keySheetRule"));
    rule->setWordWrap(true);
    column->addWidget(rule);
    column->addWidget(table);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(820, 600);
}

} // namespace holdpoint::ui
