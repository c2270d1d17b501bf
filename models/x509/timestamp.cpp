// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/timestamp.h>

#include <models/base/bytes.h>
#include <models/base/sha256.h>
#include <models/ledger/openssluse.h>
#include <models/x509/handles.h>

#include <openssl/err.h>
#include <openssl/objects.h>

namespace holdpoint::x509 {

namespace {

using RequestHandle = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using ResponseHandle = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using VerifyHandle = std::unique_ptr<TS_VERIFY_CTX, Freed<TS_VERIFY_CTX_free>>;

constexpr qsizetype nonceBytes = 16;

template <class Handle, class Read> Handle parsed(const QByteArray &der, Read read)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    Handle object(read(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return at == end && beginsAsDer(der) ? std::move(object) : Handle();
}

QString policyOf(TS_TST_INFO *info)
{
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, TS_TST_INFO_get_policy_id(info), 1);
    return QString::fromLatin1(text);
}

bool hasStrongImprint(TS_TST_INFO *info)
{
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(TS_TST_INFO_get_msg_imprint(info)));
    const int digest = OBJ_obj2nid(algorithm);
    return digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512;
}

/// What the authority says when it says no.
QString refusal(TS_RESP *response)
{
    const TS_STATUS_INFO *status = TS_RESP_get_status_info(response);
    QStringList words;
    const STACK_OF(ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text(status);
    for (int i = 0; texts && i < sk_ASN1_UTF8STRING_num(texts); ++i) {
        const ASN1_UTF8STRING *text = sk_ASN1_UTF8STRING_value(texts, i);
        words.append(
            QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)));
    }
    return words.isEmpty() ? QStringLiteral("status %1").arg(ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status)))
                           : words.join(QStringLiteral("; "));
}

/// The token's signature by itself, whoever made it; and who says to have made it.
Result<Certificate> signerOf(TS_RESP *response)
{
    const QByteArray der = derOf(TS_RESP_get_token(response), i2d_PKCS7);
    const auto cms = parsed<CmsHandle>(der, d2i_CMS_ContentInfo);
    const BioHandle out(BIO_new(BIO_s_mem()));
    if (!cms
        || CMS_verify(cms.get(), nullptr, nullptr, nullptr, out.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1)
        return fail(ErrorKind::Corrupt,
                    QStringLiteral("the time stamp's signature does not fit: %1").arg(takeOpenSslError()));
    STACK_OF(X509) *signers = CMS_get0_signers(cms.get());
    const bool isOne = sk_X509_num(signers) == 1;
    const Certificate signer = isOne ? certificateOf(sk_X509_value(signers, 0)) : Certificate{};
    sk_X509_free(signers);
    return isOne ? Result<Certificate>(signer)
                 : fail(ErrorKind::Corrupt, QStringLiteral("the time stamp has not exactly one signer"));
}

/// A token with a signature that fits, and what it says.
Result<TimeStamp> read(const QByteArray &der, TS_RESP *response)
{
    if (!response)
        return fail(ErrorKind::Corrupt, QStringLiteral("this is no time stamp"));
    TS_TST_INFO *info = TS_RESP_get_tst_info(response);
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response)));
    const bool isGranted = status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS;
    if (!info || !isGranted)
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("the authority gave no time stamp: %1").arg(refusal(response)));
    if (!hasStrongImprint(info))
        return fail(ErrorKind::Corrupt,
                    QStringLiteral("the time stamp is over another hash than SHA-256, -384 or -512"));
    const auto signer = signerOf(response);
    if (!signer)
        return fail(signer.error());
    TimeStamp stamp{.response = der,
                    .time = timeOf(TS_TST_INFO_get_time(info)),
                    .authority = signer->subject,
                    .policy = policyOf(info)};
    return stamp.time.isValid() ? Result<TimeStamp>(stamp)
                                : fail(ErrorKind::Corrupt, QStringLiteral("the time stamp names no time"));
}

