// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/transport.h>

#include <QList>
#include <QMap>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace holdpoint::testing {

/// A channel whose other side is the test.
class FakeChannel final : public session::Channel
{
public:
    using session::Channel::Channel;

    [[nodiscard]] QByteArray read(qsizetype limit) override { return take(m_output, limit); }
    [[nodiscard]] QByteArray readError(qsizetype limit) override { return take(m_error, limit); }
    [[nodiscard]] bool hasPending() const override { return !m_output.isEmpty() || !m_error.isEmpty(); }
    void write(const QByteArray &bytes) override
    {
        written += bytes;
        if (onWrite)
            onWrite(bytes);
    }
    void writeEof() override { eof = true; }
    void resize(int newColumns, int newRows) override
    {
        columns = newColumns;
        rows = newRows;
    }
    void close() override { closeByHost(); }

    // What the host does.
    void print(const QByteArray &bytes)
    {
        m_output += bytes;
        emit readyRead();
    }
    void printError(const QByteArray &bytes)
    {
        m_error += bytes;
        emit readyRead();
    }
    void end(const session::ChannelEnd &how)
    {
        emit ended(how);
        closeByHost();
    }
    void closeByHost()
    {
        if (std::exchange(m_closed, true))
            return;
        QTimer::singleShot(0, this, [this] { emit closed(); });
    }

    QByteArray command;
    QByteArray written;
    std::function<void(const QByteArray &)> onWrite;
    bool eof = false;
    int columns = 0;
    int rows = 0;

private:
    static QByteArray take(QByteArray &from, qsizetype limit)
    {
        const QByteArray bytes = from.left(limit);
        from.remove(0, bytes.size());
        return bytes;
    }

    QByteArray m_output;
    QByteArray m_error;
    bool m_closed = false;
};

/// A host as a script: every shell line and every exec command is answered from `replies`, by exact text.
///
/// The shell speaks marks like a real one; a command without a scripted reply ends with status 0 and no output.
class FakeTransport final : public session::Transport
{
public:
    struct Reply
    {
        QByteArray output;
        int status = 0;
        bool silent = false; ///< no end: the command keeps running
        QByteArray error{};
        bool unparsed = false; ///< the shell does not begin it: no mark C
    };

    using session::Transport::Transport;

    void open() override
    {
        setState(State::Connecting);
        QTimer::singleShot(0, this, [this] {
            if (refusal) {
                setState(State::Closed);
                emit failed(*refusal);
                return;
            }
            setState(State::Ready);
            emit ready();
        });
    }
    void close() override { lose(QStringLiteral("closed")); }
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] session::HostIdentity identity() const override
    {
        return {.user = QStringLiteral("ops"), .host = QStringLiteral("fake.example"),
                .keyType = QStringLiteral("ssh-ed25519"), .keyFingerprint = QStringLiteral("SHA256:fake")};
    }
    [[nodiscard]] QStringList notes() const override { return configurationNotes; }
    [[nodiscard]] QString awaited() const override { return m_awaited; }
    [[nodiscard]] session::Channel *openShell(int columns, int rows, const QByteArray &command) override
    {
        auto *channel = new FakeChannel(this);
        channel->command = command;
        channel->resize(columns, rows);
        shells.append(channel);
        channel->onWrite = [this, channel](const QByteArray &bytes) { typed(*channel, bytes); };
        QTimer::singleShot(0, channel, [this, channel] { channel->print(greeting); });
        return channel;
    }
    [[nodiscard]] session::Channel *exec(const QByteArray &command) override
    {
        auto *channel = new FakeChannel(this);
        channel->command = command;
        execs.append(channel);
        QTimer::singleShot(0, channel, [this, channel, command] {
            const Reply reply = replies.value(command);
            if (reply.silent || execsHang)
                return;
            channel->print(reply.output);
            channel->printError(reply.error);
            channel->end({.status = reply.status});
        });
        return channel;
    }

    [[nodiscard]] session::Channel *openSubsystem(const QByteArray &name) override
    {
        auto *channel = new FakeChannel(this);
        channel->command = name;
        subsystems.append(channel);
        if (onSubsystem)
            onSubsystem(*channel);
        else
            QTimer::singleShot(0, channel, [channel] {
                emit channel->failed({ErrorKind::NotPermitted, QStringLiteral("the host refused its file service")});
            });
        return channel;
    }

    // What the test does.
    void lose(const QString &why)
    {
        if (m_state == State::Lost)
            return;
        setState(State::Lost);
        for (const QPointer<FakeChannel> &channel : shells + subsystems) {
            if (channel)
                channel->end({.linkLost = true});
        }
        emit disconnected({ErrorKind::Disconnected, why});
    }
    void setAwaited(const QString &name)
    {
        m_awaited = name;
        emit awaitedChanged();
    }
    void setState(State state)
    {
        m_state = state;
        emit stateChanged(state);
    }
    /// Ends the silent command in the shell that was opened last.
    void endCommand(int status) { prompt(*shells.last(), status); }
    [[nodiscard]] QByteArray nonce() const { return m_nonces.value(shells.last()); }

    QByteArray greeting = "Welcome\r\n\033]133;hp-ready;start\007"; ///< of a shell that is opened
    QMap<QByteArray, Reply> replies;
    bool execsHang = false; ///< no command outside the shells ends by itself
    std::optional<Error> refusal;
    QStringList configurationNotes;
    QList<QPointer<FakeChannel>> shells;
    QList<QPointer<FakeChannel>> execs;
    QList<QPointer<FakeChannel>> subsystems;
    std::function<void(FakeChannel &)> onSubsystem; ///< without it a service is refused
    QList<QByteArray> commands; ///< what was sent to the shell, whole commands

