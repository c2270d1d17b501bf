// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/error.h>

#include <tl/expected.hpp>

#include <utility>

namespace holdpoint {

/// A value or an Error. The only way our own functions report failure.
template <class T = void> using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::Io, ...)` from any function that returns a Result.
inline tl::unexpected<Error> fail(ErrorKind kind, QString detail)
{
    return tl::unexpected<Error>(Error{kind, std::move(detail)});
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace holdpoint
