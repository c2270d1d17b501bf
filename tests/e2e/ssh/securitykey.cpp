// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// A security key in software, for ssh(1) as its SecurityKeyProvider: the interface of OpenSSH's PROTOCOL.u2f, ed25519 only.
// A signature waits until somebody writes to the FIFO that HOLDPOINT_TEST_TOUCH names: that is the touch. The key handle is
// the key.

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <vector>

namespace {

constexpr uint32_t interfaceVersion = 0x000a0000;
constexpr uint32_t ed25519 = 1;
constexpr uint8_t userPresent = 0x01;
constexpr int unsupported = -2;
constexpr int failed = -1;
constexpr size_t keySize = 32;
constexpr size_t signatureSize = 64;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

/// The caller frees it by free(3).
uint8_t *copied(const uint8_t *bytes, size_t size)
{
    auto *copy = static_cast<uint8_t *>(std::malloc(size));
    std::memcpy(copy, bytes, size);
    return copy;
}

std::array<uint8_t, SHA256_DIGEST_LENGTH> digest(const uint8_t *bytes, size_t size)
{
    std::array<uint8_t, SHA256_DIGEST_LENGTH> hash{};
    SHA256(bytes, size, hash.data());
    return hash;
}

} // namespace

extern "C" {

struct sk_option;

struct sk_enroll_response
{
    uint8_t flags;
    uint8_t *public_key;
    size_t public_key_len;
    uint8_t *key_handle;
    size_t key_handle_len;
    uint8_t *signature;
    size_t signature_len;
    uint8_t *attestation_cert;
    size_t attestation_cert_len;
    uint8_t *authdata;
    size_t authdata_len;
};

struct sk_sign_response
{
    uint8_t flags;
    uint32_t counter;
    uint8_t *sig_r;
    size_t sig_r_len;
    uint8_t *sig_s;
    size_t sig_s_len;
};

uint32_t sk_api_version() { return interfaceVersion; }

int sk_enroll(uint32_t algorithm, const uint8_t *, size_t, const char *, uint8_t flags, const char *, sk_option **,
              sk_enroll_response **response)
{
    if (algorithm != ed25519)
        return unsupported;
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), &EVP_PKEY_free);
    std::array<uint8_t, keySize> secret{};
    std::array<uint8_t, keySize> open{};
    size_t size = keySize;
    if (!key || EVP_PKEY_get_raw_private_key(key.get(), secret.data(), &size) != 1
        || EVP_PKEY_get_raw_public_key(key.get(), open.data(), &size) != 1)
        return failed;
    auto *made = static_cast<sk_enroll_response *>(std::calloc(1, sizeof(sk_enroll_response)));
    made->flags = flags;
    made->public_key = copied(open.data(), keySize);
    made->public_key_len = keySize;
    made->key_handle = copied(secret.data(), keySize);
    made->key_handle_len = keySize;
    made->signature = copied(open.data(), keySize); // of the attestation, which nobody asks for
    made->signature_len = keySize;
    *response = made;
    return 0;
}

int sk_sign(uint32_t algorithm, const uint8_t *data, size_t size, const char *application, const uint8_t *handle,
            size_t handleSize, uint8_t, const char *, sk_option **, sk_sign_response **response)
{
    if (algorithm != ed25519)
        return unsupported;
    const char *touch = std::getenv("HOLDPOINT_TEST_TOUCH");
    if (touch == nullptr)
        return failed;
    ::close(::open(touch, O_RDONLY | O_CLOEXEC)); // it opens when there is a writer (fifo(7))
    const auto place = digest(reinterpret_cast<const uint8_t *>(application), std::strlen(application));
    const auto message = digest(data, size);
    std::vector<uint8_t> signedBytes(place.begin(), place.end());
    signedBytes.insert(signedBytes.end(), {userPresent, 0, 0, 0, 1});
    signedBytes.insert(signedBytes.end(), message.begin(), message.end());
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, handle, handleSize), &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::array<uint8_t, signatureSize> signature{};
    size_t length = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), signature.data(), &length, signedBytes.data(), signedBytes.size()) != 1)
        return failed;
    auto *made = static_cast<sk_sign_response *>(std::calloc(1, sizeof(sk_sign_response)));
    made->flags = userPresent;
    made->counter = 1;
    made->sig_r = copied(signature.data(), length);
    made->sig_r_len = length;
    *response = made;
    return 0;
}

int sk_load_resident_keys(const char *, sk_option **, void ***, size_t *) { return unsupported; }

} // extern "C"
