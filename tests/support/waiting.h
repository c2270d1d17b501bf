// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QTest>

namespace holdpoint::testing {

/// Runs the event loop until the future is finished, at most `milliseconds`; then gives its result.
template <class T> T waitFor(QFuture<T> future, int milliseconds = 20000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, milliseconds))
        qFatal("a future did not finish in time");
    return future.result();
}

} // namespace holdpoint::testing
