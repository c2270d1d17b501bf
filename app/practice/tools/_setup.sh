#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Fills a new scratch home of the practice host: system folders below rootfs, backups of yesterday, certificates,
# databases, servers, a cluster, and one service that does not start. Run again, it adds only what is missing.
set -eu
. "${BASH_SOURCE[0]%/*}/_lib.sh"
. "$practice_tools/_services.sh"

printf -v today '%(%Y-%m-%d)T' -1
yesterday=$(date -d yesterday +%Y-%m-%d)

# put PATH: standard input as that file below rootfs, unless it is there.
put()
{
    local path=$practice_root$1
    [[ -e $path ]] && return
    printf '%s' "$(</dev/stdin)"$'\n' >"$path"
}

# put_state KEY VALUE, unless it is there.
put_state()
{
    state_has "$1" || state_set "$1" "$2"
}

make_folders()
{
    local root=$practice_root
    mkdir -p "$practice_state" \
        "$root"/etc/{ssl/certs,ssl/private,letsencrypt/live,haproxy,nginx,practice-web,bind/keys,ansible,postgresql} \
        "$root"/var/{lib/shop,lib/postgresql,www/shop/assets,log/nginx,log/shop,run/haproxy} "$root"/run \
        "$root"/home/ops "$root"/dev "$root"/forensics "$root"/srv "$root"/root \
        "$root/backup/$yesterday/www" "$root/backup/$today" \
        "$root/backups/postgresql/$today" "$root/backups/mysql/$today" "$practice_state"/postgres/{postgres,app}
    chmod 700 "$root/etc/ssl/private"
}

make_etc()
{
    echo practice-1 | put /etc/hostname
    # The file service asks who its user is.
    printf 'practice:x:%s:%s:Practice:%s:/bin/bash\n' "$(id -u)" "$(id -g)" "$HOME" | put /etc/passwd
    printf '127.0.0.1 localhost\n192.0.2.10 web-1.eu-cloud.local web-1\n192.0.2.11 web-2.eu-cloud.local web-2\n' | put /etc/hosts
    printf 'PRETTY_NAME="Practice Linux 1"\nID=practice\n' | put /etc/os-release
    printf 'nameserver 192.0.2.53\nsearch eu-cloud.local\n' | put /etc/resolv.conf
    put /etc/haproxy/haproxy.cfg <<'CFG'
global
    log /dev/log local0
    stats socket /var/run/haproxy/admin.sock mode 660 level admin

defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s

frontend www
    bind :443 ssl crt /etc/ssl/private/shop.pem
    default_backend shop

backend shop
    balance roundrobin
    option httpchk GET /health
    server web-1 192.0.2.10:8080 check
    server web-2 192.0.2.11:8080 check
CFG
    put /etc/nginx/nginx.conf <<'CFG'
events { }
http {
    server {
        listen 443 ssl;
        ssl_certificate     /etc/ssl/certs/shop.crt;
        ssl_certificate_key /etc/ssl/private/shop.key;
    }
}
CFG
    # The fault of the exercise "Repair the practice web service": a letter in a number.
    put /etc/practice-web/web.conf <<'CFG'
# practice-web: what it serves and where
document_root = /var/www/shop
listen_address = 127.0.0.1
listen_port = 80a80
workers = 4
CFG
    printf 'key "update" {\n    algorithm hmac-sha256;\n    secret "cHJhY3RpY2Uta2V5LW9ubHk=";\n};\n' | put /etc/bind/keys/update.key
    echo 'practice postgresql settings' | put /etc/postgresql/postgresql.conf
}

make_content()
{
    printf '<!doctype html>\n<title>Practice shop</title>\n<p>It works.\n' | put /var/www/shop/index.html
    printf 'body { font-family: sans-serif }\n' | put /var/www/shop/assets/site.css
    echo 'session data' | put /var/lib/shop/sessions.db
    echo 'cluster 15/main' | put /var/lib/postgresql/PG_VERSION
    echo 'notes of the operator' | put /home/ops/notes.txt
}

make_logs()
{
    local day
    for day in 1 2 3; do
        printf -v stamp '%(%Y-%m-%dT%H:%M)T' $((EPOCHSECONDS - day * 60))
        printf '%s:12Z INFO shop: order accepted\n' "$stamp"
    done | put /var/log/shop/shop.log
    printf '192.0.2.77 - - "GET /health HTTP/1.1" 200 15\n192.0.2.78 - - "GET / HTTP/1.1" 200 5120\n' | put /var/log/nginx/access.log
    for day in 9 12 30; do
        [[ -e $practice_root/var/log/shop/shop-$day.log ]] && continue
        printf '%s\n' "old entries, $day days ago" | put "/var/log/shop/shop-$day.log"
        touch -d "$day days ago" "$practice_root/var/log/shop/shop-$day.log"
    done
}

make_databases()
{
    put_state postgres/app/orders 18452
    put_state postgres/app/customers 3120
    put_state postgres/app/invoices 9940
    put_state postgres/postgres/settings 12
    PATH=$practice_tools:$PATH
    [[ -e $practice_root/backups/postgresql/$today/database.dump ]] || {
        pg_dump -Fc -f "/backups/postgresql/$today/database.dump" app
        mysqldump --single-transaction --result-file="/backups/mysql/$today/shop.sql" shop
    }
    [[ -e $practice_root/backups/postgresql/latest ]] || ln -s "$today" "$practice_root/backups/postgresql/latest"
}

