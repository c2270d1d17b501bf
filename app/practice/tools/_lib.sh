# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Shared by every practice stand-in. Stand-ins keep their state below PRACTICE_STATE and see system folders such as
# /etc, /var and /backup as the same folders below PRACTICE_ROOT, so that a rehearsal cannot reach the real system.
# Not covered: redirections (`> /backup/x`), `cd` and other built-ins are done by the shell itself, before we run.

practice_state=${HOLDPOINT_PRACTICE_STATE:-$HOME/.practice}
practice_root=$HOME/rootfs
practice_name=${0##*/}
practice_tools=${BASH_SOURCE[0]%/*}
[[ $practice_tools == /* ]] || practice_tools=$PWD/$practice_tools

# Inside a stand-in the real tools are wanted; what a stand-in starts on the user's behalf gets the user's PATH back.
practice_user_path=$PATH
practice_clean_path()
{
    local dir clean=
    local IFS=:
    for dir in $PATH; do
        [[ -n $dir && ! $dir -ef $practice_tools ]] && clean+=${clean:+:}$dir
    done
    PATH=${clean:+$clean:}/usr/bin:/bin:/usr/sbin:/sbin
}
practice_clean_path

# The real command of that name in REPLY; fails when the machine has none.
practice_real()
{
    REPLY=$(type -P "$1")
}

# --- messages -----------------------------------------------------------------------------------------------------

# practice_intro SUMMARY USAGE ARGS...: answers --help; says on a terminal, and only there, that this is a stand-in.
practice_intro()
{
    practice_synopsis=$2
    local argument
    for argument in "${@:3}"; do
        if [[ $argument == --help ]]; then
            printf 'PRACTICE stand-in: %s\n\nUsage:\n%s\n' "$1" "$2"
            exit 0
        fi
    done
    if [[ -t 2 ]]; then
        printf '\e[2m[practice] %s is a stand-in\e[0m\n' "$practice_name" >&2
    fi
}

practice_usage_error()
{
    printf '%s: %s\n' "$practice_name" "$1" >&2
    printf 'Usage (PRACTICE stand-in):\n%s\n' "$practice_synopsis" >&2
    exit 2
}

practice_fail()
{
    printf '%s\n' "$2" >&2
    exit "$1"
}

# --- state: one small file a value, below practice_state ----------------------------------------------------------

# state_get PATH [DEFAULT]: the value in REPLY.
state_get()
{
    if [[ -r $practice_state/$1 ]]; then
        REPLY=$(<"$practice_state/$1")
    else
        REPLY=${2-}
    fi
}

state_set()
{
    local file=$practice_state/$1
    [[ -d ${file%/*} ]] || mkdir -p "${file%/*}"
    printf '%s\n' "$2" >"$file"
}

state_has()
{
    [[ -e $practice_state/$1 ]]
}

state_delete()
{
    rm -rf -- "${practice_state:?}/${1:?}"
}

# state_list FOLDER: the names in it in the array REPLIES.
state_list()
{
    local entry
    REPLIES=()
    for entry in "$practice_state/$1"/*; do
        [[ -e $entry ]] && REPLIES+=("${entry##*/}")
    done
}

# A name from the command line becomes part of a path: nothing may climb out of the state folder.
state_safe_name()
{
    [[ -n $1 && $1 != . && $1 != .. && $1 != */* ]]
}

# A stable made-up identifier in the shape of a UUID, derived from the text given; in REPLY.
practice_uuid()
{
    local sum
    sum=$(printf '%s' "$1" | md5sum)
    REPLY=${sum:0:8}-${sum:8:4}-4${sum:13:3}-a${sum:17:3}-${sum:20:12}
}

# --- paths --------------------------------------------------------------------------------------------------------

practice_prefixes='backup|backups|etc|forensics|home|mnt|opt|root|run|srv|var'

# practice_path PATH: where that path lives for the practice user, in REPLY.
practice_path()
{
    REPLY=$1
    case $1 in
    "$HOME" | "$HOME"/* | "$practice_state" | "$practice_state"/* | "$practice_tools"/*) return ;;
    esac
    [[ $1 =~ ^/+($practice_prefixes)(/|$) ]] && REPLY=$practice_root$1
    return 0
}

# practice_argument WORD: the same for one argument: a path, or `--option=PATH`, or dd's `of=PATH`; in REPLY.
practice_argument()
{
    if [[ $1 =~ ^(-*[A-Za-z][A-Za-z-]*=)(/.*)$ ]]; then
        local option=${BASH_REMATCH[1]}
        practice_path "${BASH_REMATCH[2]}"
        REPLY=$option$REPLY
    else
        practice_path "$1"
    fi
}

# practice_arguments WORD...: the same for all words, in the array REPLIES. With practice_keep_first set, the first word
# that is no option stays as it is: the script of sed and the pattern of grep may look like a path.
practice_arguments()
{
    local argument keep=${practice_keep_first-}
    REPLIES=()
    for argument in "$@"; do
        REPLY=$argument
        if [[ -n $keep && $argument != -* ]]; then
            keep=
        else
            practice_argument "$argument"
        fi
        REPLIES+=("$REPLY")
    done
}

# Text in which our root is shown as the root it stands for.
practice_hide_root()
{
    LC_ALL=C sed -u "s#${practice_root//[.#]/\\&}/#/#g"
}

# practice_run_mapped COMMAND ARGS...: the real command on mapped paths, its messages mapped back.
practice_run_mapped()
{
    local name=$1 real status
    shift
    practice_real "$name" || practice_fail 127 "$name: not installed on this machine"
    real=$REPLY
    if [[ ${1-} == --help ]]; then
        printf 'PRACTICE stand-in: the real %s, with /etc, /var, /backup ... taken from %s\n\n' "$name" "$practice_root"
        exec "$real" --help
    fi
    practice_arguments "$@"
    if [[ "${REPLIES[*]}" == "$*" ]]; then
        PATH=$practice_user_path exec "$real" "$@"
    fi
    { PATH=$practice_user_path "$real" "${REPLIES[@]}" 2>&3 | practice_hide_root; status=${PIPESTATUS[0]}; } \
        3> >(practice_hide_root >&2)
    exit "$status"
}
