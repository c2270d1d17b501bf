// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QDateTime>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>

/// Owners of OpenSSL's objects, and its errors in words. For the sources of this room only.
namespace holdpoint::x509 {

template <auto Free> struct Freed
{
    template <class Object> void operator()(Object *object) const { Free(object); }
};

inline void freeStack(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }
inline void freeRevocations(STACK_OF(X509_CRL) * stack) { sk_X509_CRL_pop_free(stack, X509_CRL_free); }

using BioHandle = std::unique_ptr<BIO, Freed<BIO_free>>;
using CrlHandle = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Pkcs12Handle = std::unique_ptr<PKCS12, Freed<PKCS12_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StackHandle = std::unique_ptr<STACK_OF(X509), Freed<freeStack>>;
using RevocationsHandle = std::unique_ptr<STACK_OF(X509_CRL), Freed<freeRevocations>>;
using X509Handle = std::unique_ptr<X509, Freed<X509_free>>;

/// Reads from bytes that outlive it.
BioHandle reader(QByteArrayView bytes);
/// What was written to a memory BIO.
QByteArray written(BIO *bio);
/// The newest of OpenSSL's errors on this thread, as words; forgets them all.
QString takeOpenSslError();

QDateTime timeOf(const ASN1_TIME *time); ///< invalid when it is no time

/// Whether it begins as a sequence in DER does: OpenSSL reads BER too, of which one thing has many forms.
bool beginsAsDer(QByteArrayView bytes);

/// DER of an object by its i2d function.
template <class Object, class Write> QByteArray derOf(Object *object, Write write)
{
    unsigned char *bytes = nullptr;
    const int size = write(object, &bytes);
    const QByteArray der = size > 0 ? QByteArray(reinterpret_cast<const char *>(bytes), size) : QByteArray();
    OPENSSL_free(bytes);
    return der;
}

/// After the last object that was read from a PEM file: whether the file ends there. Errors: Invalid when the next one is damaged.
Result<> endOfPem();

/// The authorities of a PEM file, which vouch for a chain as it stood at this time, and their lists of revoked certificates that
/// are in it too: nothing asks those yet. Errors: Invalid when no authority is in it, or something in it is damaged.
Result<StoreHandle> storeOf(const QByteArray &pem, const QDateTime &when);

} // namespace holdpoint::x509
