// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sha256.h>

#include <openssl/evp.h>

#include <memory>

namespace holdpoint {

namespace {

constexpr qsizetype size = 32;

EVP_MD *fetch()
{
    EVP_MD *fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    // Looking it up leaves something behind for the thread that did, which may end without OpenSSL noticing. Hashing does not.
    OPENSSL_thread_stop();
    return fetched;
}

/// Fetched once, for as long as the program lives: looking it up takes longer than hashing a short record.
const EVP_MD *algorithm()
{
    static EVP_MD *const fetched = fetch();
    return fetched;
}

unsigned char *bytesOf(QByteArray &hash) { return reinterpret_cast<unsigned char *>(hash.data()); }

// They fail only where there is no memory or no SHA-256 at all, and then there is nothing to go on with.
void require(int done)
{
    if (done != 1)
        qFatal("SHA-256 does not work");
}

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray hash(size, Qt::Uninitialized);
    require(EVP_Digest(bytes.data(), std::size_t(bytes.size()), bytesOf(hash), nullptr, algorithm(), nullptr));
    return hash;
}

void sha256(QByteArrayView first, QByteArrayView second, char *hash)
{
    // Kept for the next one: making it takes as long as hashing a short record.
    static thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> kept(EVP_MD_CTX_new(),
                                                                                           EVP_MD_CTX_free);
    EVP_MD_CTX *const context = kept.get();
    require(EVP_DigestInit_ex(context, algorithm(), nullptr));
    require(EVP_DigestUpdate(context, first.data(), std::size_t(first.size())));
    require(EVP_DigestUpdate(context, second.data(), std::size_t(second.size())));
    require(EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(hash), nullptr));
}

QString sha256Hex(QByteArrayView bytes) { return QString::fromLatin1(sha256(bytes).toHex()); }

void Sha256::Free::operator()(evp_md_ctx_st *context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    reset();
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&other) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&other) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), std::size_t(bytes.size())));
}

QByteArray Sha256::result() const
{
    Sha256 soFar;
    require(EVP_MD_CTX_copy_ex(soFar.m_context.get(), m_context.get()));
    QByteArray hash(size, Qt::Uninitialized);
    require(EVP_DigestFinal_ex(soFar.m_context.get(), bytesOf(hash), nullptr));
    return hash;
}

QString Sha256::hex() const { return QString::fromLatin1(result().toHex()); }

void Sha256::reset() { require(EVP_DigestInit_ex(m_context.get(), algorithm(), nullptr)); }

} // namespace holdpoint
