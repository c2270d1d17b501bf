// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

/// An inline question that needs a typed reason before its button works. Shown where the act is, never as a dialog.
class ReasonForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonForm)

public:
    struct Texts
    {
        QString question;    ///< "This command deletes a volume. Why is it right to run it now?"
        QString placeholder; ///< "Reason, as it will stand in the record"
        QString confirm;     ///< "Run it"
        QString who;         ///< "Who waives it"; empty when the operator alone answers
    };

    /// `name` starts the object names of its parts: NAMEReason, NAMEWho, NAMEConfirm, NAMECancel.
    ReasonForm(const QString &name, const Texts &texts, QWidget *parent = nullptr);

    /// Shows itself empty and takes the focus.
    void ask();

signals:
    /// `who` is empty unless a name was asked for.
    void confirmed(const QString &reason, const QString &who);
    void cancelled();

private:
    void judge();

    QLineEdit *m_reason;
    QLineEdit *m_who; ///< null where no name is asked for
    QPushButton *m_confirm;
};

} // namespace holdpoint::ui
