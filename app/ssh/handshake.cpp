// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/handshake.h>

#include <models/base/sha256.h>
#include <models/base/log.h>
#include <models/base/text.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace holdpoint::ssh {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int fewestRsaBits = 1024; // RequiredRSASize of ssh_config(5) cannot be less
constexpr uint64_t rekeyBytes = 1ULL << 30;
constexpr uint32_t rekeySeconds = 3600;
constexpr uint64_t mostLastWords = 120; // of a server that turns a login away; libssh gives up on a longer line by itself

/// A broken session must not be used at all: libssh keeps a value that it refused.
class Options
{
public:
    explicit Options(ssh_session session) : m_session(session) {}
    Options &set(ssh_options_e option, const void *value)
    {
        if (m_good && ssh_options_set(m_session, option, value) != SSH_OK)
            m_good = false;
        return *this;
    }
    [[nodiscard]] bool areGood() const { return m_good; }

private:
    ssh_session m_session;
    bool m_good = true;
};

/// Whatever the server asks of us (agent, X11, forwarded ports) is refused; libssh answers so for a 1.
int refuse(ssh_session, ssh_message message, void *)
{
    log::warning(QStringLiteral("refused a request of the server: type %1, subtype %2")
                     .arg(ssh_message_type(message))
                     .arg(ssh_message_subtype(message)));
    return 1;
}

/// What has arrived and was not read yet; its beginning is enough.
QByteArray waitingBytes(int fd)
{
    std::array<char, 256> buffer{};
    const ssize_t count = ::recv(fd, buffer.data(), buffer.size(), MSG_PEEK | MSG_DONTWAIT);
    return {buffer.data(), std::max<ssize_t>(count, 0)};
}

/// Whether these are the first words of another protocol: HTTP, SMTP or FTP, IMAP, POP3, VNC, or what is no text at all.
bool isAnotherProtocol(const QByteArray &words)
{
    static const QRegularExpression known(QStringLiteral("^(HTTP/|<|[1-5][0-9][0-9][ -]|\\* |\\+OK|-ERR|RFB )"));
    const bool isText = std::ranges::all_of(
        words, [](char byte) { return uchar(byte) >= ' ' || byte == '\r' || byte == '\n' || byte == '\t'; });
    return !isText || known.match(QString::fromLatin1(words)).hasMatch();
}

/// In one line, made safe to show.
QString firstLine(const QByteArray &words)
{
    return elided(visibleControls(QString::fromUtf8(words.split('\n').first().trimmed())), 60);
}

} // namespace

QList<QByteArray> hostKeyAlgorithms(const QList<QByteArray> &algorithms, const QList<QByteArray> &recordedKeyTypes)
{
    const auto isRecorded = [&](const QByteArray &algorithm) {
        return recordedKeyTypes.contains(algorithm)
               || (algorithm.startsWith("rsa-") && recordedKeyTypes.contains("ssh-rsa"));
    };
    QList<QByteArray> first;
    QList<QByteArray> rest;
    for (const QByteArray &algorithm : algorithms)
        (isRecorded(algorithm) ? first : rest).append(algorithm);
    return first + rest;
}

QString keyFingerprint(const QByteArray &key)
{
    return QStringLiteral("SHA256:")
           + QString::fromLatin1(sha256(key).toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals));
}

Handshake::Handshake(const Destination &destination, CancelSwitch &cancel, std::chrono::milliseconds stepLimit)
    : m_destination(destination), m_cancel(cancel), m_stepLimit(stepLimit), m_session(ssh_new())
{
    // From the first packet on: a request may come with the answer to the login, before the session has its worker.
    ssh_set_message_callback(m_session.get(), refuse, nullptr);
}

