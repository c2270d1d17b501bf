// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>

namespace holdpoint::cli {

/// Runs the event loop until the future is finished. For verbs that do one thing and have no other work: never inside a
/// slot.
template <class T> T await(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    watcher.setFuture(future);
    QCoreApplication::exec();
    return future.result();
}

} // namespace holdpoint::cli
