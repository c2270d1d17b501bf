// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stocktransport.h>

#include <app/ssh/stockchannel.h>
#include <app/ssh/stockquestion.h>

#include <models/base/log.h>
#include <models/base/text.h>

#include <QPointer>

namespace holdpoint::ssh {

namespace {

constexpr int proxyPatience =
    6; ///< times as long: a program of the configuration may ask the person to log in elsewhere

/// Without what says how it is reached.
QString nameOf(session::HostAddress address)
{
    address.client = session::SshClient::Own;
    address.kept = false;
    return address.toString();
}

} // namespace

StockTransport::StockTransport(session::HostAddress address, SshOptions options, std::shared_ptr<Undertaker> undertaker,
                               session::Prompter &prompter)
    : m_address(std::move(address))
    , m_options(std::move(options))
    , m_undertaker(std::move(undertaker))
    , m_prompter(prompter)
{
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &StockTransport::awaitedChanged);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &StockTransport::tooLate);
}

StockTransport::~StockTransport()
{
    m_notice.clear(); // nobody is told any more
    withdraw();
    qDeleteAll(findChildren<StockChannel *>(QString(), Qt::FindDirectChildrenOnly));
}

void StockTransport::open()
{
    if (std::exchange(m_used, true))
        return;
    setState(State::Connecting);
    m_tellTimer.start(m_options.timing.toldAfter);
    auto master = StockMaster::start(m_address, m_options, m_undertaker);
    if (!master) { // told after the caller had time to listen
        QMetaObject::invokeMethod(
            this, [this, why = master.error()] { loginFailed(why); }, Qt::QueuedConnection);
        return;
    }
    m_master = std::move(*master);
    connect(m_master.get(), &StockMaster::progressed, this, &StockTransport::progressed);
    connect(m_master.get(), &StockMaster::ended, this, &StockTransport::masterEnded);
    connect(&m_master->desk(), &AskpassDesk::asked, this, &StockTransport::ask);
    connect(&m_master->desk(), &AskpassDesk::withdrawn, this, &StockTransport::withdraw);
    connect(&m_master->desk(), &AskpassDesk::noticed, this, [this](const QString &text) {
        log::info(QStringLiteral("ssh: %1").arg(text));
        setNotice(QStringLiteral("%1 (to log in to %2)").arg(awaitedIn(text), nameOf(m_address)));
    });
    m_patience.start(m_options.timing.login);
}

void StockTransport::close()
{
    if (isLoggingIn())
        loginFailed({ErrorKind::Cancelled, QStringLiteral("called off")});
    else if (m_state == State::Ready)
        lost({ErrorKind::Cancelled, QStringLiteral("closed from this side")});
}

void StockTransport::progressed()
{
    if (!isLoggingIn() || !m_master)
        return;
    using Stage = StockLog::Stage;
    const Stage stage = m_master->log().stage();
    // Behind the greeting ssh itself gives up a host that says nothing; agents and people may take their time.
    if (stage >= Stage::Greeted)
        m_patience.stop();
    else
        m_patience.start(m_options.timing.login * (stage == Stage::Proxying ? proxyPatience : 1));
    const QPointer<StockTransport> self(this);
    if (stage >= Stage::LoggingIn)
        setState(State::Authenticating);
    if (self && isLoggingIn() && m_master->isListening())
        established();
}

void StockTransport::established()
{
    const StockLog &log = m_master->log();
    if (log.contradictsItself() || log.identity().keyFingerprint.isEmpty()) {
        loginFailed({ErrorKind::HostKeyUnknown,
                     log.contradictsItself()
                         ? QStringLiteral("the host made ssh name two different host keys; one of them is made up")
                         : QStringLiteral("ssh did not say which key the host has, so the record could not name it")});
        return;
    }
    m_identity = log.identity();
    const QPointer<StockTransport> self(this);
    withdraw(); // a program of the configuration may be asking still
    if (!self || !m_master)
        return;
    m_master->closeDesk();
    setState(State::Ready);
    if (self && m_state == State::Ready)
        emit ready();
}

void StockTransport::tooLate()
{
    if (m_master && m_master->desk().isWaiting())
        m_patience.start(m_options.timing.login);
    else
        loginFailed({ErrorKind::Timeout, QStringLiteral("%1 did not answer in time").arg(m_address.toString())});
}

void StockTransport::masterEnded()
{
    const Error why = m_master->reason();
    if (isLoggingIn())
        loginFailed(why);
    else
        lost(why);
}

