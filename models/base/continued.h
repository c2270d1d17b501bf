// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/whenfinished.h>

#include <QPromise>

#include <memory>
#include <type_traits>

namespace holdpoint {

/// What the future that `next` gives comes to; `next` is called with the result of the first one on the context's thread, which
/// is the caller's. The future given back is cancelled when the context dies first, or one of the two was cancelled.
///
/// In place of future.then(context, next).unwrap(), for the reason that whenFinished() names.
template <class T, class Next> auto continued(QFuture<T> future, QObject *context, Next next)
{
    using Value = std::decay_t<decltype(std::declval<std::invoke_result_t<Next, const T &>>().result())>;
    const auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    whenFinished(future, context, [context, promise, next = std::move(next)](const T &result) mutable {
        whenFinished(next(result), context, [promise](const Value &value) {
            promise->addResult(value);
            promise->finish();
        });
    });
    return promise->future();
}

} // namespace holdpoint