private:
    void typed(FakeChannel &channel, QByteArray bytes)
    {
        if (!m_nonces.contains(&channel)) {
            const qsizetype at = bytes.indexOf("hp-nonce ");
            if (at < 0) // typed before
                return;
            m_nonces.insert(&channel, bytes.mid(at).trimmed().split(' ')[1]);
            channel.print("\033[?2004h");
            prompt(channel, 0);
            return;
        }
        if (!bytes.startsWith("\x1b[200~"))
            return;
        const QByteArray command = bytes.mid(6, bytes.size() - 6 - 7); // between the brackets, before CR
        commands.append(command);
        QTimer::singleShot(0, &channel, [this, &channel, command] {
            const Reply reply = replies.value(command);
            const QByteArray begins = reply.unparsed ? QByteArray() : "\033]133;C;hp=" + m_nonces.value(&channel) + '\007';
            channel.print(command + "\r\n" + begins + reply.output);
            if (!reply.silent)
                prompt(channel, reply.status);
        });
    }
    void prompt(FakeChannel &channel, int status)
    {
        const QByteArray nonce = m_nonces.value(&channel);
        channel.print("\033]133;D;" + QByteArray::number(status) + ";hp=" + nonce + "\007\033]133;A;hp=" + nonce
                      + "\007$ \033]133;B;hp=" + nonce + '\007');
    }

    State m_state = State::Closed;
    QString m_awaited;
    QMap<const session::Channel *, QByteArray> m_nonces; ///< of each shell
};

/// Hands out fake transports and remembers them.
class FakeTransportFactory final : public session::TransportFactory
{
public:
    [[nodiscard]] std::unique_ptr<session::Transport> create(const session::HostAddress &address) override
    {
        auto transport = std::make_unique<FakeTransport>();
        transport->replies = replies;
        transport->execsHang = execsHang;
        transport->refusal = refusal;
        transport->onSubsystem = onSubsystem;
        addresses.append(address);
        made.append(transport.get());
        return transport;
    }

    QMap<QByteArray, FakeTransport::Reply> replies;
    bool execsHang = false;
    std::optional<Error> refusal;
    std::function<void(FakeChannel &)> onSubsystem;
    QList<session::HostAddress> addresses;
    QList<QPointer<FakeTransport>> made;
};

} // namespace holdpoint::testing
