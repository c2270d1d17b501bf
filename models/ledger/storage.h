// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QLockFile>
#include <QString>

#include <memory>

namespace holdpoint::ledger {

/// The folder of a ledger: private, local, held by one process, with a reserve for the day the disk is full.
///
/// Owns: the lock file, until destruction.
/// Errors: Busy (detail names pid and host), NotPermitted (network file system, read-only), Io.
class Storage
{
public:
    static constexpr qint64 reserveSize = 16 * 1024 * 1024;

    static Result<std::unique_ptr<Storage>> open(const QString &folder);

    [[nodiscard]] QString ledgerPath() const;
    /// Bytes an ordinary user can still write here; -1 when unknown.
    [[nodiscard]] qint64 freeBytes() const;
    /// Sets the reserve aside, unless it is there. Errors: Io.
    Result<> makeReserve();
    void freeReserve();

private:
    explicit Storage(const QString &folder);
    bool retakeUnsigned();
    Result<> lock();
    [[nodiscard]] QString reservePath() const;

    QString m_folder;
    QLockFile m_lock;
};

/// The name of a file system that lives on another machine or in a process (statfs(2), f_type); empty for local ones.
/// SQLite's locks and fsync cannot be trusted on those.
QString remoteFileSystem(quint64 type);

} // namespace holdpoint::ledger
