// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/agentsocket.h>

#include <QFile>

#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>

namespace holdpoint::ssh {

Descriptor connectAgent(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || size_t(name.size()) >= sizeof address.sun_path)
        return {};
    std::copy(name.begin(), name.end(), std::begin(address.sun_path));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    // POSIX takes every socket address by this pointer.
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    return socket;
}

} // namespace holdpoint::ssh
