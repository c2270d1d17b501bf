// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/describe.h>

#include <models/base/text.h>

#include <QCoreApplication>

namespace holdpoint::ui {

namespace {

QString sentence(ErrorKind kind)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("holdpoint::ui::Describe", text); };
    switch (kind) {
    case ErrorKind::Invalid:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "This cannot be used: %1. Nothing was changed. Correct it and try again."));
    case ErrorKind::NotFound:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "Not found: %1. Nothing was changed. Check the name and try again."));
    case ErrorKind::Io:
        return say(QT_TRANSLATE_NOOP(
            "holdpoint::ui::Describe",
            "A file or disk refused: %1. Everything recorded before is safe. Check free space and permissions, then "
            "try again."));
    case ErrorKind::Busy:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "Something else is still in progress: %1. Nothing was sent. Wait for it to end, "
                                     "then try again."));
    case ErrorKind::Timeout:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "No answer came in time: %1. What was recorded is kept. Check the connection, "
                                     "then try again."));
    case ErrorKind::Cancelled:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe", "Cancelled: %1. What was recorded is kept."));
    case ErrorKind::Disconnected:
        return say(QT_TRANSLATE_NOOP(
            "holdpoint::ui::Describe",
            "There is no connection: %1. What was done is kept, and nothing is sent again by itself. Connect again, then "
            "decide how to go on."));
    case ErrorKind::AuthDenied:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "The login was refused: %1. Nothing was sent. Check the user name, key or "
                                     "password, then connect again."));
    case ErrorKind::HostKeyUnknown:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "The key of this host is not known: %1. Nothing was sent. Compare the "
                                     "fingerprint with one from a trusted source, then connect again."));
    case ErrorKind::HostKeyChanged:
        return say(QT_TRANSLATE_NOOP(
            "holdpoint::ui::Describe",
            "The key of this host has changed: %1. Nothing was sent, because somebody may be listening in. Ask who "
            "runs the host before you connect again."));
    case ErrorKind::Corrupt:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe",
                                     "Stored data is not what was written: %1. The file was left as it is. Keep a "
                                     "copy and tell whoever looks after the records."));
    case ErrorKind::NotPermitted:
        return say(QT_TRANSLATE_NOOP("holdpoint::ui::Describe", "This is not allowed now: %1. Nothing was changed."));
    }
    return QStringLiteral("%1");
}

} // namespace

QString describe(const Error &error)
{
    QString detail = visibleControls(error.detail);
    while (detail.endsWith(QLatin1Char('.')))
        detail.chop(1);
    return sentence(error.kind).arg(detail);
}

} // namespace holdpoint::ui
