// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshtransport.h>

#include <QPointer>
#include <QRandomGenerator>

namespace holdpoint::ssh {

namespace {

/// A host that turns new logins away (MaxStartups) lets some in later: tried again after 0.25, 0.5, 1, 2 and 4 s, each
/// stretched by up to as much again, so that those who were turned away together do not come back together.
constexpr int mostTimesTurnedAway = 5;
constexpr int firstPauseMs = 250;

} // namespace

SshTransport::SshTransport(session::HostAddress address, SshOptions options, Shared shared, session::Prompter &prompter)
    : m_address(std::move(address))
    , m_options(std::move(options))
    , m_worker(std::move(shared.worker))
    , m_logins(std::move(shared.logins))
    , m_prompter(prompter)
    , m_bell(std::make_shared<Doorbell>(this, [this] { attend(); }))
    , m_report(std::make_shared<LinkReport>([bell = m_bell] { bell->ring(); }))
{
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &SshTransport::awaitedChanged);
    m_againTimer.setSingleShot(true);
    connect(&m_againTimer, &QTimer::timeout, this, &SshTransport::logIn);
}

SshTransport::~SshTransport()
{
    m_bell->silence();
    endLogin();
    dropLinks();
    // Nobody listens to the channels any more. The worker may see a closed pipe before it hears that the link goes, and a
    // program that is cut off while it says its last words may stay for ever (tmux does).
    for (SshChannel *channel : findChildren<SshChannel *>(QString(), Qt::FindDirectChildrenOnly)) {
        channel->leaveToLink();
        delete channel;
    }
}

void SshTransport::open()
{
    if (std::exchange(m_used, true))
        return;
    setState(State::Connecting);
    logIn();
}

void SshTransport::logIn()
{
    m_logins->request(this, [this] {
        m_login = std::make_unique<Login>(m_address, m_options, [bell = m_bell] { bell->ring(); });
    });
}

/// Everything begins anew, jump hosts included.
void SshTransport::turnedAway(const Error &error)
{
    if (m_timesTurnedAway == mostTimesTurnedAway)
        return loginFailed({ErrorKind::Disconnected, error.detail});
    const int pause = firstPauseMs << m_timesTurnedAway++;
    m_logins->turnedAway();
    endLogin();
    dropLinks();
    m_hops.clear();
    m_againTimer.start(pause + QRandomGenerator::global()->bounded(pause));
    setState(State::Connecting);
}

void SshTransport::close()
{
    if (m_login || m_state == State::Connecting) // also while it waits for its turn
        loginFailed({ErrorKind::Cancelled, QStringLiteral("called off")});
    else if (m_link != 0)
        lost({ErrorKind::Cancelled, QStringLiteral("closed from this side")});
}

void SshTransport::attend()
{
    const QPointer<SshTransport> self(this); // a listener may delete the transport
    attendLogin();
    if (!self)
        return;
    // Channels first: how a command ended is told before the loss of the link.
    const auto channels = findChildren<SshChannel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QPointer<SshChannel> &channel : QList<QPointer<SshChannel>>(channels.begin(), channels.end())) {
        if (channel)
            channel->attend();
        if (!self)
            return;
    }
    attendLink();
}

void SshTransport::attendLogin()
{
    const QPointer<SshTransport> self(this);
    auto events = m_login ? m_login->takeEvents() : std::vector<LoginEvent>();
    for (LoginEvent &event : events) {
        handle(event);
        if (!self || !m_login)
            return;
    }
}

void SshTransport::handle(LoginEvent &event)
{
    if (auto *question = std::get_if<session::HostKeyQuestion>(&event))
        ask(*question);
    else if (auto *secret = std::get_if<session::SecretQuestion>(&event))
        ask(*secret);
    else if (auto *hop = std::get_if<HopEstablished>(&event))
        hopEstablished(*hop);
    else if (auto *result = std::get_if<Established>(&event))
        established(*result);
    else if (auto *error = std::get_if<Error>(&event))
        error->kind == ErrorKind::Busy ? turnedAway(*error) : loginFailed(*error);
    else if (const auto *notes = std::get_if<ConfigurationNotes>(&event))
        m_notes = notes->notes;
    else if (const auto *awaited = std::get_if<Awaited>(&event))
        setAwaited(*awaited);
    else
        setState(State::Authenticating);
}

/// Told when it takes long; a person's own answer is not waited for in these words.
void SshTransport::setAwaited(const Awaited &now)
{
    const bool wasTold = !awaited().isEmpty();
    m_awaited = now.what;
    const LinkTiming &timing = m_options.timing;
    if (now.what.isEmpty())
        m_tellTimer.stop();
    else
        m_tellTimer.start(now.told == Awaited::Told::Soon ? timing.lookUpToldAfter : timing.toldAfter);
    if (wasTold)
        emit awaitedChanged();
}

