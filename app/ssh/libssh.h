// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>

#include <memory>
#include <type_traits>

namespace holdpoint::ssh {

/// Frees a libssh object with the function that belongs to it.
template <auto function> struct Free
{
    template <class T> void operator()(T *object) const { function(object); }
};

template <class Handle, auto function>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Free<function>>;

using SessionPtr = Owned<ssh_session, ssh_free>;
using KeyPtr = Owned<ssh_key, ssh_key_free>;
using EventPtr = Owned<ssh_event, ssh_event_free>;
using BindPtr = Owned<ssh_bind, ssh_bind_free>;
using TextPtr = Owned<char *, ssh_string_free_char>;

} // namespace holdpoint::ssh
