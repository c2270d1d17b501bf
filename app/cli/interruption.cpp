// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/interruption.h>

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace holdpoint::cli {

namespace {

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> channel{-1, -1}; // a signal handler may only write(2)

void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(channel[1], &byte, 1);
}

} // namespace

Interruption::Interruption()
{
    if (::pipe2(channel.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(channel[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [] { QCoreApplication::quit(); });
    for (const int signal : caught)
        std::signal(signal, handle);
}

Interruption::~Interruption()
{
    for (const int signal : caught)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    for (int &descriptor : channel)
        ::close(std::exchange(descriptor, -1));
}

} // namespace holdpoint::cli
