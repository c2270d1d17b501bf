// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/dialogprompter.h>

#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

QString translate(const char *text) { return QCoreApplication::translate("holdpoint::ui::DialogPrompter", text); }

QVBoxLayout *columnOf(QDialog *dialog)
{
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap + halfGap);
    return column;
}

QHBoxLayout *buttonRow(QPushButton *refuse, QPushButton *accept)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch();
    row->addWidget(refuse);
    row->addWidget(accept);
    return row;
}

QLabel *fixedText(const QString &text, QWidget *parent)
{
    QLabel *label = body(text, parent);
    label->setFont(fixedFont());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(text);
    return label;
}

} // namespace

DialogPrompter::DialogPrompter(QWidget *window)
    : m_window(window)
{
}

void DialogPrompter::confirmHostKey(const session::HostKeyQuestion &question, std::function<void(bool)> answer)
{
    if (!m_window) {
        answer(false);
        return;
    }
    auto *dialog = new QDialog(m_window);
    dialog->setObjectName(QStringLiteral("hostKeyDialog"));
    dialog->setWindowTitle(translate("Unknown host key"));
    QVBoxLayout *column = columnOf(dialog);
    column->addWidget(heading(translate("%1 is not known yet").arg(question.host), dialog));
    column->addWidget(
        body(translate("Compare this fingerprint with one from a trusted source. If they differ, somebody "
                       "may stand between you and the host."),
             dialog));
    column->addWidget(fixedText(QStringLiteral("%1\n%2").arg(question.keyType, question.fingerprint), dialog));
    if (!question.note.isEmpty())
        column->addWidget(muted(question.note, dialog));
    auto *refuse = button(translate("Do not connect"), QStringLiteral("hostKeyRefuse"), {}, ButtonRole::Normal, dialog);
    auto *trust =
        button(translate("Trust this key and connect"), QStringLiteral("hostKeyTrust"), {}, ButtonRole::Danger, dialog);
    refuse->setDefault(true);
    column->addLayout(buttonRow(refuse, trust));
    QObject::connect(refuse, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(trust, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::finished, m_window,
                     [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    open(dialog);
    refuse->setFocus();
}

void DialogPrompter::askSecret(const session::SecretQuestion &question,
                               std::function<void(std::optional<QString>)> answer)
{
    if (!m_window) {
        answer(std::nullopt);
        return;
    }
    auto *dialog = new QDialog(m_window);
    dialog->setObjectName(QStringLiteral("secretDialog"));
    dialog->setWindowTitle(question.title);
    auto *field = new QLineEdit(dialog);
    field->setObjectName(QStringLiteral("secretField"));
    field->setEchoMode(question.echo ? QLineEdit::Normal : QLineEdit::Password);
    field->setAccessibleName(question.prompt.isEmpty() ? question.title : question.prompt);
    QVBoxLayout *column = columnOf(dialog);
    column->addWidget(heading(question.title, dialog));
    if (!question.instruction.isEmpty())
        column->addWidget(muted(question.instruction, dialog));
    if (!question.prompt.isEmpty())
        column->addWidget(body(question.prompt, dialog));
    column->addWidget(field);
    auto *cancel = button(translate("Cancel"), QStringLiteral("secretCancel"), {}, ButtonRole::Normal, dialog);
    auto *send = button(translate("Continue"), QStringLiteral("secretSend"), {}, ButtonRole::Primary, dialog);
    send->setDefault(true);
    column->addLayout(buttonRow(cancel, send));
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(send, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::finished, m_window, [field, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? std::optional(field->text()) : std::nullopt);
        field->clear();
    });
    open(dialog);
    field->setFocus();
}

void DialogPrompter::withdraw()
{
    const QList<QPointer<QDialog>> open = std::exchange(m_open, {});
    for (const QPointer<QDialog> &dialog : open) {
        if (!dialog)
            continue;
        dialog->disconnect();
        dialog->close();
        dialog->deleteLater();
    }
}

void DialogPrompter::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinimumWidth(440);
    m_open.removeIf([](const QPointer<QDialog> &known) { return known.isNull(); });
    m_open.append(dialog);
    dialog->open();
}

} // namespace holdpoint::ui