void StockTransport::ask(const QString &prompt)
{
    if (!isHostKeyPrompt(prompt))
        return askSecret(prompt);
    const auto question = hostKeyQuestionIn(prompt);
    if (question)
        askHostKey(*question);
    else
        loginFailed(
            {ErrorKind::HostKeyUnknown, QStringLiteral("ssh asks about a host key in words that are not understood: %1")
                                            .arg(elided(visibleControls(prompt), 300))});
}

void StockTransport::askHostKey(const session::HostKeyQuestion &question)
{
    m_question = std::make_shared<OpenQuestion>();
    m_prompter.confirmHostKey(question, [this, question, weak = std::weak_ptr(m_question)](bool isAccepted) {
        const auto open = weak.lock();
        if (!open || std::exchange(open->isAnswered, true))
            return;
        QString fingerprint = question.fingerprint; // in place of "yes": ssh compares it
        if (isAccepted)
            return m_master->desk().answer(fingerprint);
        loginFailed({ErrorKind::HostKeyUnknown,
                     QStringLiteral("the key of %1 is recorded nowhere and nobody confirmed it: %2 %3")
                         .arg(question.host, question.keyType, question.fingerprint)});
    });
}

void StockTransport::askSecret(const QString &prompt)
{
    m_question = std::make_shared<OpenQuestion>();
    const session::SecretQuestion question{QStringLiteral("Login to %1").arg(m_address.toString()),
                                           QStringLiteral("OpenSSH's client asks"), visibleControls(prompt.trimmed()),
                                           false};
    m_prompter.askSecret(question, [this, prompt, weak = std::weak_ptr(m_question)](std::optional<QString> secret) {
        const auto open = weak.lock();
        if (!open || std::exchange(open->isAnswered, true))
            return;
        if (secret)
            return m_master->desk().answer(*secret);
        loginFailed(
            {ErrorKind::AuthDenied, QStringLiteral("%1: nobody answered \"%2\"")
                                        .arg(m_address.toString(), elided(visibleControls(prompt.trimmed()), 200))});
    });
}

/// Also after an answer: nothing is open then.
void StockTransport::withdraw()
{
    const QPointer<StockTransport> self(this);
    const auto question = std::exchange(m_question, nullptr);
    if (question && !question->isAnswered)
        m_prompter.withdraw();
    if (self)
        setNotice({});
}

void StockTransport::setNotice(const QString &awaited)
{
    if (std::exchange(m_notice, awaited) != awaited)
        emit awaitedChanged();
}

/// The master may be in the middle of telling us, so it stays until this dies; its process does not.
void StockTransport::loginFailed(const Error &error)
{
    m_patience.stop();
    if (m_master)
        m_master->end();
    const QPointer<StockTransport> self(this);
    withdraw();
    if (self)
        setState(State::Closed);
    if (self)
        emit failed(error);
}

void StockTransport::lost(const Error &why)
{
    const QPointer<StockTransport> self(this);
    m_master->end();
    const auto channels = findChildren<StockChannel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QPointer<StockChannel> &channel : QList<QPointer<StockChannel>>(channels.begin(), channels.end())) {
        if (channel)
            channel->endWithLink();
    }
    if (self)
        setState(why.kind == ErrorKind::Cancelled ? State::Closed : State::Lost);
    if (self)
        emit disconnected(why);
}

/// An answer only until the host has greeted: what comes then may be waiting for a person.
QString StockTransport::awaited() const
{
    if (!m_notice.isEmpty())
        return m_notice;
    return m_state == State::Connecting && !m_tellTimer.isActive()
               ? QStringLiteral("an answer from %1").arg(nameOf(m_address))
               : QString();
}

void StockTransport::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

session::Channel *StockTransport::openShell(int columns, int rows, const QByteArray &command)
{
    return openChannel({.pty = TerminalSize{columns, rows}, .command = command});
}

session::Channel *StockTransport::exec(const QByteArray &command) { return openChannel({.command = command}); }

session::Channel *StockTransport::openSubsystem(const QByteArray &name) { return openChannel({.subsystem = name}); }

session::Channel *StockTransport::openChannel(const ChannelRequest &request)
{
    const bool isReady = m_state == State::Ready;
    auto *channel = new StockChannel(
        request, isReady ? m_master->controlPath() : QByteArray(),
        [this] {
            if (m_master)
                m_master->announceSize();
        },
        this);
    if (!isReady) // told after the caller had time to listen
        QMetaObject::invokeMethod(
            channel, [channel] { channel->endWithLink(); }, Qt::QueuedConnection);
    return channel;
}

} // namespace holdpoint::ssh
