// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/prompter.h>

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <termios.h>

namespace holdpoint::cli {

/// The terminal the program was started from: asks lines, or hands every key to a running command.
///
/// Thread: main. Invariants: the terminal's settings are put back when the object goes, and in between when a line is
/// asked. Without a terminal, or when input is not wanted, isInteractive() is false and nothing is ever asked.
class Console final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    enum class Input { Allowed, Refused };
    enum class Echo { On, Off };

    explicit Console(Input input, QObject *parent = nullptr);
    ~Console() override;

    [[nodiscard]] bool isInteractive() const { return m_interactive; }
    /// Asks for one line. The answer is empty without a value at end of input. One question at a time.
    void ask(const QString &question, Echo echo, std::function<void(std::optional<QString>)> answer);
    void withdraw();
    /// Every key goes to `keys` until leaveRaw().
    void enterRaw(std::function<void(const QByteArray &)> keys);
    void leaveRaw();
    /// Columns and rows of the terminal; 80 x 24 without one.
    [[nodiscard]] std::pair<int, int> size() const;

signals:
    /// The terminal is gone; whoever asks from now on has no answer.
    void inputEnded();

private:
    void readInput();
    void restore();

    termios m_original{}; ///< before m_interactive, whose initialiser fills it
    bool m_interactive;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::function<void(std::optional<QString>)> m_answer;
    std::function<void(const QByteArray &)> m_keys;
    QByteArray m_line;
};

/// Asks one line and waits for it. For verbs that have nothing else to do yet: never inside a slot. Nothing at end of input.
std::optional<QString> askLine(Console &console, const QString &question, Console::Echo echo = Console::Echo::On);

/// Asks on the console; answers "no" and nothing where there is none.
class ConsolePrompter final : public session::Prompter
{
public:
    explicit ConsolePrompter(Console &console) : m_console(console) {}

    void confirmHostKey(const session::HostKeyQuestion &question, std::function<void(bool)> answer) override;
    void askSecret(const session::SecretQuestion &question,
                   std::function<void(std::optional<QString>)> answer) override;
    void withdraw() override { m_console.withdraw(); }

private:
    Console &m_console;
};

} // namespace holdpoint::cli
