#!/bin/sh
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
# Runs a program with an unlocked gnome-keyring on a session bus and in a home folder of its own.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP KDE_SESSION_VERSION DBUS_SESSION_BUS_ADDRESS
dbus-run-session -- sh -c '
    printf "test-password\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    i=0
    until dbus-send --session --dest=org.freedesktop.secrets --print-reply /org/freedesktop/secrets/collection/login \
        org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Label >/dev/null 2>&1; do
        i=$((i + 1)); [ "$i" -lt 50 ] || { echo "no keyring appeared" >&2; exit 1; }
        sleep 0.1
    done
    exec "$@"' sh "$@"
