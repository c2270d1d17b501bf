// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/console.h>

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace holdpoint::cli {

Console::Console(Input input, QObject *parent)
    : QObject(parent)
    , m_interactive(input == Input::Allowed && isatty(STDIN_FILENO) && isatty(STDERR_FILENO)
                    && tcgetattr(STDIN_FILENO, &m_original) == 0)
{
    if (!m_interactive)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Console::readInput);
}

Console::~Console() { restore(); }

void Console::restore()
{
    if (m_interactive)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &m_original);
}

void Console::ask(const QString &question, Echo echo, std::function<void(std::optional<QString>)> answer)
{
    if (!m_interactive || !m_notifier->isEnabled()) {
        answer(std::nullopt);
        return;
    }
    termios mode = m_original;
    if (echo == Echo::Off)
        mode.c_lflag &= ~tcflag_t{ECHO};
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
    std::fputs(qUtf8Printable(question), stderr);
    std::fflush(stderr);
    m_answer = std::move(answer);
}

void Console::withdraw() { m_answer = nullptr; }

void Console::enterRaw(std::function<void(const QByteArray &)> keys)
{
    if (!m_interactive)
        return;
    m_keys = std::move(keys);
    termios mode = m_original;
    cfmakeraw(&mode);
    mode.c_oflag |= OPOST; // what we print keeps its line ends
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
}

void Console::leaveRaw()
{
    if (!m_keys)
        return;
    m_keys = nullptr;
    restore();
}

std::pair<int, int> Console::size() const
{
    winsize size{};
    if (!m_interactive || ioctl(STDIN_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return {80, 24};
    return {size.ws_col, size.ws_row};
}

void Console::readInput()
{
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count <= 0) { // the terminal is gone: it would be readable for ever
        m_notifier->setEnabled(false);
        emit inputEnded();
    }
    if (m_keys) {
        if (count > 0)
            m_keys(QByteArray(buffer.data(), count));
        return;
    }
    if (count > 0)
        m_line.append(buffer.data(), count);
    const qsizetype end = m_line.indexOf('\n');
    if ((end < 0 && count > 0) || !m_answer)
        return;
    restore();
    const auto answer = std::exchange(m_answer, nullptr);
    const QByteArray line = m_line.first(std::max<qsizetype>(end, 0));
    m_line.remove(0, end + 1);
    answer(end < 0 ? std::nullopt : std::optional(QString::fromUtf8(line)));
}

std::optional<QString> askLine(Console &console, const QString &question, Console::Echo echo)
{
    std::optional<QString> answer;
    console.ask(question, echo, [&answer, echo](const std::optional<QString> &line) {
        if (echo == Console::Echo::Off)
            std::fputc('\n', stderr);
        answer = line;
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    return answer;
}

void ConsolePrompter::confirmHostKey(const session::HostKeyQuestion &question, std::function<void(bool)> answer)
{
    QString text = QStringLiteral("The host %1 is not known. Its %2 key has the fingerprint\n  %3\n")
                       .arg(question.host, question.keyType, question.fingerprint);
    if (!question.note.isEmpty())
        text += question.note + u'\n';
    m_console.ask(text + QStringLiteral("Is that the right host? Type yes to accept and remember it: "), Console::Echo::On,
                  [answer](const std::optional<QString> &line) { answer(line && line->trimmed() == QLatin1String("yes")); });
}

void ConsolePrompter::askSecret(const session::SecretQuestion &question,
                                std::function<void(std::optional<QString>)> answer)
{
    QString text = question.title + u'\n';
    if (!question.instruction.isEmpty())
        text += question.instruction + u'\n';
    m_console.ask(text + question.prompt, question.echo ? Console::Echo::On : Console::Echo::Off,
                  [answer, echo = question.echo](const std::optional<QString> &line) {
                      if (!echo)
                          std::fputc('\n', stderr);
                      answer(line);
                  });
}

} // namespace holdpoint::cli
