// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/hostconnection.h>

namespace holdpoint::ui {

using session::Transport;

HostConnection::HostConnection(session::HostAddress address, session::TransportFactory &transports)
    : m_address(std::move(address))
    , m_transports(transports)
{
}

HostConnection::~HostConnection()
{
    if (m_transport)
        m_transport->disconnect(this);
}

bool HostConnection::isReady() const { return m_transport && m_transport->state() == Transport::State::Ready; }

void HostConnection::open()
{
    if (m_transport && m_transport->state() != Transport::State::Closed
        && m_transport->state() != Transport::State::Lost)
        return;
    m_problem.clear();
    if (m_transport)
        m_transport.release()->deleteLater(); // it may be in the middle of telling us that it is lost
    m_transport = m_transports.create(m_address);
    const auto fail = [this](const Error &error) {
        m_problem = error.detail;
        emit changed();
        emit failed(error);
    };
    connect(m_transport.get(), &Transport::stateChanged, this, &HostConnection::changed);
    connect(m_transport.get(), &Transport::awaitedChanged, this, &HostConnection::changed);
    connect(m_transport.get(), &Transport::failed, this, fail);
    connect(m_transport.get(), &Transport::disconnected, this, fail);
    connect(m_transport.get(), &Transport::ready, this, &HostConnection::ready);
    m_transport->open();
    emit changed();
}

} // namespace holdpoint::ui
