// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/clipboardbutton.h>

#include <ui/wizard/clipboarddialog.h>

#include <QApplication>
#include <QClipboard>

namespace holdpoint::ui {

ClipboardButton::ClipboardButton(const QString &name, QWidget *parent)
    : QPushButton(parent)
    , m_name(name)
{
    setObjectName(QStringLiteral("clipboardWanted_%1").arg(name));
    hide();
    connect(this, &QPushButton::clicked, this, &ClipboardButton::open);
}

void ClipboardButton::offer(const QString &text)
{
    m_text = text;
    if (m_always)
        QApplication::clipboard()->setText(m_text);
    setText(m_always ? tr("Clipboard set by the host") : tr("Clipboard wanted"));
    setToolTip(m_always ? tr("%1 has put something on your clipboard, as you allowed").arg(m_name)
                        : tr("%1 wants to put something on your clipboard. Nothing is there before you have seen it").arg(m_name));
    setAccessibleDescription(toolTip());
    show();
}

void ClipboardButton::open()
{
    auto *dialog = new ClipboardDialog(m_name, m_text, m_always, this);
    connect(dialog, &ClipboardDialog::decided, this, [this, text = m_text](ClipboardDialog::Decision decision, bool always) {
        m_always = always;
        if (text == m_text) // else the host wants something else meanwhile
            hide();
        if (decision == ClipboardDialog::Decision::Put)
            QApplication::clipboard()->setText(text);
    });
    dialog->open();
}

} // namespace holdpoint::ui
