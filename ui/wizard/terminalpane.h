// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostshell.h>

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

class ClipboardButton;
class ElidedLabel;
class FindBar;
class StatusBadge;
class TerminalView;
class ToneLabel;

enum class InputPolicy;

/// One shell's terminal with the state of its connection above it in words, and a button that connects again.
///
/// Thread: GUI. Borrows the shell, which may die first.
class TerminalPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPane)

public:
    /// Whether a person may close the pane for good, with its shell.
    enum class Lifetime { OfItsPage, UntilClosed };

    TerminalPane(const QString &name, const QString &address, Lifetime lifetime, QWidget *parent = nullptr);

    ~TerminalPane() override;

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString address() const { return m_address; }
    /// Name and state in words, for a tab.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isClosable() const { return m_lifetime == Lifetime::UntilClosed; }
    /// What is to be known about this pane as long as it is there.
    void setRemark(const QString &text);
    /// Shows this shell; the same one again changes nothing.
    void attach(session::HostShell *shell);
    void refresh(const session::Transport *transport, const QString &lastProblem);
    /// A locked pane can be read, searched and copied from, but nothing typed in it leaves.
    void setInputPolicy(InputPolicy policy);
    void focusTerminal();
    /// Where several terminals are seen at once, whether what is typed goes here: said in a word and by a frame.
    enum class Keys { Alone, Here, Elsewhere };
    void showKeys(Keys keys);
    [[nodiscard]] Keys shownKeys() const { return m_keys; }
    /// Every key goes to the shell, or the window has its own back. Said above the terminal while it lasts, with the way out.
    void toggleAllKeys();
    void openFind();
    /// Shows something above the terminal.
    void addBar(QWidget *bar);
    [[nodiscard]] TerminalView *view() const { return m_view; }
    [[nodiscard]] session::HostShell *shell() const { return m_shell; }
    [[nodiscard]] QString stateWord() const;

    /// What is typed here goes to these panes, this one among them: says so, and hands it to typed() in place of its own
    /// shell. Empty ends it.
    void setBroadcast(const QStringList &names);
    /// That what happens here is not recorded, in words that stay while it lasts. Empty: it is.
    void setUnrecorded(const QString &text);
    /// To this pane's shell, as if it were typed here.
    void send(const QByteArray &bytes);
    /// Why nothing that is typed can reach the shell now; empty when it can.
    [[nodiscard]] QString inputProblem() const;
    [[nodiscard]] bool asksForSecret() const { return m_shell && m_shell->asksForSecret(); }
    [[nodiscard]] bool isBusy() const { return m_shell && m_shell->state() == session::HostShell::State::Busy; }

signals:
    /// It is about to go, and still whole.
    void leaving();
    void connectWanted();
    void filesDropped(const QStringList &paths);
    void titleChanged();
    /// Typed while broadcasting; nothing of it has been sent.
    void typed(const QByteArray &bytes);
    /// The screen, the shell's state or whether input is allowed has changed.
    void inputChanged();

protected:
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildView();
    void refreshHint();
    void showNotes(const QStringList &notes);
    void refreshDuration();
    void fitDuration();

    QString m_name;
    QString m_address;
    Lifetime m_lifetime;
    Keys m_keys = Keys::Alone;
    QStringList m_broadcast; ///< the names it says
    QPointer<session::HostShell> m_shell;
    StatusBadge *m_badge;
    ElidedLabel *m_where;
    QLabel *m_problem;
    QLabel *m_notes;
    QLabel *m_hint;
    QLabel *m_remark;
    ToneLabel *m_broadcastLabel;
    ToneLabel *m_unrecordedLabel;
    ToneLabel *m_allKeysLabel;
    QLabel *m_keysLabel;
    QLabel *m_duration;
    QString m_durationWords;
    QString m_durationSign;     ///< what is left of them where the folder needs the room
    QPushButton *m_notesButton; ///< shows what of the SSH configuration has no effect
    ClipboardButton *m_clipboardButton;
    QPushButton *m_connect;
    QHBoxLayout *m_head;
    QVBoxLayout *m_column;
    TerminalView *m_view;
    FindBar *m_find;
    QTimer m_secondTimer; ///< while a command runs
    QTimer m_hintTimer;   ///< runs from output to the next look at what it asks
};

} // namespace holdpoint::ui
