# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The services of the practice host: their state, journals and the checks of their configuration.

# service_name UNIT: the name we keep it under, in REPLY.
service_name()
{
    REPLY=${1%.service}
    case $REPLY in
    grafana-server) REPLY=grafana ;;
    mariadb) REPLY=mysql ;;
    sshd) REPLY=ssh ;;
    network) REPLY=networking ;;
    esac
}

service_exists()
{
    state_safe_name "$1" && state_has "services/$1"
}

service_is_active()
{
    state_get "services/$1/active" inactive
    [[ $REPLY == active ]]
}

# journal_add UNIT PROCESS MESSAGE
journal_add()
{
    local stamp
    printf -v stamp '%(%b %d %H:%M:%S)T' -1
    [[ -d $practice_state/journal ]] || mkdir -p "$practice_state/journal"
    printf '%s practice-1 %s: %s\n' "$stamp" "$2" "$3" >>"$practice_state/journal/$1"
}

# haproxy_config_error FILE SHOWN: the first error in REPLY; fails when there is none.
haproxy_config_error()
{
    local known=' acl backend balance bind chroot cookie daemon default_backend defaults errorfile frontend global group
        http-check http-request http-response listen log maxconn mode option pidfile redirect retries server stats
        tcp-check timeout use_backend user ' word rest number=0
    [[ -r $1 ]] || { REPLY="[ALERT]    (2113) : Could not open configuration file $2 : No such file or directory"; return 0; }
    while read -r word rest || [[ -n $word ]]; do
        number=$((number + 1))
        [[ -z $word || $word == \#* ]] && continue
        if [[ $known != *[[:space:]]"$word"[[:space:]]* ]]; then
            REPLY="[ALERT]    (2113) : config : parsing [$2:$number] : unknown keyword '$word'"
            return 0
        fi
        if [[ $word == server && ! $rest =~ ^[^\ ]+\ +[^\ ]+ ]]; then
            REPLY="[ALERT]    (2113) : config : parsing [$2:$number] : 'server' expects <name> and <addr>[:<port>] as arguments."
            return 0
        fi
    done <"$1"
    return 1
}

# nginx_config_error: the first problem in REPLY; fails when there is none.
nginx_config_error()
{
    local word file number=0 rest depth=0
    local config=$practice_root/etc/nginx/nginx.conf
    [[ -r $config ]] || { REPLY='open() "/etc/nginx/nginx.conf" failed (2: No such file or directory)'; return 0; }
    while read -r word file rest || [[ -n $word ]]; do
        number=$((number + 1))
        [[ "$word $file $rest" == *'{'* ]] && depth=$((depth + 1))
        [[ "$word $file $rest" == *'}'* ]] && depth=$((depth - 1))
        case $word in
        ssl_certificate | ssl_certificate_key)
            practice_path "${file%;}"
            if [[ ! -s $REPLY ]]; then
                REPLY="cannot load certificate \"${file%;}\": BIO_new_file() failed"
                return 0
            fi
            ;;
        esac
    done <"$config"
    [[ $depth -ne 0 ]] || return 1
    REPLY="unexpected end of file, expecting \"}\" in /etc/nginx/nginx.conf:$number"
}

# practice_web_error: why it would not start, in REPLY; fails when it would.
practice_web_error()
{
    local key value equals number=0 config=$practice_root/etc/practice-web/web.conf
    [[ -r $config ]] || { REPLY='cannot read /etc/practice-web/web.conf'; return 0; }
    while read -r key equals value || [[ -n $key ]]; do
        number=$((number + 1))
        [[ -z $key || $key == \#* ]] && continue
        if [[ $key =~ ^(listen_port|workers)$ && ! ( $equals == = && $value =~ ^[0-9]+$ ) ]]; then
            REPLY="/etc/practice-web/web.conf:$number: $key: '$value' is not a number"
            return 0
        fi
    done <"$config"
    [[ -e $practice_root/run/practice-web.pid ]] || return 1
    # Left behind by the crash. The failed start clears it away, so that a second attempt succeeds.
    rm -f "$practice_root/run/practice-web.pid"
    state_set services/practice-web/pidfile-done yes
    REPLY='stale /run/practice-web.pid of process 991 found and removed; start the service again'
}

# service_config_error NAME: why it cannot start or reload, in REPLY; fails when it can.
service_config_error()
{
    case $1 in
    haproxy) haproxy_config_error "$practice_root/etc/haproxy/haproxy.cfg" /etc/haproxy/haproxy.cfg ;;
    nginx) nginx_config_error ;;
    practice-web) practice_web_error ;;
    *) return 1 ;;
    esac
}

# What a service takes over from its files when it starts or reloads.
service_loaded()
{
    # Settings that wait for a restart have seen one.
    if [[ $1 == postgresql && ${2-} == started ]]; then
        state_delete pgsettings-running
        [[ -d $practice_state/pgsettings ]] && cp -r "$practice_state/pgsettings" "$practice_state/pgsettings-running"
    fi
    [[ $1 == nginx || $1 == haproxy ]] || return 0
    mkdir -p "$practice_state/served"
    cp "$practice_root"/etc/ssl/certs/*.crt "$practice_state/served/" 2>/dev/null || true
}

# certificate_make NAME DAYS KEY CERTIFICATE: a self-signed certificate, or marked stand-ins where openssl is missing.
certificate_make()
{
    if [[ -x /usr/bin/openssl ]]; then
        /usr/bin/openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$3" -out "$4" \
            -days "$2" -subj "/CN=$1" -addext "subjectAltName=DNS:$1" 2>/dev/null
    else
        printf 'PRACTICE CERTIFICATE\nCN=%s\nnotAfter=%s\n' "$1" "$((EPOCHSECONDS + $2 * 86400))" >"$4"
        printf 'PRACTICE KEY %s\n' "$1" >"$3"
    fi
    chmod 600 "$3"
}
