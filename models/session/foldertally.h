// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/tree.h>

#include <optional>

namespace holdpoint::session {

/// How far a folder on its way is.
struct FolderProgress
{
    qsizetype files = 0; ///< that arrived
    qsizetype failed = 0;
    qsizetype allFiles = 0; ///< found so far, while they are still being counted
    qint64 bytes = 0;
    qint64 allBytes = 0;
    bool isCounting = true;

    /// From 0 to 1. Goes on with each file and with each byte: neither many small files nor a large one stand still.
    [[nodiscard]] double share() const;
    /// "214 of 1,000 files, 3.1 of 20.0 MiB".
    [[nodiscard]] QString words() const;
};

/// "340 files".
QString filesText(qsizetype count);

/// What came of a folder.
struct FolderTally
{
    qsizetype files = 0;         ///< that were to be copied
    qsizetype arrived = 0;       ///< of these; each was read back and compared
    qsizetype wereThere = 0;     ///< of those that arrived: nothing had to be changed
    qint64 bytes = 0;            ///< that arrived
    files::Remarks changed;      ///< those that arrived whose originals changed meanwhile
    qsizetype timesLost = 0;     ///< of those that arrived: without the time of their last change
    qsizetype folderTimesLost = 0; ///< likewise folders, however many files are in them
    files::Remarks left;         ///< what is never copied, symbolic links for example
    files::Remarks problems;     ///< what should have been, and was not
    bool onlyNamesTaken = false; ///< other content had the name of whatever was not copied
    std::optional<Error> error;  ///< why it ended before its end

    [[nodiscard]] bool isWhole() const { return !error && problems.count() == 0; }
    /// Of what kind the failure is: Busy where nothing but taken names stood in the way.
    [[nodiscard]] ErrorKind kind() const
    {
        return error ? error->kind : onlyNamesTaken ? ErrorKind::Busy : ErrorKind::Io;
    }
    /// One sentence for people.
    [[nodiscard]] QString words() const;
};

} // namespace holdpoint::session
