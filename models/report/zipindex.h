// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QString>

namespace holdpoint::report {

constexpr quint64 mostZipFiles = 10'000;

/// Whether every program for zips finds the same files in this one: there is one end record, and the files that the index
/// lists, the index and the end record lie one behind the other from the first byte to the last, with the same said in the
/// index and before each file.
///
/// libzip tries whatever looks like an end record, others take the last, others go through the files without an index. Any
/// thread; reads the index and the header of each file. Errors: Invalid, with what is wrong; Io.
Result<> checkZipIndex(const QString &path);

} // namespace holdpoint::report
