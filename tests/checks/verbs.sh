#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What the completions and the man page promise, the program has: every verb answers --help, and every option they offer
# for it stands in that help.
set -euo pipefail
packaging=$HOLDPOINT_SOURCE_DIR/packaging
cli=$HOLDPOINT_BIN_DIR/holdpoint-cli
faults=0
fault() { echo "$1" >&2; faults=$((faults + 1)); }

verbs=$(sed -n "s/.*local verbs='\(.*\)'.*/\1/p" "$packaging/completions/holdpoint-cli.bash")
[ "$(wc -w <<<"$verbs")" -ge 9 ] || fault "the bash completion no longer names the verbs where this check looks"
for verb in $verbs; do
    grep -qE "^\.BI? \"?$verb\b" "$packaging/man/holdpoint-cli.1" || fault "$verb: not in the man page"
    grep -qE "^ +'$verb:" "$packaging/completions/holdpoint-cli.zsh" || fault "$verb: not in the zsh completion"
    grep -qE -- "-a $verb -d" "$packaging/completions/holdpoint-cli.fish" || fault "$verb: not in the fish completion"
    help=$("$cli" "$verb" --help) || fault "$verb: the program does not know it"
    options=$(sed -n "s/^ *$verb) options+=' \(.*\)' ;;/\1/p" "$packaging/completions/holdpoint-cli.bash")
    for option in $options; do
        [[ $option != --* ]] || grep -qw -- "$option" <<<"$help" ||
            fault "$verb $option: offered by the completion, unknown to the program"
    done
done

# A report's languages: those of the folder, wherever they are listed.
help=$("$cli" report --help)
for language in en $(basename -as .ts "$HOLDPOINT_SOURCE_DIR"/translations/report_*.ts | sed 's/report_//'); do
    grep -A1 -e --language <<<"$help" | grep -qw "$language" || fault "$language: not in the help of report"
    grep -qE "^\.(BR?|B) $language( ,)?$" "$packaging/man/holdpoint-cli.1" || fault "$language: not in the man page"
    for shell in zsh fish; do
        grep -e language "$packaging/completions/holdpoint-cli.$shell" | grep -qw "$language" ||
            fault "$language: not in the $shell completion"
    done
done
[ "$faults" -eq 0 ]
