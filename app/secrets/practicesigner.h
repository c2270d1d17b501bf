// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/signer.h>

#include <memory>

namespace holdpoint::secrets {

/// The key that signs rehearsals on the practice host, for practice@holdpoint: `folder`/practice-key and
/// practice-key.pub, unencrypted, mode 0600, made at the first use. It says nothing about who sat at the keyboard.
/// Errors: Io, Invalid (the file is there and is no such key).
Result<std::shared_ptr<Signer>> practiceSigner(const QString &folder);

} // namespace holdpoint::secrets
