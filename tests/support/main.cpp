// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The test programs' main: a fixed environment, and a gate that turns every Qt warning into a failure.

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

struct AllowedMessage
{
    const char *part;
    const char *reason;
};

// Warnings that say nothing about our code.
constexpr std::array allowedMessages{
    AllowedMessage{"propagateSizeHints", "the offscreen platform has no size hints"},
    AllowedMessage{"This plugin does not support", "the offscreen platform lacks some window functions"},
    AllowedMessage{"QStandardPaths: XDG_RUNTIME_DIR", "the runner's environment may lack it"},
    AllowedMessage{"QStandardPaths: runtime directory", "the runner's folder may have other permissions"},
};

void gate(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    for (const AllowedMessage &allowed : allowedMessages) {
        if (message.contains(QLatin1String(allowed.part)))
            return;
    }
    ADD_FAILURE() << "Qt said: " << message.toStdString();
}

} // namespace

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    qputenv("TZ", "UTC");
    qputenv("LC_ALL", "C.UTF-8");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    qInstallMessageHandler(gate);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application(argc, argv);
    const int result = RUN_ALL_TESTS();
    // What asked to be deleted later is: the leak check then sees only what was forgotten.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return result;
}
