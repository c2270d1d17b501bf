// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/sshverify.h>

#include <models/base/bytes.h>
#include <models/base/sha256.h>
#include <models/ledger/openssluse.h>

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <array>
#include <memory>

namespace holdpoint::sshsig {

namespace {

template <auto release> struct Releaser
{
    template <class T> void operator()(T *object) const { release(object); }
};
template <class T, auto release> using Owned = std::unique_ptr<T, Releaser<release>>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Number = Owned<BIGNUM, BN_free>;

/// What a signature needs to be checked, whatever the algorithm.
struct Check
{
    Key key;
    const EVP_MD *digest = nullptr; ///< none for Ed25519, which hashes by itself
    QByteArray signature;           ///< as OpenSSL takes it
    QByteArray data;
};

struct Curve
{
    const char *name;
    const char *opensslName;
    const EVP_MD *(*digest)();
};
constexpr std::array curves{
    Curve{"nistp256", "P-256", EVP_sha256},
    Curve{"nistp384", "P-384", EVP_sha384},
    Curve{"nistp521", "P-521", EVP_sha512},
};

constexpr int minimumRsaBits = 2048;
constexpr int maximumRsaBits = 16384;
constexpr quint8 userPresent = 0x01;

tl::unexpected<Error> malformed(const char *what)
{
    return fail(ErrorKind::Invalid, QStringLiteral("the signature has a bad %1").arg(QLatin1String(what)));
}

Number numberFrom(const QByteArray &bytes)
{
    return Number(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), nullptr));
}

Key keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Owned<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return Key(key);
}

Key ed25519Key(const QByteArray &point)
{
    return Key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,
                                           reinterpret_cast<const unsigned char *>(point.constData()),
                                           std::size_t(point.size())));
}

Key ecdsaKey(const Curve &curve, const QByteArray &point)
{
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.opensslName, 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     std::size_t(point.size()));
    return keyFrom("EC", builder.get());
}

Key rsaKey(const QByteArray &exponent, const QByteArray &modulus)
{
    const Number e = numberFrom(exponent);
    const Number n = numberFrom(modulus);
    if (!e || !n || BN_num_bits(n.get()) < minimumRsaBits || BN_num_bits(n.get()) > maximumRsaBits)
        return {};
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    return keyFrom("RSA", builder.get());
}

/// RFC 5656 section 3.1.2 keeps r and s as two mpints; OpenSSL takes them as DER.
QByteArray derFromMpints(const QByteArray &blob)
{
    ByteReader reader(blob);
    const QByteArray rBytes = reader.string();
    const QByteArray sBytes = reader.string();
    Number r = numberFrom(rBytes);
    Number s = numberFrom(sBytes);
    const Owned<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
    if (!reader.isGood() || !reader.atEnd() || !r || !s || !pair)
        return {};
    ECDSA_SIG_set0(pair.get(), r.release(), s.release());
    unsigned char *der = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &der);
    if (length <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

bool fits(const Check &check)
{
    const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, check.digest, nullptr, check.key.get()) == 1
           && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(check.signature.constData()),
                               std::size_t(check.signature.size()),
                               reinterpret_cast<const unsigned char *>(check.data.constData()),
                               std::size_t(check.data.size()))
                  == 1;
}

/// A security key signs SHA-256(application) || flags || counter || SHA-256(data) (PROTOCOL.u2f, "SSH U2F signatures").
Result<> wrapForSecurityKey(Check &check, const QByteArray &application, ByteReader &trailer)
{
    const quint8 flags = trailer.u8();
    const quint32 counter = trailer.u32();
    if (!trailer.isGood())
        return malformed("security key trailer");
    if ((flags & userPresent) == 0)
        return fail(ErrorKind::Corrupt, QStringLiteral("the security key signed without a person's touch"));
    ByteWriter writer;
    writer.raw(sha256(application));
    writer.u8(flags);
    writer.u32(counter);
    writer.raw(sha256(check.data));
    check.data = writer.bytes();
    return {};
}

Result<> readEcdsa(Check &check, ByteReader &keyReader, const QByteArray &keyType, const QByteArray &blob)
{
    const QByteArray curveName = keyReader.string();
    const QByteArray point = keyReader.string();
    for (const Curve &curve : curves) {
        if (curveName != curve.name || !keyType.contains(curve.name))
            continue;
        check.key = ecdsaKey(curve, point);
        check.digest = curve.digest();
        check.signature = derFromMpints(blob);
        return {};
    }
    return malformed("curve");
}

Result<> readRsa(Check &check, ByteReader &keyReader, const QByteArray &algorithm)
{
    const QByteArray exponent = keyReader.string();
    const QByteArray modulus = keyReader.string();
    check.key = rsaKey(exponent, modulus);
    check.digest = algorithm == "rsa-sha2-256" ? EVP_sha256() : EVP_sha512();
    // PROTOCOL.sshsig forbids SHA-1, which the algorithm name "ssh-rsa" stands for.
    return algorithm == "rsa-sha2-256" || algorithm == "rsa-sha2-512" ? Result<>() : malformed("algorithm");
}

} // namespace

Result<> verifyBlob(const QByteArray &publicKey, const QByteArray &signature, const QByteArray &data)
{
    const OpenSslUse use;
    ByteReader keyReader(publicKey);
    ByteReader signatureReader(signature);
    const QByteArray keyType = keyReader.string();
    const QByteArray algorithm = signatureReader.string();
    const bool isRsa = keyType == "ssh-rsa";
    if (!isRsa && algorithm != keyType)
        return malformed("algorithm");
    Check check;
    check.signature = signatureReader.string();
    check.data = data;
    Result<> read;
    if (keyType == "ssh-ed25519" || keyType == "sk-ssh-ed25519@openssh.com")
        check.key = ed25519Key(keyReader.string());
    else if (isRsa)
        read = readRsa(check, keyReader, algorithm);
    else if (keyType.startsWith("ecdsa-sha2-") || keyType == "sk-ecdsa-sha2-nistp256@openssh.com")
        read = readEcdsa(check, keyReader, keyType, check.signature);
    else
        return malformed("key type");
    if (read && keyType.startsWith("sk-"))
        read = wrapForSecurityKey(check, keyReader.string(), signatureReader);
    if (!read)
        return read;
    if (!check.key || check.signature.isEmpty() || !keyReader.isGood() || !keyReader.atEnd()
        || !signatureReader.isGood() || !signatureReader.atEnd())
        return malformed("key or length");
    if (!fits(check))
        return fail(ErrorKind::Corrupt, QStringLiteral("the signature does not fit the message"));
    return {};
}

} // namespace holdpoint::sshsig
