// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stocklog.h>

#include <models/base/text.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace holdpoint::ssh {

namespace {

constexpr qsizetype mostWords = 5;
constexpr qsizetype longestWord = 200;

struct Telltale
{
    const char *words;
    ErrorKind kind;
};

// The more telling first: one failure says several of them.
constexpr std::array telltales{
    Telltale{"REMOTE HOST IDENTIFICATION HAS CHANGED", ErrorKind::HostKeyChanged},
    Telltale{"has changed and you have requested strict checking", ErrorKind::HostKeyChanged},
    Telltale{"REVOKED HOST KEY DETECTED", ErrorKind::HostKeyChanged},
    Telltale{"was revoked and you have requested strict checking", ErrorKind::HostKeyChanged},
    Telltale{"Host key verification failed", ErrorKind::HostKeyUnknown},
    Telltale{"Could not resolve hostname", ErrorKind::NotFound},
    Telltale{"Too many authentication failures", ErrorKind::AuthDenied},
    Telltale{": Permission denied (", ErrorKind::AuthDenied}, // with the methods; a file's has none
    Telltale{"Bad configuration option", ErrorKind::Invalid},
    Telltale{"bad configuration options", ErrorKind::Invalid},
    Telltale{"Bad owner or permissions on", ErrorKind::Invalid},
    Telltale{"not responding", ErrorKind::Timeout},
    Telltale{"timed out", ErrorKind::Timeout},
};

qsizetype rankOf(ErrorKind kind)
{
    return std::find_if(telltales.begin(), telltales.end(), [kind](const Telltale &each) { return each.kind == kind; })
           - telltales.begin();
}

QString shown(const QString &text) { return elided(visibleControls(text), longestWord); }

void setOnce(QString &field, const QString &value)
{
    if (field.isEmpty())
        field = shown(value);
}

/// The program of a proxy command, without its arguments: those may hold a password.
QString programOf(const QString &command)
{
    return command.startsWith(QLatin1String("exec ")) ? command.section(u' ', 1, 1) : command.section(u' ', 0, 0);
}

} // namespace

void StockLog::read(const QByteArray &line)
{
    static const QLatin1String detail("debug1: ");
    const QString text = QString::fromUtf8(line).trimmed();
    if (text.startsWith(detail))
        readDetail(text.mid(detail.size()));
    else if (!text.isEmpty())
        readWords(text);
}

void StockLog::readDetail(const QString &line)
{
    static const QRegularExpression proxy(QStringLiteral("^Executing proxy command: (.+)$"));
    static const QRegularExpression banner(
        QStringLiteral("^Remote protocol version (\\S+), remote software version (.+)$"));
    static const QRegularExpression address(QStringLiteral("^Authenticating to (\\S+):(\\d+) as '(\\S+)'$"));
    static const QRegularExpression cipher(QStringLiteral("^kex: server->client cipher: (\\S+) "));
    static const QRegularExpression key(
        QStringLiteral("^Server host (?:key|certificate): (\\S+) (SHA256:\\S+?),?(?: |$)"));
    static const QRegularExpression accepted(QStringLiteral("^Server accepts key: (.+) \\S+ SHA256:\\S+(.*)$"));
    if (const auto found = proxy.match(line); found.hasMatch()) {
        if (m_identity.via.isEmpty())
            m_identity.via = QStringList{QStringLiteral("ProxyCommand %1").arg(shown(programOf(found.captured(1))))};
        advance(Stage::Proxying);
    } else if (const auto version = banner.match(line); version.hasMatch()) {
        setOnce(m_identity.serverBanner, QStringLiteral("SSH-%1-%2").arg(version.captured(1), version.captured(2)));
        advance(Stage::Greeted);
    } else if (const auto where = address.match(line); where.hasMatch() && m_identity.user.isEmpty()) {
        m_identity.host = shown(where.captured(1));
        m_identity.port = where.captured(2).toUShort();
        m_identity.user = shown(where.captured(3));
    } else if (const auto chosen = cipher.match(line); chosen.hasMatch()) {
        setOnce(m_identity.cipher, chosen.captured(1));
    } else if (const auto named = key.match(line); named.hasMatch()) {
        nameKey(shown(named.captured(1)), shown(named.captured(2)));
    } else if (line == QLatin1String("SSH2_MSG_SERVICE_ACCEPT received")) {
        advance(Stage::LoggingIn);
    } else if (const auto used = accepted.match(line); used.hasMatch()) {
        const bool isAgents = used.captured(2).contains(QLatin1String(" agent"));
        m_acceptedKey = QStringLiteral(" (%1)").arg(isAgents ? QStringLiteral("agent") : shown(used.captured(1)));
    }
}

void StockLog::readWords(const QString &line)
{
    static const QRegularExpression version(QStringLiteral("^(OpenSSH_[^,]+), "));
    static const QRegularExpression method(QStringLiteral("^Authenticated to .+ using \"([^\"]+)\"\\.$"));
    if (const auto client = version.match(line); client.hasMatch()) {
        setOnce(m_identity.client, client.captured(1));
        return;
    }
    if (const auto done = method.match(line); done.hasMatch()) {
        const bool byKey = done.captured(1) == QLatin1String("publickey");
        setOnce(m_identity.authMethod,
                QStringLiteral("%1%2 (by OpenSSH's client)").arg(done.captured(1), byKey ? m_acceptedKey : QString()));
        advance(Stage::LoggedIn);
        return;
    }
    for (const Telltale &each : telltales) {
        if (line.contains(QLatin1String(each.words)) && (!m_failure || rankOf(each.kind) < rankOf(*m_failure)))
            m_failure = each.kind;
    }
    m_lastWords.append(shown(line));
    if (m_lastWords.size() > mostWords)
        m_lastWords.removeFirst();
}

void StockLog::advance(Stage stage) { m_stage = std::max(m_stage, stage); }

void StockLog::nameKey(const QString &type, const QString &fingerprint)
{
    m_contradicts = m_contradicts || (!m_identity.keyFingerprint.isEmpty() && m_identity.keyFingerprint != fingerprint);
    setOnce(m_identity.keyType, type);
    setOnce(m_identity.keyFingerprint, fingerprint);
}

} // namespace holdpoint::ssh
