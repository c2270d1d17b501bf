// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/certificate.h>

#include <models/x509/handles.h>

#include <models/base/sha256.h>
#include <models/ledger/openssluse.h>

#include <openssl/pem.h>

namespace holdpoint::x509 {

namespace {

constexpr char revocationMark[] = "-----BEGIN X509 CRL-----";

QString nameOf(const X509_NAME *name)
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    return QString::fromUtf8(written(bio.get()));
}

} // namespace

QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

Certificate certificateOf(const X509 *certificate)
{
    return {nameOf(X509_get_subject_name(certificate)), nameOf(X509_get_issuer_name(certificate)),
            sha256Hex(derOf(certificate, i2d_X509)), timeOf(X509_get0_notBefore(certificate)),
            timeOf(X509_get0_notAfter(certificate))};
}

Result<> checkAuthorities(const QByteArray &pem)
{
    const sshsig::OpenSslUse use;
    const auto store = storeOf(pem, QDateTime::currentDateTimeUtc());
    return store ? Result<>() : fail(store.error());
}

bool holdsRevocations(const QByteArray &pem) { return pem.contains(revocationMark); }

bool isOfRevocations(const QByteArray &pem)
{
    return holdsRevocations(pem) && pem.count("-----BEGIN") == pem.count(revocationMark);
}

Result<> checkRevocations(const QByteArray &pem)
{
    const sshsig::OpenSslUse use;
    const BioHandle bio = reader(pem);
    qsizetype count = 0;
    while (const CrlHandle list{PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr)}) {
        if (!X509_CRL_get0_nextUpdate(list.get())) // it would be current for ever (RFC 5280 section 5.1.2.5)
            return fail(ErrorKind::Invalid,
                        QStringLiteral("a list of revoked certificates does not say until when it is current"));
        ++count;
    }
    if (auto end = endOfPem(); !end)
        return end;
    if (count != pem.count(revocationMark))
        return fail(ErrorKind::Invalid, QStringLiteral("a list of revoked certificates is damaged"));
    return {};
}

} // namespace holdpoint::x509