Result<> Handshake::configure(const QList<QByteArray> &recordedKeyTypes)
{
    const int no = 0;
    const int yes = 1;
    const unsigned int port = m_destination.port;
    const long seconds = std::max<long>(1, long(m_stepLimit.count() / 1000));
    const QByteArray keyExchanges = algorithms(AlgorithmKind::KeyExchange).join(',');
    const QByteArray ciphers = algorithms(AlgorithmKind::Cipher).join(',');
    const QByteArray macs = algorithms(AlgorithmKind::Mac).join(',');
    QList<QByteArray> hostKeys = algorithms(AlgorithmKind::HostKey);
    if (!m_destination.keepsHostKeyOrder)
        hostKeys = hostKeyAlgorithms(hostKeys, recordedKeyTypes);
    Options options(m_session.get());
    // libssh reads no file of the user's and looks no name up: the host is only there for its messages.
    options.set(SSH_OPTIONS_PROCESS_CONFIG, &no)
        .set(SSH_OPTIONS_HOST, "127.0.0.1")
        .set(SSH_OPTIONS_PORT, &port)
        .set(SSH_OPTIONS_USER, m_destination.user.toUtf8().constData())
        .set(SSH_OPTIONS_KNOWNHOSTS, "/dev/null")
        .set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null")
        .set(SSH_OPTIONS_STRICTHOSTKEYCHECK, &yes)
        .set(SSH_OPTIONS_TIMEOUT, &seconds)
        .set(SSH_OPTIONS_NODELAY, &yes)
        .set(SSH_OPTIONS_KEY_EXCHANGE, keyExchanges.constData())
        .set(SSH_OPTIONS_HOSTKEYS, hostKeys.join(',').constData())
        .set(SSH_OPTIONS_CIPHERS_C_S, ciphers.constData())
        .set(SSH_OPTIONS_CIPHERS_S_C, ciphers.constData())
        .set(SSH_OPTIONS_HMAC_C_S, macs.constData())
        .set(SSH_OPTIONS_HMAC_S_C, macs.constData())
        .set(SSH_OPTIONS_COMPRESSION, "no")
        .set(SSH_OPTIONS_REKEY_DATA, &rekeyBytes)
        .set(SSH_OPTIONS_REKEY_TIME, &rekeySeconds)
        .set(SSH_OPTIONS_GSSAPI_AUTH, &no);
    if (m_destination.algorithms.contains(AlgorithmKind::LoginKey))
        options.set(SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES, algorithms(AlgorithmKind::LoginKey).join(',').constData());
    if (m_destination.leastRsaBits) {
        const int bits = std::max(*m_destination.leastRsaBits, fewestRsaBits);
        options.set(SSH_OPTIONS_RSA_MIN_SIZE, &bits);
    }
    if (!options.areGood()) {
        const QString why = lastError();
        m_session.reset();
        return fail(ErrorKind::Invalid, QStringLiteral("the SSH library refused an option: %1").arg(why));
    }
    return {};
}

QList<QByteArray> Handshake::algorithms(AlgorithmKind kind) const
{
    const auto chosen = m_destination.algorithms.find(kind);
    return chosen == m_destination.algorithms.end() ? preferredAlgorithms(kind) : chosen->second;
}

Result<> Handshake::connect(Descriptor socket, const QList<QByteArray> &recordedKeyTypes)
{
    if (!m_session)
        return fail(ErrorKind::Io, QStringLiteral("the SSH library cannot start a session"));
    if (auto configured = configure(recordedKeyTypes); !configured)
        return configured;
    const int fd = socket.get();
    if (ssh_options_set(m_session.get(), SSH_OPTIONS_FD, &fd) != SSH_OK)
        return fail(ErrorKind::Invalid, lastError());
    m_cancel.guard(fd);
    ssh_set_blocking(m_session.get(), 0);
    ssh_set_counters(m_session.get(), &m_received, nullptr);
    QByteArray firstWords;
    const auto result = repeat(SSH_AGAIN, [&] {
        if (m_received.in_bytes == 0)
            firstWords = waitingBytes(fd);
        socket.release(); // the session closes it from here on
        return ssh_connect(m_session.get());
    });
    if (!result && result.error().kind != ErrorKind::Timeout)
        return fail(result.error());
    if (!result || *result != SSH_OK)
        return fail(notConnected(result, firstWords));
    ssh_set_counters(m_session.get(), nullptr, nullptr); // the session outlives this
    // libssh made the socket blocking; a stopped peer must never hold a thread up.
    const int flags = ::fcntl(fd, F_GETFL);
    if (::fcntl(fd, F_SETFL, flags | O_NONBLOCK) != 0)
        return fail(ErrorKind::Io, QStringLiteral("cannot make the socket non-blocking"));
    return {};
}

