// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/practiceconnection.h>

#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace holdpoint::practice {

namespace {

constexpr std::chrono::seconds loginTime{30};
constexpr int mostAttempts = 6;
constexpr size_t mostChannels = 100;
constexpr int mostPolls = 32;
constexpr int mostRounds = 16;

} // namespace

PracticeConnection::PracticeConnection(ssh_bind bind, ssh::Descriptor socket, ssh_key clientKey,
                                       const Surroundings &surroundings)
    : m_clientKey(clientKey)
    , m_surroundings(surroundings)
    , m_session(ssh_new())
    , m_event(ssh_event_new())
    , m_loginDeadline(std::chrono::steady_clock::now() + loginTime)
{
    const int fd = socket.get();
    if (!m_session || !m_event || ssh_bind_accept_fd(bind, m_session.get(), fd) != SSH_OK) {
        m_done = true;
        return;
    }
    socket.release(); // the session closes it
    ssh_set_blocking(m_session.get(), 0);
    ssh_set_counters(m_session.get(), nullptr, &m_counter);
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = this;
    m_callbacks.auth_pubkey_function = onPublicKey;
    m_callbacks.service_request_function = onService;
    m_callbacks.channel_open_request_session_function = onChannel;
    ssh_set_auth_methods(m_session.get(), SSH_AUTH_METHOD_PUBLICKEY);
    m_done = ssh_set_server_callbacks(m_session.get(), &m_callbacks) != SSH_OK
             || ssh_handle_key_exchange(m_session.get()) == SSH_ERROR
             || ssh_event_add_session(m_event.get(), m_session.get()) != SSH_OK;
}

PracticeConnection::~PracticeConnection()
{
    m_channels.clear();
    if (m_event && m_session)
        ssh_event_remove_session(m_event.get(), m_session.get());
}

int PracticeConnection::onPublicKey(ssh_session, const char *user, ssh_key key, char state, void *self)
{
    auto *connection = static_cast<PracticeConnection *>(self);
    const bool isRight = std::strcmp(user, userName) == 0
                         && ssh_key_cmp(key, connection->m_clientKey, SSH_KEY_CMP_PUBLIC) == 0;
    if (!isRight) {
        connection->m_done = ++connection->m_attempts >= mostAttempts;
        return SSH_AUTH_DENIED;
    }
    if (state == SSH_PUBLICKEY_STATE_VALID)
        connection->m_loggedIn = true;
    return state == SSH_PUBLICKEY_STATE_VALID || state == SSH_PUBLICKEY_STATE_NONE ? SSH_AUTH_SUCCESS
                                                                                    : SSH_AUTH_DENIED;
}

ssh_channel PracticeConnection::onChannel(ssh_session session, void *self)
{
    auto *connection = static_cast<PracticeConnection *>(self);
    if (!connection->m_loggedIn || connection->m_channels.size() >= mostChannels)
        return nullptr;
    return connection->m_channels.emplace_back(session, connection->m_surroundings).handle();
}

void PracticeConnection::watch(std::vector<pollfd> &watched) const
{
    const bool writing = (ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) != 0;
    watched.push_back({ssh_get_fd(m_session.get()), short(writing ? POLLIN | POLLOUT : POLLIN), 0});
    for (const PracticeChannel &channel : m_channels)
        channel.watch(watched);
}

void PracticeConnection::service()
{
    // Any call into libssh may take in packets of channels that had their turn already, so that is looked at too.
    bool moved = !m_done;
    for (int round = 0; round < mostRounds && moved && !m_done; ++round) {
        const auto packets = m_counter.in_packets;
        moved = pump();
        moved = serviceChannels() || moved;
        // Whatever no callback took (forwarding, other logins) is refused.
        if (ssh_execute_message_callbacks(m_session.get()) == SSH_ERROR)
            m_done = true;
        moved = moved || m_counter.in_packets != packets;
    }
    m_hasMore = moved && !m_done;
    if (ssh_is_connected(m_session.get()) == 0)
        m_done = true;
    const int on = 1;
    if (!m_done)
        ::setsockopt(ssh_get_fd(m_session.get()), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

bool PracticeConnection::pump()
{
    int polls = 0;
    while (polls < mostPolls && ssh_event_dopoll(m_event.get(), 0) == SSH_OK)
        ++polls;
    return polls > 0;
}

bool PracticeConnection::serviceChannels()
{
    bool moved = false;
    for (auto channel = m_channels.begin(); channel != m_channels.end();) {
        moved = channel->service() || moved;
        channel = channel->isDone() ? m_channels.erase(channel) : std::next(channel);
    }
    return moved;
}

} // namespace holdpoint::practice
