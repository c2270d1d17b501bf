// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <openssl/crypto.h>

namespace holdpoint::sshsig {

/// Stands in a function that uses OpenSSL, before everything else: when the function returns, OpenSSL keeps nothing for
/// its thread.
///
/// QThread::wait() of Qt 6.4, and with it the end of a thread pool, returns before the destructors of the thread itself
/// have run. OpenSSL's clean-up at exit may then come first, and what it keeps for the thread (OPENSSL_thread_stop(3)) is
/// lost.
class OpenSslUse
{
public:
    OpenSslUse() = default;
    OpenSslUse(const OpenSslUse &) = delete;
    OpenSslUse &operator=(const OpenSslUse &) = delete;
    ~OpenSslUse() { OPENSSL_thread_stop(); }
};

} // namespace holdpoint::sshsig
