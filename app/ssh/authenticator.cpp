// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/authenticator.h>

#include <app/ssh/agentproxy.h>
#include <app/ssh/agentsocket.h>
#include <app/ssh/secrettext.h>

#include <models/base/text.h>

#include <QFileInfo>

#include <array>

namespace holdpoint::ssh {

namespace {

constexpr int mostFactors = 4;     ///< methods a server may ask for one after the other
constexpr int mostRounds = 20;     ///< of keyboard-interactive
constexpr int mostPrompts = 32;    ///< of one round
constexpr qsizetype longestText = 2000;

QString shown(const char *text)
{
    return elided(visibleControlsKeepingLines(QString::fromUtf8(text)), longestText);
}

/// libssh asks for a passphrase only when the key needs one; answering "no" is how we learn that it does.
int noteEncrypted(const char *, char *, size_t, int, int, void *encrypted)
{
    *static_cast<bool *>(encrypted) = true;
    return -1;
}

/// Of the keys, those of the agent to prefer.
QList<QByteArray> blobsOf(const Destination &destination)
{
    QList<QByteArray> blobs;
    for (const QString &path : destination.identityFiles) {
        for (const UserCertificate &certificate : certificatesOf(path, destination.certificateFiles))
            blobs.append(publicBlob(certificate.key));
        if (const QByteArray blob = publicBlob(publicHalf(path)); !blob.isEmpty())
            blobs.append(blob);
    }
    return blobs;
}

QString methodNames(int offered)
{
    const auto methods = unsigned(offered);
    QStringList names;
    if ((methods & SSH_AUTH_METHOD_PUBLICKEY) != 0)
        names << QStringLiteral("publickey");
    if ((methods & SSH_AUTH_METHOD_INTERACTIVE) != 0)
        names << QStringLiteral("keyboard-interactive");
    if ((methods & SSH_AUTH_METHOD_PASSWORD) != 0)
        names << QStringLiteral("password");
    if ((methods & SSH_AUTH_METHOD_GSSAPI_MIC) != 0)
        names << QStringLiteral("gssapi-with-mic (not supported here)");
    return names.isEmpty() ? QStringLiteral("nothing we support") : names.join(QStringLiteral(", "));
}

/// What the person should know of what could be tried at all; empty where nothing is special about it.
QString limits(const Destination &destination)
{
    QString words;
    if (destination.loginMethods.size() < Destination().loginMethods.size()) {
        words += QStringLiteral("; the SSH configuration allows: %1")
                     .arg(destination.loginMethods.join(QStringLiteral(", ")));
    }
    if (!destination.jumpFor.isEmpty())
        words += QStringLiteral("; a key for a jump host is named in its own Host block of the SSH configuration");
    return words;
}

} // namespace

Authenticator::Authenticator(Handshake &handshake, CancelSwitch &cancel, const Destination &destination,
                             Questions &questions)
    : m_handshake(handshake), m_cancel(cancel), m_destination(destination), m_questions(questions)
{}

Result<QString> Authenticator::run()
{
    m_method = QStringLiteral("none");
    auto outcome = step([this] { return ssh_userauth_none(m_handshake.session(), nullptr); });
    for (int factor = 0; outcome && *outcome != Outcome::Success; ++factor) {
        if (factor == mostFactors)
            return denied();
        outcome = tryMethods();
        if (outcome && *outcome == Outcome::Denied)
            return denied();
    }
    if (!outcome)
        return fail(outcome.error());
    return m_method;
}

Result<Authenticator::Outcome> Authenticator::tryMethods()
{
    struct Method
    {
        QLatin1String name;
        int flag;
        Result<Outcome> (Authenticator::*attempt)();
    };
    static const std::array methods{
        Method{QLatin1String("publickey"), SSH_AUTH_METHOD_PUBLICKEY, &Authenticator::tryAgent},
        Method{QLatin1String("publickey"), SSH_AUTH_METHOD_PUBLICKEY, &Authenticator::tryKeyFiles},
        Method{QLatin1String("keyboard-interactive"), SSH_AUTH_METHOD_INTERACTIVE, &Authenticator::tryInteractive},
        Method{QLatin1String("password"), SSH_AUTH_METHOD_PASSWORD, &Authenticator::tryPassword},
    };
    for (const QString &name : m_destination.loginMethods) {
        for (const Method &method : methods) {
            if (name != method.name || !offers(method.flag))
                continue;
            const auto outcome = (this->*method.attempt)();
            if (!outcome || *outcome != Outcome::Denied)
                return outcome;
        }
    }
    return Outcome::Denied;
}

Result<Authenticator::Outcome> Authenticator::step(const std::function<int()> &call)
{
    const auto result = m_handshake.repeat(SSH_AUTH_AGAIN, call);
    if (!result)
        return fail(result.error());
    if (*result == SSH_AUTH_SUCCESS)
        return Outcome::Success;
    if (*result == SSH_AUTH_PARTIAL)
        return Outcome::Partial;
    if (*result == SSH_AUTH_ERROR && ssh_is_connected(m_handshake.session()) == 0) {
        return fail(ErrorKind::AuthDenied, QStringLiteral("%1 ended the login: %2; tried: %3%4")
                                               .arg(m_destination.toString(), m_handshake.lastError(),
                                                    m_tried.join(QStringLiteral(", ")), limits(m_destination)));
    }
    return Outcome::Denied;
}

bool Authenticator::offers(int method) const
{
    return (ssh_userauth_list(m_handshake.session(), nullptr) & method) != 0;
}

tl::unexpected<Error> Authenticator::denied() const
{
    const QString tried = m_tried.isEmpty() ? QStringLiteral("nothing") : m_tried.join(QStringLiteral(", "));
    return fail(ErrorKind::AuthDenied,
                QStringLiteral("%1 refused the login; it accepts: %2; tried: %3%4")
                    .arg(m_destination.toString(), methodNames(ssh_userauth_list(m_handshake.session(), nullptr)), tried,
                         limits(m_destination)));
}

Result<Authenticator::Outcome> Authenticator::tryAgent()
{
    if (m_destination.agentSocket.isEmpty())
        return Outcome::Denied;
    Descriptor agent = connectAgent(m_destination.agentSocket);
    if (!agent.isOpen()) {
        m_tried.append(QStringLiteral("agent (not reachable)"));
        return Outcome::Denied;
    }
    m_cancel.guard(agent.get()); // an agent that waits for a touch can be called off
    AgentProxy proxy(std::move(agent), blobsOf(m_destination),
                     m_destination.identitiesOnly ? AgentKeys::PreferredOnly : AgentKeys::PreferredFirst);
    Descriptor end = proxy.takeClientEnd();
    if (ssh_set_agent_socket(m_handshake.session(), end.get()) != SSH_OK)
        return Outcome::Denied;
    end.release(); // the session closes it
    m_method = QStringLiteral("publickey (agent)");
    m_tried.append(QStringLiteral("the agent's keys"));
    m_questions.awaits(QStringLiteral("the SSH agent (to log in to %1)").arg(m_destination.toString()));
    const auto outcome = step([this] { return ssh_userauth_agent(m_handshake.session(), nullptr); });
    m_questions.awaits(m_destination.toString());
    return outcome;
}

Result<Authenticator::Outcome> Authenticator::tryKeyFiles()
{
    for (const QString &path : m_destination.identityFiles) {
        const auto outcome = tryKeyFile(path);
        if (!outcome || *outcome != Outcome::Denied)
            return outcome;
    }
    return Outcome::Denied;
}

Result<Authenticator::Outcome> Authenticator::tryKeyFile(const QString &path)
{
    const QFileInfo file(path);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    if (!file.isFile() || !file.isReadable()) {
        m_tried.append(QStringLiteral("key %1 (not readable)").arg(path));
        return Outcome::Denied;
    }
    if ((file.permissions() & others) != 0) {
        m_tried.append(QStringLiteral("key %1 (not used: other people can read it)").arg(path));
        return Outcome::Denied;
    }
    for (const UserCertificate &certificate : certificatesOf(path, m_destination.certificateFiles)) {
        const auto outcome = tryKey(path, &certificate);
        if (!outcome || *outcome != Outcome::Denied)
            return outcome;
    }
    return tryKey(path, nullptr);
}

/// The key by itself, or as the certificate vouches for it.
Result<Authenticator::Outcome> Authenticator::tryKey(const QString &path, const UserCertificate *certificate)
{
    const QString name
        = certificate == nullptr ? path : QStringLiteral("%1 with the certificate %2").arg(path, certificate->path);
    m_method = QStringLiteral("publickey (%1)").arg(name);
    const KeyPtr half = certificate == nullptr ? publicHalf(path) : nullptr;
    if (const ssh_key shown = certificate == nullptr ? half.get() : certificate->key.get(); shown != nullptr) {
        // Nobody is asked for the passphrase of a key that the server does not want.
        const auto wanted = step([&] { return ssh_userauth_try_publickey(m_handshake.session(), nullptr, shown); });
        if (!wanted || *wanted == Outcome::Denied) {
            m_tried.append(QStringLiteral("key %1").arg(name));
            return wanted;
        }
    }
    const auto key = loadPrivateKey(path);
    if (!key)
        return fail(key.error());
    if (!*key)
        return Outcome::Denied;
    m_tried.append(QStringLiteral("key %1").arg(name));
    if (certificate != nullptr && ssh_pki_copy_cert_to_privkey(certificate->key.get(), key->get()) != SSH_OK)
        return Outcome::Denied;
    return step([&] { return ssh_userauth_publickey(m_handshake.session(), nullptr, key->get()); });
}

/// An empty pointer, and a note among the tried, for a key that cannot be used.
Result<KeyPtr> Authenticator::loadPrivateKey(const QString &path)
{
    bool isEncrypted = false;
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_file(path.toLocal8Bit().constData(), nullptr, noteEncrypted, &isEncrypted, &key) == SSH_OK)
        return KeyPtr(key);
    if (isEncrypted)
        return unlock(path);
    m_tried.append(QStringLiteral("key %1 (a kind of key that only the agent can use, or damaged)").arg(path));
    return KeyPtr();
}

