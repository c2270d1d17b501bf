// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QList>

namespace holdpoint::ssh {

/// The kinds of algorithms that both sides agree on, and those a key may sign a login with.
enum class AlgorithmKind { KeyExchange, HostKey, Cipher, Mac, LoginKey };

/// What is offered where the configuration says nothing, in order of preference: authenticated ciphers, elliptic curves,
/// encrypt-then-MAC; nothing with SHA-1 or CBC.
const QList<QByteArray> &preferredAlgorithms(AlgorithmKind kind);

/// What the SSH library, version 0.10.6, can do at all.
const QList<QByteArray> &supportedAlgorithms(AlgorithmKind kind);

/// A list of ssh_config(5) put into practice: patterns parted by commas; "+" adds to the preferred ones, "-" takes away from
/// them, "^" puts in front of them. What is not among the supported ones falls out. Errors: Invalid when nothing is left,
/// and for a negated pattern.
Result<QList<QByteArray>> chooseAlgorithms(const QByteArray &list, const QList<QByteArray> &preferred,
                                           const QList<QByteArray> &supported);

} // namespace holdpoint::ssh
