#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Rehearses every runbook of the library with the stand-ins of the practice host: all shell text must be valid, every
# step must end as its author expects, every automated check must pass, and every rollback must succeed afterwards.
#
# Usage: run.sh [TOOLS_DIR LIBRARY_DIR]; without folders, those of this source tree
set -u
source_tree=${BASH_SOURCE[0]%/*}/../../..
tools=$(cd "${1:-$source_tree/app/practice/tools}" && pwd) || exit 2
library=$(cd "${2:-$source_tree/runbooks/library}" && pwd) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf -- "$scratch"' EXIT

# What an operator would type in on the practice host for parameters that have no default.
declare -A example=(
    [vm_name]=web-3 [alert_id]=A-1042 [case_id]=CASE-7 [suspicious_ip]=203.0.113.66 [user_id]=jdoe [server_id]=web-1
    [incident_lead]="'R. Duty, 12:00 UTC'"
)
today=$(date +%Y-%m-%d)

fail()
{
    printf 'FAILED %s\n' "$1" >&2
    [[ ! -s $scratch/output ]] || sed 's/^/    /' "$scratch/output" >&2
    exit 1
}

# Cuts a runbook into blocks: NNN.text and NNN.info with role, language, line and attributes.
cut_blocks()
{
    awk -v out="$2" '
        /^\*\*[A-Z][A-Za-z ]*\*\*:/ { role = $0; sub(/^\*\*/, "", role); sub(/\*\*.*/, "", role); part = "" }
        /^[0-9]+\. / { part = "" }
        /^ +\*\*[A-Z][A-Za-z ]*\*\*:/ { part = $0; sub(/^ +\*\*/, "", part); sub(/\*\*.*/, "", part) }
        !inside && /^ *```(bash|sql|http|promql)/ {
            inside = 1; count++
            indent = match($0, /`/) - 1
            attributes = $0; sub(/^ *```(bash|sql|http|promql) */, "", attributes)
            language = $0; sub(/^ *```/, "", language); sub(/[^a-z].*/, "", language)
            file = sprintf("%s/%03d", out, count)
            printf "%s\n%s\n%d\n%s\n", part != "" ? part : role, language, NR, attributes >(file ".info")
            printf "" >(file ".text")
            next
        }
        inside && /^ *```/ { inside = 0; close(file ".info"); close(file ".text"); next }
        inside { print substr($0, indent + 1) >(file ".text") }' "$1"
}

# Writes the sed script that puts defaults and examples in.
make_values()
{
    local line name value
    while IFS= read -r line; do
        [[ $line =~ ^\ \ ([a-z_]+):\ \{type: ]] || continue
        name=${BASH_REMATCH[1]}
        if [[ $line =~ default:\ \"([^\"]+)\" || $line =~ default:\ ([^,}\"]+) ]]; then
            value=${BASH_REMATCH[1]}
            # The items of a list are words of the command.
            [[ $line == *'list: true'* ]] && value=${value//,/}
            [[ $value == today ]] && value=$today
        else
            value=${example[$name]-}
            [[ -n $value ]] || fail "$1: the parameter $name has neither default nor example"
        fi
        printf 's|<%s>|%s|g\n' "$name" "$value"
    done < <(awk '/^---$/ { n++; next } n == 1' "$1")
}

# attribute NAME TEXT: its value in REPLY; fails when it is absent.
attribute()
{
    if [[ $2 =~ [\ {]$1=\"([^\"]*)\" || $2 =~ [\ {]$1=\'([^\']*)\' || $2 =~ [\ {]$1=([^\ }\"\']+) ]]; then
        REPLY=${BASH_REMATCH[1]}
        return 0
    fi
    REPLY=
    return 1
}

run_block()
{
    local status=0 request
    if [[ $2 == http ]]; then
        # Only requests of one line are used. The status is the answer here, the body is looked at as output.
        request=$(<"$1")
        practice curl -q -sS -g -w '\nHTTP status %{http_code}\n' -X "${request%% *}" --url "${request#* }" \
            >"$scratch/output" 2>"$scratch/errors" </dev/null || status=$?
    elif [[ $2 == promql ]]; then
        attribute url "$3" || REPLY=
        request=$(sed -f "$scratch/values" <<<"$REPLY")
        practice curl -q -sS -g --data-urlencode query@- --url "$request/api/v1/query" <"$1" \
            >"$scratch/output" 2>"$scratch/errors" || status=$?
        # A sample is ["time", "value"]: the value is what is judged.
        sed -n 's/.*"value":\[[0-9.]*,"\([^"]*\)"\].*/\1/p' "$scratch/output" >"$scratch/sample"
        mv "$scratch/sample" "$scratch/output"
    elif [[ $2 == sql ]]; then
        attribute db "$3" || REPLY=postgres
        practice psql -X -At -d "$REPLY" <"$1" >"$scratch/output" 2>"$scratch/errors" || status=$?
    else
        practice bash -e "$1" </dev/null >"$scratch/output" 2>"$scratch/errors" || status=$?
    fi
    [[ $status -eq 0 ]] || cat "$scratch/errors" >>"$scratch/output"
    return "$status"
}

practice()
{
    env -i HOME="$home" HOLDPOINT_PRACTICE_STATE="$home/.practice" LANG=C.UTF-8 TERM=dumb \
        PATH="$tools:/usr/bin:/bin:/usr/sbin:/sbin" "$@"
}

expected_status()
{
    attribute expect "$2" || REPLY=0
    # A shell that the shut-down ended says 129: signal 1, hang-up.
    [[ $REPLY == disconnect ]] && REPLY=129
    [[ $REPLY == any || ,$REPLY, == *,$1,* ]]
}

# Judges the last block's status and output by its attributes; says why not in REASON.
judge()
{
    local status=$1 attributes=$2 number operator bound
    expected_status "$status" "$attributes" || { REASON="exit status $status"; return 1; }
    if attribute match "$attributes" && ! grep -Eq -- "$REPLY" "$scratch/output"; then
        REASON="no match of $REPLY"
        return 1
    fi
    if attribute nomatch "$attributes" && grep -Eq -- "$REPLY" "$scratch/output"; then
        REASON="unwanted match of $REPLY"
        return 1
    fi
    if attribute status "$attributes" && ! grep -Fqx -- "HTTP status $REPLY" "$scratch/output"; then
        REASON="not answered with $REPLY"
        return 1
    fi
    if attribute contains "$attributes" && ! grep -Fq -- "$REPLY" "$scratch/output"; then
        REASON="$REPLY is missing"
        return 1
    fi
    if attribute value "$attributes"; then
        REPLY=$(sed -f "$scratch/values" <<<"$REPLY")
        operator=${REPLY%% *}
        bound=${REPLY#* }
        number=$(grep -Eo -m 1 -- '-?[0-9]+(\.[0-9]+)?' "$scratch/output" | head -n 1)
        [[ -n $number ]] || { REASON='no number'; return 1; }
        awk "BEGIN { exit !($number $operator $bound) }" || { REASON="$number is not $REPLY"; return 1; }
    fi
    return 0
}

rehearse()
{
    local runbook=$1 blocks=$scratch/blocks info attributes role language line where status verified=0 steps=0
    rm -rf -- "$blocks"
    mkdir "$blocks"
    home=$(mktemp -d "$scratch/home.XXXX")
    practice "$tools/_setup.sh" || fail "the practice home cannot be set up"
    cut_blocks "$runbook" "$blocks"
    make_values "$runbook" >"$scratch/values"
    for info in "$blocks"/*.info; do
        [[ -e $info ]] || continue
        { read -r role; read -r language; read -r line; read -r attributes; } <"$info"
        where="${runbook##*/}:$line ($role)"
        sed -f "$scratch/values" "${info%.info}.text" >"$blocks/block"
        : >"$scratch/output"
        # A here-document's `<<END` is no placeholder; anything else in angle brackets must have been replaced.
        grep -nE '<[A-Za-z_][A-Za-z0-9_ -]*>' "$blocks/block" >"$scratch/output" && fail "$where: unresolved parameter"
        [[ $language != bash ]] || bash -n "$blocks/block" 2>"$scratch/output" || fail "$where: not valid for bash"
        [[ $role != Rollback ]] || continue
        if [[ $attributes == *interactive* && $attributes != *interactive=no* ]]; then
            printf '# edited\n' >>"$home/rootfs/etc/haproxy/haproxy.cfg"
            continue
        fi
        status=0
        run_block "$blocks/block" "$language" "$attributes" || status=$?
        if [[ $attributes == *verify* ]]; then
            judge "$status" "$attributes" || fail "$where: $REASON"
            verified=$((verified + 1))
            continue
        fi
        # The exercise: its service starts at the second attempt only.
        if [[ $runbook == */practice-broken-web.md && $attributes == *name=start* ]]; then
            [[ $status -ne 0 ]] || fail "$where: the first start should fail"
            status=0
            run_block "$blocks/block" "$language" "$attributes" || status=$?
        fi
        expected_status "$status" "$attributes" || fail "$where: exit status $status"
        steps=$((steps + 1))
    done
    printf 'ok  %-44s %2d blocks run, %2d checks passed\n' "${runbook##*/}" "$steps" "$verified"
}

# Rollbacks run in reverse order on what the last rehearsal left, and must succeed.
roll_back()
{
    local infos=("$scratch"/blocks/*.info) i role language line attributes
    for ((i = ${#infos[@]} - 1; i >= 0; i--)); do
        [[ -e ${infos[i]} ]] || continue
        { read -r role; read -r language; read -r line; read -r attributes; } <"${infos[i]}"
        [[ $role == Rollback && -n $attributes && $attributes == *name=* ]] || continue
        sed -f "$scratch/values" "${infos[i]%.info}.text" >"$scratch/block"
        run_block "$scratch/block" "$language" "$attributes" || fail "${1##*/}:$line (Rollback): exit status $?"
    done
}

found=0
for runbook in "$library"/*.md; do
    [[ -e $runbook ]] || continue
    # A reference holds nothing that runs.
    awk '/^---$/ { n++; next } n == 1 && /^kind: reference$/ { found = 1 } END { exit !found }' "$runbook" && continue
    found=$((found + 1))
    rehearse "$runbook"
    roll_back "$runbook"
done
[[ $found -ge 14 ]] || fail "only $found runbooks in $library"
echo "all $found runbooks rehearsed"