void SshTransport::ask(const session::HostKeyQuestion &question)
{
    setAwaited({});
    m_question = std::make_shared<OpenQuestion>(OpenQuestion{m_login.get()});
    m_prompter.confirmHostKey(question, [weak = std::weak_ptr(m_question)](bool accepted) {
        const auto open = weak.lock();
        if (open && !std::exchange(open->isAnswered, true))
            open->login->answerHostKey(accepted);
    });
}

void SshTransport::ask(const session::SecretQuestion &question)
{
    setAwaited({});
    m_question = std::make_shared<OpenQuestion>(OpenQuestion{m_login.get()});
    m_prompter.askSecret(question, [weak = std::weak_ptr(m_question)](std::optional<QString> secret) {
        const auto open = weak.lock();
        if (open && !std::exchange(open->isAnswered, true))
            open->login->answerSecret(std::move(secret));
    });
}

void SshTransport::hopEstablished(HopEstablished &hop)
{
    m_hopLinks.push_back(m_worker->adopt(std::move(hop.session), hop.timing, hop.hop.report));
    m_hops.push_back(std::move(hop.hop));
    m_worker->forward(m_hopLinks.back(), std::move(hop.tunnel));
}

void SshTransport::established(Established &result)
{
    m_identity = result.identity;
    m_environment = result.environment;
    m_link = m_worker->adopt(std::move(result.session), result.timing, m_report);
    m_logins->succeeded();
    endLogin();
    const QPointer<SshTransport> self(this);
    setState(State::Ready);
    if (self && m_state == State::Ready)
        emit ready();
}

/// A login that is not finished is left to the worker: waiting for its thread could hold the window up.
void SshTransport::endLogin()
{
    m_againTimer.stop();
    const auto question = std::exchange(m_question, nullptr);
    if (m_login)
        m_worker->bury(std::move(m_login));
    if (question && !question->isAnswered)
        m_prompter.withdraw();
    m_tellTimer.stop();
    m_awaited.clear(); // the state that follows says that nobody is waited for
    m_logins->release(this);
}

void SshTransport::loginFailed(const Error &error)
{
    endLogin();
    dropLinks();
    const QPointer<SshTransport> self(this);
    setState(State::Closed);
    if (self)
        emit failed(error);
}

void SshTransport::attendLink()
{
    if (m_link == 0)
        return;
    if (const auto why = m_report->lost())
        lost(reasonOf(m_hops, *why));
    else
        setState(m_report->isSilent() ? State::Silent : State::Ready);
}

void SshTransport::lost(const Error &why)
{
    const QPointer<SshTransport> self(this);
    dropLinks();
    m_bell->silence();
    for (SshChannel *channel : findChildren<SshChannel *>(QString(), Qt::FindDirectChildrenOnly))
        channel->endWithLink();
    if (self)
        setState(why.kind == ErrorKind::Cancelled ? State::Closed : State::Lost);
    if (self)
        emit disconnected(why);
}

/// What is reached through a jump host first.
void SshTransport::dropLinks()
{
    if (m_link != 0)
        m_worker->drop(std::exchange(m_link, 0));
    while (!m_hopLinks.empty()) {
        m_worker->drop(m_hopLinks.back());
        m_hopLinks.pop_back();
    }
}

void SshTransport::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

session::Channel *SshTransport::openShell(int columns, int rows, const QByteArray &command)
{
    return openChannel({.pty = TerminalSize{columns, rows}, .command = command, .environment = m_environment});
}

session::Channel *SshTransport::exec(const QByteArray &command)
{
    return openChannel({.command = command, .environment = m_environment});
}

session::Channel *SshTransport::openSubsystem(const QByteArray &name)
{
    return openChannel({.subsystem = name, .environment = m_environment});
}

session::Channel *SshTransport::openChannel(ChannelRequest request)
{
    const auto notify = [bell = m_bell] { bell->ring(); };
    const auto wake = [worker = std::weak_ptr(m_worker), link = m_link] {
        if (const auto alive = worker.lock())
            alive->wake(link);
    };
    auto pipe = std::make_shared<ChannelPipe>(notify, wake);
    auto *channel = new SshChannel(pipe, this);
    if (m_link != 0)
        m_worker->openChannel(m_link, std::move(request), std::move(pipe));
    else // not connected: told after the caller had time to listen
        QMetaObject::invokeMethod(channel, [channel] { channel->endWithLink(); }, Qt::QueuedConnection);
    return channel;
}

} // namespace holdpoint::ssh
