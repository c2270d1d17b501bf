// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>

namespace holdpoint::report {

/// Bytes on their way into a report, on disk and not in memory: a file without a name that is gone with this object, and with
/// the process however that ends.
///
/// Thread: one at a time.
class Spool
{
public:
    /// In this folder, which makes it private (0600). Errors: Io.
    static Result<std::shared_ptr<Spool>> open(const QString &folder);
    ~Spool();
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    /// Errors: Io.
    Result<> append(QByteArrayView bytes);
    /// Hands all of it over in pieces, until `take` fails. Errors: Io, those of `take`.
    Result<> pieces(const std::function<Result<>(QByteArrayView)> &take) const;
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Another descriptor of the file, the caller's to close; -1 when there are no more. It shares the place that is read from.
    [[nodiscard]] int duplicate() const;

private:
    explicit Spool(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
    qint64 m_size = 0;
};

} // namespace holdpoint::report
