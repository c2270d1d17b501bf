# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The practice network: one interface, a zone of names, and one address that never answers.

net_unreachable=192.0.2.99

net_link_up()
{
    state_get links/eth0 DOWN
    [[ $REPLY == UP ]]
}

# net_resolve NAME: its address in REPLY; an address is itself.
net_resolve()
{
    local name=$1
    if [[ $name =~ ^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
        REPLY=$name
        return 0
    fi
    if [[ $name == localhost || $name == practice-1 ]]; then
        REPLY=127.0.0.1
        return 0
    fi
    [[ $name == *.* ]] || name=$name.eu-cloud.local
    if state_safe_name "$name" && state_has "dns/$name"; then
        state_get "dns/$name"
        return 0
    fi
    # A server of the practice cloud is known by its name.
    name=${name%.eu-cloud.local}
    state_safe_name "$name" && state_has "servers/$name" || return 1
    state_get "servers/$name/address"
}

# net_reaches ADDRESS
net_reaches()
{
    [[ $1 == 127.* ]] && return 0
    net_link_up && [[ $1 != "$net_unreachable" ]]
}
