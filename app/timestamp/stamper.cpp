// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/timestamp/stamper.h>

#include <models/base/text.h>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QTimer>

namespace holdpoint::timestamp {

namespace {

using Stamped = Result<x509::TimeStamp>;

constexpr int timeLimitMs = 15'000;

/// One question on its way; deletes itself after it has answered.
class Asking final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Asking)

public:
    Asking(const QUrl &url, const QByteArray &message, x509::TimestampTrust trust, QObject *parent)
        : QObject(parent)
        , m_question(x509::timestampRequest(message))
        , m_trust(std::move(trust))
    {
        m_promise.start();
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/timestamp-query"));
        request.setRawHeader("Accept", "application/timestamp-reply");
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        m_reply = m_network.post(request, m_question);
        m_reply->setReadBufferSize(x509::largestTimestamp + 1);
        connect(m_reply, &QNetworkReply::readyRead, this, &Asking::read);
        connect(m_reply, &QNetworkReply::finished, this, &Asking::finish);
        QTimer::singleShot(timeLimitMs, this, [this] {
            stop({ErrorKind::Timeout, QStringLiteral("the time stamp authority at %1 gave no answer within %2 s")
                                          .arg(address(), QString::number(timeLimitMs / 1000))});
        });
    }

    ~Asking() override
    {
        m_reply->disconnect(this);
        if (!m_isAnswered)
            m_promise.finish();
    }

    [[nodiscard]] QFuture<Stamped> future() const { return m_promise.future(); }

private:
    [[nodiscard]] QString address() const
    {
        return visibleControls(m_reply->url().toDisplayString(QUrl::RemoveUserInfo));
    }

    void read()
    {
        m_answer += m_reply->readAll();
        if (m_answer.size() > x509::largestTimestamp)
            stop({ErrorKind::Io, QStringLiteral("%1 answers with more than a time stamp").arg(address())});
    }

    void finish()
    {
        m_answer += m_reply->readAll();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (target.isValid()) {
            stop({ErrorKind::Io, QStringLiteral("%1 sends to another address (%2), which is not followed")
                                     .arg(address(), visibleControls(target.toDisplayString()))});
        } else if (m_reply->error() != QNetworkReply::NoError) {
            stop({ErrorKind::Io, QStringLiteral("the time stamp authority at %1 cannot be asked: %2")
                                     .arg(address(), visibleControls(m_reply->errorString()))});
        } else if (status != 200) {
            stop({ErrorKind::Io, QStringLiteral("%1 answers with HTTP status %2").arg(address()).arg(status)});
        } else {
            Stamped stamp = x509::checkAnswer(m_answer, m_question, m_trust);
            answer(stamp ? stamp
                         : fail(stamp.error().kind, QStringLiteral("%1: %2").arg(address(), stamp.error().detail)));
        }
    }

    void stop(const Error &error) { answer(fail(error)); }

    void answer(Stamped result)
    {
        if (m_isAnswered)
            return;
        m_isAnswered = true;
        m_reply->disconnect(this);
        m_reply->abort();
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< the manager's
    QByteArray m_question;
    QByteArray m_answer;
    x509::TimestampTrust m_trust;
    QPromise<Stamped> m_promise;
    bool m_isAnswered = false;
};

} // namespace

report::TimeStamper stamperOf(const Authority &authority, QObject *context)
{
    return [authority, context](const QByteArray &message) {
        const auto certificates = readCertificates(authority);
        if (!certificates)
            return QtFuture::makeReadyFuture(Stamped(fail(certificates.error())));
        const x509::TimestampTrust trust{.authorities = *certificates, .policy = authority.policy};
        return (new Asking(authority.url, message, trust, context))->future();
    };
}

} // namespace holdpoint::timestamp

#include "stamper.moc"
