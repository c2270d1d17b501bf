// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/childprocess.h>

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace holdpoint::ssh {

/// A program that was told to end, and the folder it used until then.
struct Ending
{
    std::unique_ptr<QTemporaryDir> folder; ///< dies after the program
    std::unique_ptr<ChildProcess> program;
};

/// Gives programs that were told to end the time to do it in good order, a moment only, without anybody waiting.
///
/// Thread: the owner's, by its event loop. The destructor waits for those left, at most half a second.
class Undertaker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Undertaker)

public:
    Undertaker() = default;
    ~Undertaker() override;

    void bury(Ending ending);
};

} // namespace holdpoint::ssh
