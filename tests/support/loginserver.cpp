// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/loginserver.h>

#include <tests/support/sshserver.h>

#include <app/ssh/libssh.h>

#include <QFile>

#include <gtest/gtest.h>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <vector>

namespace holdpoint::testing {

namespace {

/// The dialogue of one connection.
class Dialogue
{
public:
    Dialogue(ssh_session session, const LoginScript &script) : m_session(session), m_script(script)
    {
        m_methods = (script.password.isEmpty() ? 0 : SSH_AUTH_METHOD_PASSWORD)
                    | (script.rounds.isEmpty() || script.needsBoth ? 0 : SSH_AUTH_METHOD_INTERACTIVE);
        ssh_set_auth_methods(session, int(m_methods));
    }

    /// True once the client is let in.
    bool handle(ssh_message message)
    {
        if (ssh_message_type(message) == SSH_REQUEST_AUTH && ssh_message_subtype(message) == SSH_AUTH_METHOD_PASSWORD)
            return password(message);
        if (ssh_message_type(message) == SSH_REQUEST_AUTH && ssh_message_subtype(message) == SSH_AUTH_METHOD_INTERACTIVE)
            return interactive(message);
        ssh_message_reply_default(message);
        return false;
    }

private:
    bool password(ssh_message message)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations" // the callbacks that replace it cannot ask for a second factor
        const bool isRight = !m_script.password.isEmpty() && m_script.password == ssh_message_auth_password(message);
#pragma GCC diagnostic pop
        if (!isRight) {
            ssh_message_reply_default(message);
            return false;
        }
        if (m_script.needsBoth) {
            m_methods = SSH_AUTH_METHOD_INTERACTIVE;
            ssh_set_auth_methods(m_session, int(m_methods));
        }
        ssh_message_auth_reply_success(message, m_script.needsBoth ? 1 : 0);
        return !m_script.needsBoth;
    }

    bool interactive(ssh_message message)
    {
        if ((m_methods & SSH_AUTH_METHOD_INTERACTIVE) == 0) {
            ssh_message_reply_default(message);
            return false;
        }
        if (ssh_message_auth_kbdint_is_response(message) == 0) {
            m_round = 0;
            ask(message);
            return false;
        }
        const QList<QByteArray> &expected = m_script.rounds[m_round].answers;
        bool isRight = ssh_userauth_kbdint_getnanswers(m_session) == expected.size();
        for (int i = 0; isRight && i < expected.size(); ++i)
            isRight = expected[i] == ssh_userauth_kbdint_getanswer(m_session, unsigned(i));
        if (!isRight) {
            ssh_message_reply_default(message);
            return false;
        }
        if (++m_round < m_script.rounds.size()) {
            ask(message);
            return false;
        }
        ssh_message_auth_reply_success(message, 0);
        return true;
    }

    void ask(ssh_message message)
    {
        const LoginRound &round = m_script.rounds[m_round];
        std::vector<const char *> prompts;
        std::vector<char> echoes;
        for (const QByteArray &prompt : round.prompts) {
            prompts.push_back(prompt.constData());
            echoes.push_back(0);
        }
        ssh_message_auth_interactive_request(message, "login", round.instruction.constData(), unsigned(prompts.size()),
                                             prompts.data(), echoes.data());
    }

    ssh_session m_session;
    const LoginScript &m_script;
    unsigned m_methods = 0;
    qsizetype m_round = 0;
};

} // namespace

LoginServer::LoginServer(LoginScript script) : m_script(std::move(script))
{
    const QString key = m_folder.filePath(QStringLiteral("host"));
    EXPECT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"),
                                                          QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                                                          QStringLiteral("-f"), key}));
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *general = reinterpret_cast<sockaddr *>(&address);
    EXPECT_EQ(::bind(m_listener, general, size), 0);
    EXPECT_EQ(::listen(m_listener, 4), 0);
    EXPECT_EQ(::getsockname(m_listener, general, &size), 0);
    m_port = ntohs(address.sin_port);
    QFile publicKey(key + QStringLiteral(".pub"));
    QFile knownHostsFile(knownHosts());
    EXPECT_TRUE(publicKey.open(QIODevice::ReadOnly) && knownHostsFile.open(QIODevice::WriteOnly));
    knownHostsFile.write("[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + publicKey.readAll());
    knownHostsFile.close();
    m_thread = std::thread([this] { run(); });
}

LoginServer::~LoginServer()
{
    m_stopping = true;
    m_thread.join();
    ::close(m_listener);
}

void LoginServer::run()
{
    while (!m_stopping) {
        pollfd waited{m_listener, POLLIN, 0};
        if (::poll(&waited, 1, 20) == 1)
            serve(::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC));
    }
}

void LoginServer::serve(int socket)
{
    const ssh::BindPtr bind(ssh_bind_new());
    const ssh::SessionPtr session(ssh_new());
    const int no = 0;
    ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_PROCESS_CONFIG, &no);
    ssh_bind_options_set(bind.get(), SSH_BIND_OPTIONS_HOSTKEY,
                         m_folder.filePath(QStringLiteral("host")).toLocal8Bit().constData());
    if (ssh_bind_accept_fd(bind.get(), session.get(), socket) != SSH_OK
        || ssh_handle_key_exchange(session.get()) != SSH_OK)
        return;
    Dialogue dialogue(session.get(), m_script);
    bool isIn = false;
    while (!isIn) {
        ssh_message message = ssh_message_get(session.get());
        if (message == nullptr)
            return;
        isIn = dialogue.handle(message);
        ssh_message_free(message);
    }
    if (m_script.wantsOurAgent) {
        ssh_channel channel = ssh_channel_new(session.get());
        m_agentRefused = ssh_channel_open_auth_agent(channel) == SSH_ERROR;
        ssh_channel_free(channel);
    }
    while (!m_stopping && ssh_is_connected(session.get()) != 0) {
        pollfd waited{socket, POLLIN, 0};
        if (::poll(&waited, 1, 20) == 1)
            ssh_execute_message_callbacks(session.get());
    }
}

} // namespace holdpoint::testing
