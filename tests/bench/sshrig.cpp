// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/bench/sshrig.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>

namespace holdpoint::bench {

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void spinUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // with a time limit Qt would spin
}

SshRig::SshRig()
{
    ssh::SshOptions options;
    options.identityFiles = {m_server.clientKey()};
    options.knownHostsFile = m_server.knownHosts();
    options.configFile = QStringLiteral("/dev/null");
    m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
}

void SshRig::know(quint16 port)
{
    QFile file(m_server.knownHosts());
    if (!file.open(QIODevice::Append))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.write("[127.0.0.1]:" + QByteArray::number(port) + ' ' + m_server.hostKey() + '\n');
}

std::unique_ptr<session::Transport> SshRig::open(quint16 port)
{
    auto transport = m_factory->create({m_server.user(), QStringLiteral("127.0.0.1"), port, false});
    QObject::connect(transport.get(), &session::Transport::failed, transport.get(),
                     [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
    transport->open();
    spinUntil([&] { return transport->state() == session::Transport::State::Ready; });
    return transport;
}

} // namespace holdpoint::bench