Result<KeyPtr> Authenticator::unlock(const QString &path)
{
    session::SecretQuestion question{QStringLiteral("Passphrase for the key %1 to log in to %2")
                                         .arg(path, m_destination.toString()), {},
                                     QStringLiteral("Passphrase:"), false};
    for (int attempt = 0; attempt < m_destination.secretPrompts; ++attempt) {
        auto answer = m_questions.askSecret(question);
        if (!answer)
            return fail(answer.error());
        if (!*answer) {
            m_tried.append(QStringLiteral("key %1 (its passphrase was not given)").arg(path));
            return KeyPtr();
        }
        const SecretText passphrase(**answer);
        ssh_key key = nullptr;
        if (ssh_pki_import_privkey_file(path.toLocal8Bit().constData(), passphrase.get(), nullptr, nullptr, &key) == SSH_OK)
            return KeyPtr(key);
        question.instruction = QStringLiteral("That passphrase does not open the key.");
    }
    m_tried.append(QStringLiteral("key %1 (wrong passphrase)").arg(path));
    return KeyPtr();
}

Result<Authenticator::Outcome> Authenticator::tryInteractive()
{
    m_method = QStringLiteral("keyboard-interactive");
    m_tried.append(m_method);
    for (int attempt = 0; attempt < m_destination.secretPrompts; ++attempt) {
        bool asked = false;
        const auto outcome = interactiveRounds(asked);
        if (!outcome || *outcome != Outcome::Denied || !asked)
            return outcome;
    }
    return Outcome::Denied;
}

