// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/login.h>

#include <app/ssh/dialer.h>
#include <app/ssh/knownhosts.h>
#include <app/ssh/resolver.h>
#include <app/ssh/revokedkeys.h>
#include <app/ssh/route.h>

#include <models/base/log.h>
#include <models/base/text.h>

#include <array>
#include <poll.h>
#include <sys/eventfd.h>

namespace holdpoint::ssh {

namespace {

QString text(const char *bytes)
{
    return bytes == nullptr ? QString() : elided(visibleControls(QString::fromUtf8(bytes)), 300);
}

session::HostIdentity identityOf(ssh_session session, const Destination &destination, const QByteArray &key)
{
    session::HostIdentity identity;
    identity.user = destination.user;
    identity.host = destination.host;
    identity.port = destination.port;
    identity.keyType = text(KnownHosts::typeOf(key).constData());
    identity.keyFingerprint = keyFingerprint(key);
    identity.serverBanner = text(ssh_get_serverbanner(session));
    identity.cipher = text(ssh_get_cipher_in(session));
    identity.client = QStringLiteral("libssh %1").arg(text(ssh_version(0)).section(u'/', 0, 0)); // "0.10.6/openssl/zlib"
    return identity;
}

/// A list that cannot be read lets nobody in, as for ssh(1).
Result<> requireNotRevoked(const Destination &destination, const QByteArray &key)
{
    if (destination.revokedHostKeys.isEmpty())
        return {};
    const auto revoked = isRevoked(destination.revokedHostKeys, key);
    if (!revoked) {
        return fail(ErrorKind::HostKeyUnknown, QStringLiteral("the key of %1 cannot be checked against RevokedHostKeys: %2")
                                                   .arg(destination.toString(), revoked.error().detail));
    }
    if (*revoked) {
        return fail(ErrorKind::HostKeyChanged, QStringLiteral("%1 shows the key %2, which %3 lists as revoked")
                                                   .arg(destination.toString(), keyFingerprint(key), destination.revokedHostKeys));
    }
    return {};
}

/// A line that holds for several hosts is told once.
QStringList notesOf(const Route &route)
{
    QStringList notes;
    for (const Destination &destination : route)
        notes.append(destination.notes);
    notes.removeDuplicates();
    for (const QString &note : notes)
        log::info(note);
    return notes;
}

/// What libssh cannot, certificates of hosts for example, OpenSSH's client may.
Error withWayOut(Error error, const QString &host)
{
    if (error.detail.contains(QLatin1String("no match for method")) || error.detail.contains(QLatin1String("agreed how to talk")))
        error.detail += QStringLiteral("; ") + wayByStockClient(host);
    return error;
}

} // namespace

Login::Login(session::HostAddress address, SshOptions options, std::function<void()> notify)
    : m_address(std::move(address))
    , m_options(std::move(options))
    , m_notify(std::move(notify))
    , m_answered(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this] { run(); })
{}

Login::~Login()
{
    m_cancel.cancel();
    m_thread.join();
}

void Login::run()
{
    auto result = attempt();
    m_finished = true;
    if (result)
        report(std::move(*result));
    else
        report(result.error());
}

Result<Established> Login::attempt()
{
    const auto lookUp = [this](const QString &name, AddressFamily family) {
        looksUp(name);
        return resolveName(name, family, m_cancel, std::chrono::steady_clock::now() + m_options.timing.login);
    };
    const auto route = resolveRoute(m_address, m_options, lookUp);
    if (!route)
        return fail(route.error());
    report(ConfigurationNotes{notesOf(*route)});
    const QString first = route->front().toString();
    auto reached = logIn(route->front(), dial(route->front(), m_cancel, [&](const QString &name) {
                             name.isEmpty() ? awaits(first) : looksUp(name);
                         }));
    for (qsizetype i = 1; i < route->size() && reached; ++i)
        reached = logIn(route->at(i), tunnel(route->at(i - 1), std::move(*reached), route->at(i)));
    if (!reached)
        return fail(withWayOut(reasonOf(m_hops, reached.error()), m_address.host));
    reached->identity.via = m_via;
    return reached;
}

Result<Established> Login::logIn(const Destination &destination, Result<Descriptor> socket)
{
    if (!socket)
        return fail(socket.error());
    m_socket = socket->get();
    const KnownHosts knownHosts(destination.knownHostsFiles);
    Handshake handshake(destination, m_cancel, m_options.timing.login);
    const auto recorded = knownHosts.keyTypes(destination.keyName, destination.keyPort);
    if (auto connected = handshake.connect(std::move(*socket), recorded); !connected)
        return fail(connected.error());
    const auto key = handshake.hostKey();
    if (!key)
        return fail(key.error());
    if (auto verified = verifyHostKey(destination, *key); !verified)
        return fail(verified.error());
    report(LoginStarted{});
    Authenticator authenticator(handshake, m_cancel, destination, *this);
    const auto method = authenticator.run();
    if (!method)
        return fail(method.error());
    auto identity = identityOf(handshake.session(), destination, *key);
    identity.authMethod = *method;
    m_cancel.release();
    return Established{handshake.take(), std::move(identity), destination.timing,
                       destination.environment};
}

