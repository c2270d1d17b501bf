// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace holdpoint::report {

struct ReportFile
{
    QString name;
    QByteArray bytes;
};

/// Whether a report may be written there. Errors: NotPermitted when anything stands at the path, a symbolic link too.
Result<> checkTarget(const QString &path);

/// Writes the files into a new folder, complete or not at all: into a hidden sibling (0700, files 0600, fsync) that gets
/// its name at the end. Errors: those of checkTarget(), Io.
Result<> writeReportFolder(const QString &path, const QList<ReportFile> &files);

/// A report somebody handed us: nothing in it is trusted, no link followed, no device opened.
class ReportFolder
{
public:
    explicit ReportFolder(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] QString path() const { return m_path; }
    /// Everything in the folder, sub-folders, links and hidden files too, by name.
    [[nodiscard]] QStringList names() const;
    /// Errors: NotFound, Invalid (a link, a folder, a device), Io.
    [[nodiscard]] Result<std::unique_ptr<QFile>> open(const QString &name) const;
    /// Errors: those of open(), Invalid when it is larger than `limit`.
    [[nodiscard]] Result<QByteArray> read(const QString &name, qint64 limit) const;
    /// SHA-256 of the file, read in pieces. Errors: those of read().
    [[nodiscard]] Result<QByteArray> hash(const QString &name, qint64 limit) const;

private:
    QString m_path;
};

} // namespace holdpoint::report