/// One dialogue of RFC 4256. `asked` tells whether the person answered something, so that asking again makes sense.
Result<Authenticator::Outcome> Authenticator::interactiveRounds(bool &asked)
{
    const auto call = [this] { return ssh_userauth_kbdint(m_handshake.session(), nullptr, nullptr); };
    for (int round = 0; round < mostRounds; ++round) {
        int result = SSH_AUTH_ERROR;
        const auto outcome = step([&] { return result = call(); });
        if (!outcome || result != SSH_AUTH_INFO)
            return outcome;
        const auto answered = answerPrompts();
        if (!answered)
            return fail(answered.error());
        if (!*answered) {
            asked = false;
            m_tried.last() = QStringLiteral("keyboard-interactive (its question was not answered)");
            return Outcome::Denied;
        }
        asked = asked || ssh_userauth_kbdint_getnprompts(m_handshake.session()) > 0;
    }
    return Outcome::Denied;
}

/// False when nobody answered.
Result<bool> Authenticator::answerPrompts()
{
    const ssh_session session = m_handshake.session();
    const int count = ssh_userauth_kbdint_getnprompts(session);
    if (count < 0 || count > mostPrompts)
        return false;
    const QString name = elided(visibleControls(QString::fromUtf8(ssh_userauth_kbdint_getname(session))), 200);
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char *prompt = ssh_userauth_kbdint_getprompt(session, unsigned(i), &echo);
        session::SecretQuestion question;
        question.title = QStringLiteral("%1 asks%2").arg(
            m_destination.toString(), name.isEmpty() ? QString() : QStringLiteral(": ") + name);
        question.instruction = shown(ssh_userauth_kbdint_getinstruction(session));
        question.prompt = shown(prompt);
        question.echo = echo != 0;
        auto answer = m_questions.askSecret(question);
        if (!answer)
            return fail(answer.error());
        if (!*answer)
            return false;
        const SecretText secret(**answer);
        if (ssh_userauth_kbdint_setanswer(session, unsigned(i), secret.get()) != SSH_OK)
            return false;
    }
    return true;
}

Result<Authenticator::Outcome> Authenticator::tryPassword()
{
    m_method = QStringLiteral("password");
    m_tried.append(m_method);
    session::SecretQuestion question{QStringLiteral("Password for %1").arg(m_destination.toString()), {},
                                     QStringLiteral("Password:"), false};
    for (int attempt = 0; attempt < m_destination.secretPrompts; ++attempt) {
        auto answer = m_questions.askSecret(question);
        if (!answer)
            return fail(answer.error());
        if (!*answer) {
            m_tried.last() = QStringLiteral("password (not given)");
            return Outcome::Denied;
        }
        const SecretText password(**answer);
        const auto outcome
            = step([&] { return ssh_userauth_password(m_handshake.session(), nullptr, password.get()); });
        if (!outcome || *outcome != Outcome::Denied)
            return outcome;
        question.instruction = QStringLiteral("The host refused that password.");
    }
    return Outcome::Denied;
}

} // namespace holdpoint::ssh
