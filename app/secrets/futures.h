// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QFuture>
#include <QPromise>

#include <memory>

namespace holdpoint::secrets {

/// A future that has its result.
template <class T> QFuture<T> finished(T result)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// The answer to one question, given at most once however many events could give it (result, time limit, refusal).
template <class T> class Reply
{
public:
    Reply() { m_promise->start(); }

    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }
    [[nodiscard]] bool isGiven() const { return m_promise->future().isFinished(); }
    void give(T result) const
    {
        if (isGiven())
            return;
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise = std::make_shared<QPromise<T>>();
};

} // namespace holdpoint::secrets
