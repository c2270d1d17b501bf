// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportfolder.h>
#include <models/report/zipindex.h>

#include <QHash>

namespace holdpoint::report {

/// A report in a zip: its files at the top or in one folder, stored or deflated. Nothing is unpacked to disk.
///
/// Thread: one at a time. What else a zip can hold (other folders, links, encryption, a name twice, an index or contents
/// beyond the limits of FORMAT.md) makes it no report.
class ReportZip final : public ReportSource
{
public:
    /// Errors: Invalid, with what is wrong; Io.
    static Result<std::unique_ptr<ReportZip>> open(const QString &path);

    [[nodiscard]] QStringList names() const override;
    Result<> pieces(const QString &name, qint64 limit, const std::function<void(QByteArrayView)> &take) const override;
    /// In which its files lie, slash included; empty where they lie at the top.
    [[nodiscard]] QByteArray folder() const { return m_folder; }

private:
    explicit ReportZip(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }
    Result<> take(const QList<ZipMember> &members);

    std::unique_ptr<QFile> m_file;
    QHash<QString, ZipMember> m_members;
    QByteArray m_folder;
};

/// Adds a file to a zip that is there already, beside its files, which are not packed anew; complete or not at all. Errors:
/// those of ReportZip::open(), NotPermitted when a file of that name is in it, Io.
Result<> addToReportZip(const QString &path, const ReportFile &file);

/// Writes the files as a new zip, at its top, complete or not at all, mode 0600. Errors: those of checkTarget(), Io.
Result<> writeReportZip(const QString &path, const QList<ReportFile> &files);

} // namespace holdpoint::report