Result<int> Handshake::repeat(int again, const std::function<int()> &step)
{
    auto deadline = Clock::now() + m_stepLimit;
    for (;;) {
        const auto begun = Clock::now();
        const int result = step();
        deadline += Clock::now() - begun; // it only takes long where a person is waited for: a touch, a confirmation
        if (m_cancel.isCancelled())
            return fail(ErrorKind::Cancelled, QStringLiteral("called off while logging in"));
        if (result != again)
            return result;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            return fail(ErrorKind::Timeout, QStringLiteral("%1 accepted the connection but did not answer in time")
                                                .arg(m_destination.toString()));
        }
        const int fd = ssh_get_fd(m_session.get());
        const int on = 1;
        // Linux falls back to delayed acknowledgements, 40 ms each, unless told again.
        ::setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        const bool writing = (ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) != 0;
        std::array<pollfd, 2> waited{pollfd{fd, short(writing ? POLLIN | POLLOUT : POLLIN), 0},
                                     pollfd{m_cancel.fd(), POLLIN, 0}};
        ::poll(waited.data(), waited.size(), int(left));
    }
}

Result<QByteArray> Handshake::hostKey() const
{
    ssh_key key = nullptr;
    if (ssh_get_server_publickey(m_session.get(), &key) != SSH_OK)
        return fail(lost());
    const KeyPtr owned(key);
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
        return fail(lost());
    const TextPtr text(base64);
    return QByteArray::fromBase64(base64);
}

QString Handshake::lastError() const
{
    return m_session ? elided(visibleControls(QString::fromUtf8(ssh_get_error(m_session.get()))), 300) : QString();
}

/// A server that closes says why in words of its own ("Exceeded MaxStartups", "Not allowed at this time", or others), or not at
/// all. Before its banner it may say what it likes, as slowly as it likes (RFC 4253 section 4.2).
Error Handshake::notConnected(const Result<int> &result, const QByteArray &firstWords) const
{
    const bool hasBanner = ssh_get_serverbanner(m_session.get()) != nullptr;
    const bool hasSpoken = !hasBanner && m_received.in_bytes > 0;
    if (hasSpoken && isAnotherProtocol(firstWords))
        return noServer(firstWords);
    if (!result)
        return result.error();
    if (hasBanner)
        return lost();
    if (m_received.in_bytes > mostLastWords)
        return noServer(firstWords);
    const QString words = firstLine(firstWords); // unknown when libssh was quicker to read them
    return {ErrorKind::Busy,
            words.isEmpty() ? QStringLiteral("%1 closed the connection before it said anything; it may be turning new logins "
                                             "away (MaxStartups)")
                                  .arg(m_destination.toString())
                            : QStringLiteral("%1 said \"%2\" and closed the connection; it may be turning new logins away")
                                  .arg(m_destination.toString(), words)};
}

Error Handshake::noServer(const QByteArray &firstWords) const
{
    const QString line = firstLine(firstWords);
    return {ErrorKind::Disconnected,
            line.isEmpty() ? QStringLiteral("%1 does not speak SSH on this port").arg(m_destination.toString())
                           : QStringLiteral("%1 does not speak SSH on this port: it answered \"%2\"")
                                 .arg(m_destination.toString(), line)};
}

Error Handshake::lost() const
{
    QString why = lastError();
    // What libssh says when the other side was quicker to close than to be read.
    if (why == QStringLiteral("Socket error: Success"))
        why = QStringLiteral("it closed before both sides had agreed how to talk; perhaps it only knows outdated algorithms");
    return {ErrorKind::Disconnected,
            QStringLiteral("%1 ended the connection during the login: %2")
                .arg(m_destination.toString(), why.isEmpty() ? QStringLiteral("no reason given") : why)};
}

} // namespace holdpoint::ssh
