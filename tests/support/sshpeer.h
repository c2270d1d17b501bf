// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/transport.h>

#include <QTest>

#include <memory>

namespace holdpoint::testing {

constexpr int patience = 30'000; ///< ms; only a broken thing takes this long

/// Remembers everything a transport says.
class TransportWatcher : public QObject
{
public:
    explicit TransportWatcher(session::Transport &transport) : m_transport(transport)
    {
        connect(&transport, &session::Transport::stateChanged, this,
                [this](session::Transport::State state) { states.append(state); });
        connect(&transport, &session::Transport::ready, this, [this] { isReady = true; });
        connect(&transport, &session::Transport::failed, this, [this](const Error &why) { failure = why; });
        connect(&transport, &session::Transport::disconnected, this, [this](const Error &why) { loss = why; });
    }
    /// Opens it and waits for the login's end. True when it is ready.
    bool open()
    {
        m_transport.open();
        return QTest::qWaitFor([this] { return isReady || failure || loss; }, patience) && isReady;
    }
    bool waitForFailure() { return QTest::qWaitFor([this] { return failure.has_value(); }, patience); }
    bool waitForLoss() { return QTest::qWaitFor([this] { return loss.has_value(); }, patience); }

    bool isReady = false;
    std::optional<Error> failure;
    std::optional<Error> loss;
    QList<session::Transport::State> states;

private:
    session::Transport &m_transport;
};

/// Reads a channel to the end and remembers how it ended.
class ChannelReader : public QObject
{
public:
    explicit ChannelReader(session::Channel *read) : channel(read)
    {
        connect(read, &session::Channel::readyRead, this, [this] { drain(); });
        connect(read, &session::Channel::failed, this, [this](const Error &why) { failure = why; });
        connect(read, &session::Channel::ended, this, [this](const session::ChannelEnd &how) {
            drain();
            ++ends;
            end = how;
        });
        connect(read, &session::Channel::closed, this, [this] { isClosed = true; });
    }
    bool waitForClosed() { return QTest::qWaitFor([this] { return isClosed; }, patience); }
    /// Waits for the end of a command that is expected to run; shows why it did not.
    bool waitForEnd()
    {
        if (waitForClosed() && failure)
            qInfo("the channel failed: %s", qPrintable(failure->detail));
        return end.has_value();
    }
    bool waitForOutput(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return output.contains(text); }, patience);
    }

    session::Channel *channel;
    QByteArray output;
    QByteArray errors;
    std::optional<session::ChannelEnd> end;
    std::optional<Error> failure;
    int ends = 0;
    bool isClosed = false;

private:
    void drain()
    {
        while (channel->hasPending()) {
            output += channel->read(1 << 20);
            errors += channel->readError(1 << 20);
        }
    }
};

} // namespace holdpoint::testing