/// Runs the checks that are set; an error of the certificate is told apart from one of the content.
Result<> run(TS_VERIFY_CTX *checks, TS_RESP *response)
{
    ERR_clear_error();
    if (TS_RESP_verify_response(checks, response) == 1)
        return {};
    const unsigned long code = ERR_peek_last_error();
    const QString words = takeOpenSslError();
    if (ERR_GET_LIB(code) != ERR_LIB_TS)
        return fail(ErrorKind::Corrupt, words);
    switch (ERR_GET_REASON(code)) {
    case TS_R_MESSAGE_IMPRINT_MISMATCH:
        return fail(ErrorKind::Corrupt, QStringLiteral("the time stamp is over other bytes (%1)").arg(words));
    case TS_R_NONCE_MISMATCH:
    case TS_R_NONCE_NOT_RETURNED:
        return fail(ErrorKind::Corrupt, QStringLiteral("the answer is not to this question (%1)").arg(words));
    case TS_R_POLICY_MISMATCH:
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("the time stamp is under another policy than the demanded one"));
    case TS_R_CERTIFICATE_VERIFY_ERROR:
    case TS_R_ESS_SIGNING_CERTIFICATE_ERROR:
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("no given authority vouches for the time stamp: %1").arg(words));
    default: return fail(ErrorKind::Corrupt, words);
    }
}

/// The context takes the store.
Result<> trust(TS_VERIFY_CTX *checks, const QByteArray &authorities, const QDateTime &when)
{
    auto store = storeOf(authorities, when);
    if (!store)
        return fail(store.error());
    TS_VERIFY_CTX_set_store(checks, store->release());
    TS_VERIFY_CTX_add_flags(checks, TS_VFY_SIGNATURE | TS_VFY_VERSION);
    return {};
}

} // namespace

QByteArray timestampRequest(QByteArrayView message)
{
    const sshsig::OpenSslUse use;
    const RequestHandle request(TS_REQ_new());
    const std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>> imprint(TS_MSG_IMPRINT_new());
    const std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    QByteArray hash = sha256(message);
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(hash.data()), int(hash.size()));
    const QByteArray random = randomBytes(nonceBytes);
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(random.constData()), int(random.size()), nullptr));
    const std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>> nonce(BN_to_ASN1_INTEGER(number.get(), nullptr));
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), imprint.get());
    TS_REQ_set_nonce(request.get(), nonce.get());
    TS_REQ_set_cert_req(request.get(), 1);
    return derOf(request.get(), i2d_TS_REQ);
}

Result<TimeStamp> checkAnswer(const QByteArray &response, const QByteArray &request, const TimestampTrust &trusted)
{
    const sshsig::OpenSslUse use;
    const auto question = parsed<RequestHandle>(request, d2i_TS_REQ);
    const auto answer = parsed<ResponseHandle>(response, d2i_TS_RESP);
    auto stamp = read(response, answer.get());
    if (!stamp || !question)
        return stamp;
    const VerifyHandle checks(TS_REQ_to_TS_VERIFY_CTX(question.get(), nullptr));
    if (auto ready = trust(checks.get(), trusted.authorities, stamp->time); !ready)
        return fail(ready.error());
    if (auto held = run(checks.get(), answer.get()); !held)
        return fail(held.error());
    if (!trusted.policy.isEmpty() && stamp->policy != trusted.policy)
        return fail(
            ErrorKind::NotPermitted,
            QStringLiteral("the time stamp is under policy %1, and %2 is demanded").arg(stamp->policy, trusted.policy));
    stamp->standing = Standing::Accepted;
    return stamp;
}

Result<TimeStamp> checkTimestamp(const QByteArray &response, QByteArrayView message,
                                 const std::optional<QByteArray> &authorities)
{
    const sshsig::OpenSslUse use;
    const auto answer = parsed<ResponseHandle>(response, d2i_TS_RESP);
    auto stamp = read(response, answer.get());
    if (!stamp)
        return fail(ErrorKind::Corrupt, stamp.error().detail);
    const VerifyHandle content(TS_VERIFY_CTX_new());
    TS_VERIFY_CTX_set_flags(content.get(), TS_VFY_VERSION | TS_VFY_DATA);
    TS_VERIFY_CTX_set_data(content.get(), reader(message).release());
    if (auto fits = run(content.get(), answer.get()); !fits)
        return fail(fits.error());
    if (!authorities)
        return stamp;
    const VerifyHandle chain(TS_VERIFY_CTX_new());
    if (auto ready = trust(chain.get(), *authorities, stamp->time); !ready)
        return fail(ready.error());
    const auto held = run(chain.get(), answer.get());
    stamp->standing = held ? Standing::Accepted : Standing::Refused;
    stamp->reason = held ? QString() : held.error().detail;
    return stamp;
}

} // namespace holdpoint::x509
