// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/handles.h>

#include <openssl/err.h>
#include <openssl/pem.h>

#include <limits>

namespace holdpoint::x509 {

namespace {

// SHA-1 and keys below 112 bits of strength vouch for nobody (X509_VERIFY_PARAM_set_auth_level(3)).
constexpr int authLevel = 2;

} // namespace

Result<> endOfPem()
{
    const unsigned long end = ERR_peek_last_error();
    if (ERR_GET_LIB(end) != ERR_LIB_PEM || ERR_GET_REASON(end) != PEM_R_NO_START_LINE)
        return fail(ErrorKind::Invalid, QStringLiteral("the file (PEM) is damaged: %1").arg(takeOpenSslError()));
    ERR_clear_error();
    return {};
}

BioHandle reader(QByteArrayView bytes)
{
    const bool fits = bytes.size() <= std::numeric_limits<int>::max();
    return BioHandle(BIO_new_mem_buf(bytes.isEmpty() || !fits ? "" : bytes.data(), fits ? int(bytes.size()) : 0));
}

bool beginsAsDer(QByteArrayView bytes)
{
    constexpr quint8 sequence = 0x30;
    constexpr quint8 indefinite = 0x80;
    constexpr quint8 longest = 0x84; // four octets of length
    return bytes.size() >= 2 && quint8(bytes[0]) == sequence && quint8(bytes[1]) != indefinite && quint8(bytes[1]) <= longest;
}

QByteArray written(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, qsizetype(size)};
}

QString takeOpenSslError()
{
    const char *data = nullptr;
    int flags = 0;
    const unsigned long code = ERR_peek_last_error_data(&data, &flags);
    const char *reason = ERR_reason_error_string(code);
    QString words = QString::fromUtf8(reason ? reason : "unknown error");
    if (data && *data && (flags & ERR_TXT_STRING))
        words += QStringLiteral(" (%1)").arg(QString::fromUtf8(data).trimmed());
    ERR_clear_error();
    return words;
}

Result<StoreHandle> storeOf(const QByteArray &pem, const QDateTime &when)
{
    StoreHandle store(X509_STORE_new());
    const BioHandle bio = reader(pem);
    int count = 0;
    while (const X509Handle certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
        X509_STORE_add_cert(store.get(), certificate.get());
        ++count;
    }
    if (const auto end = endOfPem(); !end)
        return fail(end.error());
    const BioHandle again = reader(pem);
    while (const CrlHandle revoked{PEM_read_bio_X509_CRL(again.get(), nullptr, nullptr, nullptr)})
        X509_STORE_add_crl(store.get(), revoked.get());
    if (const auto end = endOfPem(); !end)
        return fail(end.error());
    if (count == 0)
        return fail(ErrorKind::Invalid, QStringLiteral("there is no certificate (PEM) in the file of authorities"));
    X509_VERIFY_PARAM *rules = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_auth_level(rules, authLevel);
    X509_VERIFY_PARAM_set_time(rules, time_t(when.toSecsSinceEpoch()));
    return store;
}

} // namespace holdpoint::x509
