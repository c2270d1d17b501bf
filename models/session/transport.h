// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

/// What a run needs from a connection to a host. Implemented over libssh in app/ssh, faked in tests/support.
namespace holdpoint::session {

/// Who speaks SSH: the client inside the program, or the person's own ssh(1), which does whatever its configuration says
/// and is therefore only ever chosen by a person, in the address.
enum class SshClient { Own, Stock };

/// Where to connect, before any alias is looked up.
struct HostAddress
{
    QString user; ///< empty: from the SSH configuration, else the local user
    QString host; ///< name, address, or alias of the SSH configuration
    quint16 port = 0; ///< 0: from the SSH configuration, else 22
    bool practice = false; ///< the embedded practice host
    SshClient client = SshClient::Own;
    bool kept = false; ///< the shell lives in tmux there, and goes on when the connection is lost

    /// Reads "[USER@]HOST[:PORT]" and "[USER@][IPv6]:PORT", either with "ssh " before it for SshClient::Stock and "tmux "
    /// before that for a kept shell. Errors: Invalid for what could be an option or hold shell or control characters.
    static Result<HostAddress> parse(const QString &text);
    /// The practice host of this machine, wherever it listens: rehearsals and practice reach nothing else.
    static HostAddress practiceHost();
    [[nodiscard]] QString toString() const;

    friend bool operator==(const HostAddress &, const HostAddress &) = default;
};

/// Whether a name is safe to hand to the SSH library and to write into files: no option, shell or control characters.
bool isSafeUserName(const QString &user);
bool isSafeHostName(const QString &host);

/// What is known about the other side once connected.
struct HostIdentity
{
    QString user;
    QString host; ///< resolved name as connected to
    quint16 port = 22;
    QString keyType;        ///< "ssh-ed25519"
    QString keyFingerprint; ///< "SHA256:..."
    QString serverBanner;   ///< neutralised
    QString cipher;
    QString authMethod;     ///< "publickey (agent)", "password", ...
    QStringList via;        ///< the jump hosts, nearest first: "ops@bastion:22 SHA256:..."; of ssh(1) "ProxyCommand nc"
    QString client;         ///< who speaks SSH on this side: "libssh 0.10.6", "OpenSSH_9.2p1"
};

/// How a channel's command ended, from the protocol (RFC 4254 section 6.10).
struct ChannelEnd
{
    std::optional<int> status; ///< exit-status
    QString signal;            ///< exit-signal name, e.g. "KILL"
    bool linkLost = false;     ///< the connection ended first: the outcome is unknown
};

/// One shell or exec on a transport.
///
/// Thread: GUI thread; the bytes come from the transport's worker through a bounded inbox.
/// Owns: nothing. Belongs to its Transport, valid until closed() was delivered or the transport dies; delete with
/// deleteLater() after closed().
/// Invariants: bytes arrive in order; ended() at most once, after the last byte was offered; closed() exactly once, last.
class Channel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Channel)

public:
    using QObject::QObject;

    /// Takes at most `limit` bytes of output; stderr of an exec channel comes by readError().
    [[nodiscard]] virtual QByteArray read(qsizetype limit) = 0;
    [[nodiscard]] virtual QByteArray readError(qsizetype limit) = 0;
    [[nodiscard]] virtual bool hasPending() const = 0;
    /// Queues bytes for the other side; never blocks, keeps order.
    virtual void write(const QByteArray &bytes) = 0;
    virtual void writeEof() = 0;
    virtual void resize(int columns, int rows) = 0;
    virtual void close() = 0;

signals:
    /// Output waits in the inbox; sent once until it has been read empty.
    void readyRead();
    void ended(const holdpoint::session::ChannelEnd &end);
    void closed();
    /// The request (pty, shell, exec) was refused or failed.
    void failed(const holdpoint::Error &error);
};

/// One authenticated connection.
///
/// Thread: GUI thread only; the implementation's worker does the I/O.
/// Invariants: after disconnected() no signal is emitted but destroyed().
/// Errors, by failed(): HostKeyUnknown, HostKeyChanged, AuthDenied, Timeout, Disconnected, NotFound (name), Cancelled,
/// Invalid (configuration).
/// Not here: retry and reconnect (the run decides).
class Transport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Transport)

public:
    enum class State { Closed, Connecting, Authenticating, Ready, Silent, Lost };
    Q_ENUM(State)

    using QObject::QObject;

    virtual void open() = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual HostIdentity identity() const = 0;
    /// What the SSH configuration says about this host and does not do here, a sentence each, for people. Known before
    /// ready() and failed(), but where the configuration cannot be used.
    [[nodiscard]] virtual QStringList notes() const = 0;
    /// What is waited for while logging in, for people: "an answer from ops@bastion:22 (jump host for db-07)" when it takes some
    /// seconds, a name server or a touch of a key at once. Empty: nothing, or not for long.
    [[nodiscard]] virtual QString awaited() const = 0;

    /// A pty of TERM=xterm-256color running `command` through the login shell, or the login shell itself when empty.
    [[nodiscard]] virtual Channel *openShell(int columns, int rows, const QByteArray &command) = 0;
    /// A command without a pty; its exit status is protocol proof.
    [[nodiscard]] virtual Channel *exec(const QByteArray &command) = 0;
    /// A service of the host that speaks a protocol of its own, "sftp" for example (RFC 4254 section 6.5).
    [[nodiscard]] virtual Channel *openSubsystem(const QByteArray &name) = 0;

signals:
    void stateChanged(holdpoint::session::Transport::State state);
    void awaitedChanged();
    void ready();
    void failed(const holdpoint::Error &error);
    void disconnected(const holdpoint::Error &why);
};

/// Makes transports; implemented in app, so that models never name libssh.
class TransportFactory
{
public:
    TransportFactory() = default;
    TransportFactory(const TransportFactory &) = delete;
    TransportFactory &operator=(const TransportFactory &) = delete;
    virtual ~TransportFactory() = default;
    [[nodiscard]] virtual std::unique_ptr<Transport> create(const HostAddress &address) = 0;
};

} // namespace holdpoint::session
