// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace holdpoint {

/// Calls `handler` with the future's result on the context's thread; never, once the context is gone.
///
/// In place of QFuture::then(context, ...), which in Qt 6.4 must not be used when the context may die before the future
/// is finished: it looks at the context from the thread that finishes, unguarded. Results come in the order in which
/// their futures finish. A future that was cancelled calls nothing.
template <class T, class Handler> void whenFinished(QFuture<T> future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [watcher, call = std::move(handler)]() mutable {
                         const QFuture<T> done = watcher->future();
                         watcher->deleteLater();
                         if (done.resultCount() > 0)
                             call(done.result());
                     });
    watcher->setFuture(future);
}

} // namespace holdpoint
