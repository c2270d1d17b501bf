// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/secretstore.h>

#include <app/secrets/futures.h>

#include <qt6keychain/keychain.h>

#include <QTimer>

namespace holdpoint::secrets {

namespace {

constexpr std::chrono::seconds limit(30);

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound, QStringLiteral("\"%1\" is not in the keyring, or the keyring is locked").arg(job.key())};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::AuthDenied, QStringLiteral("the keyring refused access: %1").arg(job.errorString())};
    default:
        return {ErrorKind::Io, QStringLiteral("no usable keyring: %1").arg(job.errorString())};
    }
}

/// Starts the job; `take` makes its result when it went well. The job deletes itself.
template <class T, class Job, class Take> QFuture<Result<T>> start(Job *job, Take take)
{
    const Reply<Result<T>> reply;
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, reply, take](QKeychain::Job *) {
        reply.give(job->error() == QKeychain::NoError ? take(job) : Result<T>(fail(errorOf(*job))));
    });
    QTimer::singleShot(limit, job, [reply] {
        reply.give(fail(ErrorKind::Timeout, QStringLiteral("the keyring gave no answer in time: is it waiting for a password?")));
    });
    job->start();
    return reply.future();
}

} // namespace

SecretStore::SecretStore(QString service)
    : m_service(std::move(service))
{
}

QFuture<Result<QByteArray>> SecretStore::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    return start<QByteArray>(job, [](QKeychain::ReadPasswordJob *done) -> Result<QByteArray> { return done->binaryData(); });
}

QFuture<Result<>> SecretStore::write(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setBinaryData(secret);
    return start<void>(job, [](QKeychain::WritePasswordJob *) { return Result<>(); });
}

QFuture<Result<>> SecretStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return start<void>(job, [](QKeychain::DeletePasswordJob *) { return Result<>(); });
}

} // namespace holdpoint::secrets
