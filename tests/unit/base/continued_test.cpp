// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/continued.h>

#include <QTest>
#include <QThread>
#include <QtConcurrentRun>

#include <gtest/gtest.h>

using namespace holdpoint;

namespace {

TEST(ContinuedTest, theNextStepRunsOnTheContextsThreadAndGivesTheResult)
{
    QObject context;
    QThread *where = nullptr;
    auto length = continued(QtConcurrent::run([] { return QStringLiteral("four"); }), &context, [&](const QString &text) {
        where = QThread::currentThread();
        return QtConcurrent::run([text] { return text.size(); });
    });
    EXPECT_TRUE(QTest::qWaitFor([&] { return length.isFinished(); }, 5000));
    EXPECT_EQ(length.result(), 4);
    EXPECT_EQ(where, QThread::currentThread());
}

TEST(ContinuedTest, nothingFollowsOnceTheContextIsGoneAndTheFutureIsCancelled)
{
    auto context = std::make_unique<QObject>();
    QPromise<int> first;
    first.start();
    bool called = false;
    const auto after = continued(first.future(), context.get(), [&](int value) {
        called = true;
        return QtFuture::makeReadyFuture(value);
    });
    context.reset();
    EXPECT_TRUE(after.isCanceled());
    first.addResult(1);
    first.finish();
    QTest::qWait(10);
    EXPECT_FALSE(called);
}

TEST(ContinuedTest, whatWasCancelledCancelsWhatFollows)
{
    QObject context;
    QFuture<int> after;
    {
        QPromise<int> first;
        first.start();
        after = continued(first.future(), &context, [](int value) { return QtFuture::makeReadyFuture(value); });
    }
    EXPECT_TRUE(QTest::qWaitFor([&] { return after.isFinished(); }, 5000));
    EXPECT_TRUE(after.isCanceled());
}

} // namespace