make_backups()
{
    local folder=$practice_root/backup/$yesterday
    if [[ ! -e $folder/system-config.tar.gz ]]; then
        /bin/tar -C "$practice_root" -czf "$folder/system-config.tar.gz" etc var/lib home
        /bin/cp -a "$practice_root/var/www/." "$folder/www/"
        pg_dumpall --file="/backup/$yesterday/databases.sql"
        /bin/cp "$practice_root/backups/postgresql/$today/database.dump" "$folder/database.dump"
        (cd "$practice_root" && find "backup/$yesterday" -type f ! -name SHA256SUMS -exec sha256sum {} +) |
            sed 's#  #  /#' >"$folder/SHA256SUMS"
    fi
    [[ -e $practice_root/backup/latest ]] || ln -s "$yesterday" "$practice_root/backup/latest"
    [[ -e $practice_state/crontab ]] || printf '%s\n' '# m h dom mon dow command' \
        '30 2 * * * /usr/local/sbin/system-backup --target /backup' >"$practice_state/crontab"
}

# certificate NAME DAYS, unless it is there.
certificate()
{
    local key=$practice_root/etc/ssl/private/$1.key crt=$practice_root/etc/ssl/certs/$1.crt
    [[ -e $crt ]] || certificate_make "$1.eu-cloud.local" "$2" "$key" "$crt"
    # Both in one file, as HAProxy reads them.
    [[ -e ${key%.key}.pem ]] || (umask 077 && /bin/cat "$crt" "$key" >"${key%.key}.pem")
}

# service UNIT DESCRIPTION [active]
service()
{
    put_state "services/$1/active" "${3:-active}"
    put_state "services/$1/description" "$2"
    put_state "services/$1/since" "$((EPOCHSECONDS - 93784))"
    put_state "services/$1/pid" "$((1000 + ${#2} * 17))"
}

make_services()
{
    service nginx 'A high performance web server and a reverse proxy server'
    service haproxy 'HAProxy Load Balancer'
    service postgresql 'PostgreSQL database server'
    service mysql 'MariaDB database server'
    service prometheus 'Monitoring system and time series database'
    service grafana 'Grafana dashboards'
    service alertmanager 'Prometheus Alertmanager'
    service node-exporter 'Prometheus exporter for machine metrics'
    service networking 'Raise network interfaces'
    service systemd-resolved 'Network Name Resolution'
    service cron 'Regular background program processing daemon'
    service ssh 'OpenBSD Secure Shell server'
    service shop-web 'Shop front end'
    service shop-api 'Shop order interface'
    service practice-web 'Practice web service' failed
    [[ -e $practice_root/run/practice-web.pid ]] || state_has services/practice-web/pidfile-done ||
        echo 991 >"$practice_root/run/practice-web.pid"
    [[ -e $practice_state/journal/practice-web ]] && return
    journal_add practice-web 'practice-web[991]' "/etc/practice-web/web.conf:4: listen_port: '80a80' is not a number"
    journal_add practice-web 'systemd[1]' 'practice-web.service: Main process exited, code=exited, status=1/FAILURE'
    journal_add practice-web 'systemd[1]' "practice-web.service: Failed with result 'exit-code'."
}

make_cloud()
{
    local server
    for server in web-1 web-2 db-1; do
        put_state "servers/$server/status" ACTIVE
        put_state "servers/$server/address" "192.0.2.$((10 + ${#server} + ${server##*-}))"
        put_state "servers/$server/flavor" m1.small
        put_state "servers/$server/image" debian-12-eu
        put_state "servers/$server/zone" eu-central-1a
    done
    put_state users/jdoe/enabled True
    put_state users/asmith/enabled True
    put_state clusters/production/nodes 3
    put_state deployments/kube-system/cluster-autoscaler 1
    put_state deployments/kube-system/coredns 2
    put_state deployments/default/shop-web 3
    put_state deployments/default/shop-api 2
    put_state pods/pending 2
    put_state dns/shop.eu-cloud.local 192.0.2.20
    put_state dns/web-1.eu-cloud.local 192.0.2.10
    put_state dns/web-2.eu-cloud.local 192.0.2.11
    put_state dns/db-1.eu-cloud.local 192.0.2.30
    put_state links/eth0 UP
    put_state backends/shop/web-1 UP
    put_state backends/shop/web-2 UP
    [[ -e $practice_root/dev/sda ]] || truncate -s 4M "$practice_root/dev/sda"
}

# A login shell's /etc/profile may set PATH anew: the stand-ins must come first again.
make_profile()
{
    local line="case \$PATH in \"$practice_tools\":*) ;; *) PATH=\"$practice_tools\":\$PATH ;; esac"
    [[ -e $HOME/.bashrc ]] || printf '%s\n' "$line" "PS1='practice:\\w\\$ '" >"$HOME/.bashrc"
    [[ -e $HOME/.profile ]] || printf '%s\n' "$line" >"$HOME/.profile"
    [[ -e $HOME/.bash_profile ]] || printf '%s\n' '. ~/.bashrc' >"$HOME/.bash_profile"
}

make_folders
make_etc
make_content
make_logs
make_services
make_databases
certificate shop 20
certificate api 200
service_loaded nginx
make_backups
make_cloud
make_profile
