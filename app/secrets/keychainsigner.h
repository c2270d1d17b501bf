// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/secrets/secretstore.h>
#include <models/base/signer.h>

#include <memory>

namespace holdpoint::secrets {

/// A signer whose Ed25519 key is kept in the desktop's keyring; made there at the first use.
///
/// A key that is merely locked away is never replaced: before a new one is made, a write shows that the keyring is open,
/// and the key is looked for again. Errors: those of SecretStore; Corrupt when what is kept there is no key.
/// Thread: GUI thread. The store may go when the future is finished.
QFuture<Result<std::shared_ptr<Signer>>> keychainSigner(std::shared_ptr<SecretStore> store, const QString &identity);

} // namespace holdpoint::secrets
