// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace holdpoint::report {

/// The name of a file as text. One that is no UTF-8 has each octet beyond ASCII as \xNN: no manifest lists such a name.
QString fileNameFrom(QByteArrayView bytes);

/// The files of a report somebody handed us, in a folder or a zip. Nothing in it is trusted.
class ReportSource
{
public:
    ReportSource() = default;
    ReportSource(const ReportSource &) = delete;
    ReportSource &operator=(const ReportSource &) = delete;
    virtual ~ReportSource() = default;

    /// Everything that is there, by name.
    [[nodiscard]] virtual QStringList names() const = 0;
    /// Hands the file over in pieces. Errors: NotFound, Invalid (larger than `limit`, or no plain file), Io.
    virtual Result<> pieces(const QString &name, qint64 limit,
                            const std::function<void(QByteArrayView)> &take) const = 0;

    /// Errors: those of pieces().
    [[nodiscard]] Result<QByteArray> read(const QString &name, qint64 limit) const;
    /// SHA-256 of the file. Errors: those of pieces().
    [[nodiscard]] Result<QByteArray> hash(const QString &name, qint64 limit) const;
};

/// The report at this path. Errors: NotFound (nothing there), Invalid (neither a folder nor a zip that may be a report's), Io (what
/// is in it cannot be listed).
Result<std::unique_ptr<ReportSource>> openReport(const QString &path);

} // namespace holdpoint::report