/// The next host's connection through one that is logged in to, whose session goes to the worker.
Result<Descriptor> Login::tunnel(const Destination &hop, Established reached, const Destination &next)
{
    const session::HostAddress address{hop.user, hop.host, hop.port, false};
    m_via.append(QStringLiteral("%1 %2").arg(address.toString(), reached.identity.keyFingerprint));
    const auto tunnel = std::make_shared<Tunnel>(next.host, next.port);
    m_hops.push_back({hop.toString(), std::make_shared<LinkReport>(m_notify)});
    report(HopEstablished{std::move(reached.session), reached.timing, m_hops.back(), tunnel});
    awaits(next.toString());
    auto end = tunnel->wait(m_cancel, next.connectTimeout);
    if (!end && end.error().kind != ErrorKind::Cancelled) {
        return fail(end.error().kind, QStringLiteral("%1 cannot connect to %2: %3")
                                          .arg(hop.toString(), next.toString(), end.error().detail));
    }
    return end;
}

Result<> Login::verifyHostKey(const Destination &destination, const QByteArray &key)
{
    if (auto trusted = requireNotRevoked(destination, key); !trusted)
        return trusted;
    const KnownHosts knownHosts(destination.knownHostsFiles);
    const auto finding = knownHosts.check(destination.keyName, destination.keyPort, key);
    const QString shown = QStringLiteral("%1 %2").arg(text(KnownHosts::typeOf(key).constData()), keyFingerprint(key));
    switch (finding.verdict) {
    case HostKeyVerdict::Ok:
        return {};
    case HostKeyVerdict::Changed:
    case HostKeyVerdict::Revoked:
        return fail(ErrorKind::HostKeyChanged, QStringLiteral("%1 shows the key %2, but %3")
                                                   .arg(destination.toString(), shown, finding.detail));
    case HostKeyVerdict::FileError:
        return fail(ErrorKind::HostKeyUnknown,
                    QStringLiteral("the key of %1 cannot be checked: %2").arg(destination.toString(), finding.detail));
    case HostKeyVerdict::CaOnly:
    case HostKeyVerdict::Unknown:
        break;
    }
    const bool hasAuthority = finding.verdict == HostKeyVerdict::CaOnly;
    const QString note = hasAuthority ? QStringLiteral("%1, which this client cannot ask; %2")
                                            .arg(finding.detail, wayByStockClient(m_address.host))
                                      : finding.detail;
    const auto accepted
        = confirmHostKey({destination.toString(), text(KnownHosts::typeOf(key).constData()), keyFingerprint(key), note});
    if (!accepted)
        return fail(accepted.error());
    if (!*accepted) {
        return fail(ErrorKind::HostKeyUnknown, QStringLiteral("the key of %1 is recorded nowhere and nobody "
                                                              "confirmed it: %2").arg(destination.toString(), shown));
    }
    return knownHosts.add(destination.keyName, destination.keyPort, key,
                          destination.hashesNames ? HostNames::Hashed : HostNames::Plain);
}

Result<bool> Login::confirmHostKey(const session::HostKeyQuestion &question)
{
    const auto answer = waitForAnswer(question);
    if (!answer)
        return fail(answer.error());
    const bool *accepted = std::get_if<bool>(&*answer);
    return accepted != nullptr && *accepted;
}

Result<std::optional<QString>> Login::askSecret(const session::SecretQuestion &question)
{
    auto answer = waitForAnswer(question);
    if (!answer)
        return fail(answer.error());
    auto *secret = std::get_if<std::optional<QString>>(&*answer);
    return secret != nullptr ? std::move(*secret) : std::nullopt;
}

void Login::awaits(const QString &name)
{
    m_awaited = QStringLiteral("an answer from %1").arg(name);
    report(Awaited{m_awaited});
}

void Login::looksUp(const QString &name)
{
    report(Awaited{QStringLiteral("a name server: looking up %1").arg(name), Awaited::Told::Soon});
}

Result<Login::Answer> Login::waitForAnswer(LoginEvent question)
{
    report(std::move(question));
    std::array<pollfd, 3> waited{pollfd{m_answered.get(), POLLIN, 0}, pollfd{m_cancel.fd(), POLLIN, 0},
                                 pollfd{m_socket, POLLRDHUP, 0}};
    while (::poll(waited.data(), waited.size(), -1) < 0) {
    }
    if (m_cancel.isCancelled())
        return fail(ErrorKind::Cancelled, QStringLiteral("called off while a question was open"));
    if ((waited[0].revents & POLLIN) == 0)
        return fail(ErrorKind::Disconnected, QStringLiteral("the host hung up before its question was answered"));
    eventfd_t count = 0;
    ::eventfd_read(m_answered.get(), &count);
    report(Awaited{m_awaited});
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answer, std::monostate{});
}

void Login::report(LoginEvent event)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
    }
    m_notify();
}

std::vector<LoginEvent> Login::takeEvents()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

void Login::answerHostKey(bool accepted)
{
    answer(accepted);
}

void Login::answerSecret(std::optional<QString> secret)
{
    answer(std::move(secret));
}

void Login::answer(Answer answer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }
    ::eventfd_write(m_answered.get(), 1);
}

} // namespace holdpoint::ssh
