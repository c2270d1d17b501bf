// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/transport.h>
#include <ui/files/hostcopies.h>

namespace holdpoint::ui {

/// A connection to one host outside any run, shared by the terminals on it; it can be opened again when it was lost.
///
/// Thread: GUI. Owns its transport; borrows the factory. Errors: those of Transport, by failed().
class HostConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostConnection)

public:
    HostConnection(session::HostAddress address, session::TransportFactory &transports);
    ~HostConnection() override;

    /// Nothing happens while it is open or opening.
    void open();
    [[nodiscard]] const session::HostAddress &address() const { return m_address; }
    [[nodiscard]] session::Transport *transport() const { return m_transport.get(); }
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] HostCopies &copies() { return m_copies; }

signals:
    void ready();
    void changed();
    void failed(const holdpoint::Error &error);

private:
    session::HostAddress m_address;
    session::TransportFactory &m_transports;
    std::unique_ptr<session::Transport> m_transport;
    QString m_problem;
    HostCopies m_copies; ///< dies before the transport
};

} // namespace holdpoint::ui
