// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>

namespace holdpoint::sshsig {

/// Checks an SSH signature blob over `data` by OpenSSL: ssh-ed25519 (RFC 8709), ecdsa-sha2-nistp256/384/521 (RFC 5656),
/// RSA as rsa-sha2-256/512 (RFC 8332) from 2048 bits, and the sk- forms (OpenSSH PROTOCOL.u2f), which must say that a
/// person was present.
/// Errors: Invalid (malformed or unsupported key or signature), Corrupt (it does not fit).
Result<> verifyBlob(const QByteArray &publicKey, const QByteArray &signature, const QByteArray &data);

} // namespace holdpoint::sshsig
