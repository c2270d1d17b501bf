// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QDialog>
#include <QList>

class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class MessageBar;

/// How the dialogs about reports are laid out: what it is for, a form that scrolls where the screen is too low for it, whether
/// something is under way, what came of it, and the buttons. Keeps the dialog as high as that needs, as far as the screen goes.
///
/// Made between the form's parts and the buttons, so that the keyboard passes through them in that order.
/// Owned by the dialog, like all that it lays out. Not here: what is asked, and what the buttons do.
class ReportFrame final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReportFrame)

public:
    struct Words
    {
        QString title;
        QString about;    ///< below the title
        QString underWay; ///< what is going on then, for a screen reader
    };
    ReportFrame(const Words &words, QDialog &dialog);

    /// Once. The form has a layout, and is never narrower than this; the buttons stand at the left and at the right.
    void lay(QWidget *form, int width, const QList<QPushButton *> &left, const QList<QPushButton *> &right);
    /// One part below the other, as every form here stands.
    [[nodiscard]] QWidget *formOf(const QList<QWidget *> &parts);

    enum class Work { None, UnderWay };
    void setWork(Work work);
    [[nodiscard]] bool isAtWork() const;
    [[nodiscard]] MessageBar &message() const { return *m_message; }

    /// Until somebody closes a part of the form it only grows, so that nothing jumps under the pointer.
    enum class Height { Grows, Fits };
    void setHeight(Height height) { m_height = height; }
    void fitHeight();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDialog &m_dialog;
    QString m_title;
    QString m_about;
    QProgressBar *m_progress;
    MessageBar *m_message;
    Height m_height = Height::Grows;
};

} // namespace holdpoint::ui
