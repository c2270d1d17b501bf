// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportsource.h>
#include <models/report/spool.h>

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>

namespace holdpoint::report {

/// One file of a report that is being made: in memory, or on disk where it may be large.
struct ReportFile
{
    QString name;
    QByteArray bytes;
    std::shared_ptr<const Spool> spool = {}; ///< set: in place of `bytes`

    /// Hands it over in pieces. Errors: Io, those of `take`.
    Result<> pieces(const std::function<Result<>(QByteArrayView)> &take) const;
    [[nodiscard]] qint64 size() const { return spool ? spool->size() : bytes.size(); }
    /// SHA-256. Errors: Io.
    [[nodiscard]] Result<QByteArray> hash() const;
};

/// Whether a report may be written there. Errors: NotPermitted when anything stands at the path, a symbolic link too.
Result<> checkTarget(const QString &path);

/// Writes the files into a new folder, complete or not at all: into a hidden sibling (0700, files 0600, fsync) that gets
/// its name at the end. Errors: those of checkTarget(), Io.
Result<> writeReportFolder(const QString &path, const QList<ReportFile> &files);

/// Adds a file to a report that is there already, on disk when it returns. Errors: NotPermitted when a file of that name
/// stands there, Io.
Result<> addToReportFolder(const QString &path, const ReportFile &file);

/// A report in a folder: no link is followed, no device opened.
class ReportFolder final : public ReportSource
{
public:
    explicit ReportFolder(QString path) : m_path(std::move(path)) {}

    /// Sub-folders, links and hidden files too.
    [[nodiscard]] QStringList names() const override;
    /// Errors: also Invalid for a link, a folder, a device.
    Result<> pieces(const QString &name, qint64 limit, const std::function<void(QByteArrayView)> &take) const override;

private:
    [[nodiscard]] Result<std::unique_ptr<QFile>> open(const QString &name) const;

    QString m_path;
};

} // namespace holdpoint::report
