// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace holdpoint::ledger {

/// What changes in a ledger's files when SQLite begins its log or moves it into the file: reading across that may give a torn
/// picture.
struct FileMark
{
    qint64 inode = 0;
    qint64 size = 0;
    qint64 seconds = 0;
    qint64 nanoseconds = 0;
    QByteArray logHeader;

    static FileMark of(const QString &ledgerPath);
    friend bool operator==(const FileMark &, const FileMark &) = default;
};

/// A private copy of a ledger file and its log, to be read while another process goes on writing.
///
/// Its folder goes with it. What a process left that was killed goes when the next copy is taken.
class Snapshot
{
public:
    /// Errors: NotFound, Io.
    static Result<std::unique_ptr<Snapshot>> take(const QString &ledgerPath);
    /// The files are open: their names go now, and so nothing stays when this process is killed.
    void hide();

    [[nodiscard]] QString path() const;
    /// Whether nothing was moved from the log into the file while they were copied: otherwise what looks damaged may be a
    /// torn copy.
    [[nodiscard]] bool isStable() const { return m_isStable; }

private:
    Snapshot();
    Result<> hold();

    QFile m_hold; ///< says by flock(2) that somebody is there, until the folder is gone
    QTemporaryDir m_folder;
    bool m_isStable = false;
};

} // namespace holdpoint::ledger
