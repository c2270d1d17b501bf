// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/canonicalhost.h>

#include <algorithm>
#include <array>
#include <memory>
#include <netdb.h>

namespace holdpoint::ssh {

namespace {

/// What can only be an address keeps its case, even where no interface has its scope.
bool looksLikeAddress(const QString &host)
{
    static const QString digits = QStringLiteral("0123456789.");
    return host.contains(QLatin1Char('%')) || host.contains(QLatin1Char(':'))
           || std::all_of(host.begin(), host.end(), [](QChar c) { return digits.contains(c); });
}

struct FreeAddress
{
    void operator()(addrinfo *address) const { ::freeaddrinfo(address); }
};
using AddressPtr = std::unique_ptr<addrinfo, FreeAddress>;

AddressPtr parse(const QString &host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    if (host.isEmpty() || ::getaddrinfo(host.toUtf8().constData(), "22", &hints, &found) != 0)
        return {};
    // "*" is every address to the library, and none to the stock client.
    AddressPtr address(found);
    return address->ai_next ? AddressPtr() : std::move(address);
}

} // namespace

QString canonicalHost(const QString &host)
{
    const AddressPtr found = parse(host);
    if (!found)
        return looksLikeAddress(host) ? host : QString::fromUtf8(host.toUtf8().toLower());
    std::array<char, NI_MAXHOST> text{};
    const bool isSpelled =
        ::getnameinfo(found->ai_addr, found->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0;
    const QString spelled = QString::fromLatin1(text.data());
    // As the stock client: what differs in case only stays as it is.
    return isSpelled && spelled.compare(host, Qt::CaseInsensitive) != 0 ? spelled : host;
}

bool isAddress(const QString &host) { return looksLikeAddress(host) || parse(host); }

} // namespace holdpoint::ssh
