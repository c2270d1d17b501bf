#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Proves that the stand-ins of the practice host remember what was done, reject what they do not know, and never reach
# outside their scratch home. Stops at the first failure.
#
# Usage: run.sh [TOOLS_DIR]; without a folder, that of this source tree
set -u
tools=$(cd "${1:-${BASH_SOURCE[0]%/*}/../../../app/practice/tools}" && pwd) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf -- "$scratch"' EXIT
home=$scratch/home
mkdir "$home"
count=0

practice()
{
    env -i HOME="$home" HOLDPOINT_PRACTICE_STATE="$home/.practice" LANG=C.UTF-8 TERM=dumb \
        PATH="$tools:/usr/bin:/bin:/usr/sbin:/sbin" bash -c "$1" </dev/null >"$scratch/output" 2>"$scratch/errors"
}

fail()
{
    printf 'FAILED %s\n' "$1" >&2
    sed 's/^/    out: /;20q' "$scratch/output" >&2
    sed 's/^/    err: /;20q' "$scratch/errors" >&2
    exit 1
}

# gives STATUS COMMAND: it ends with that status.
gives()
{
    local status=0
    practice "$2" 2>/dev/null || status=$?
    [[ $status -eq $1 ]] || fail "$2: status $status, not $1"
    count=$((count + 1))
}

# says TEXT COMMAND: it succeeds and its output matches.
says()
{
    gives 0 "$2"
    grep -Eq -- "$1" "$scratch/output" || fail "$2: no $1"
}

# hides TEXT COMMAND: it succeeds and its output does not match.
hides()
{
    gives 0 "$2"
    ! grep -Eq -- "$1" "$scratch/output" || fail "$2: still $1"
}

the_home()
{
    gives 0 _setup.sh
    cp -a "$home" "$scratch/first"
    gives 0 _setup.sh
    diff -r --no-dereference "$scratch/first" "$home" >"$scratch/output" || fail 'a second set-up changed something'
    rm -rf "$scratch/first"
}

every_tool_is_honest()
{
    local tool
    for tool in "$tools"/[!_]*; do
        practice "${tool##*/} --help"
        head -n 1 "$scratch/output" | grep -q '^PRACTICE stand-in: ' || fail "${tool##*/} --help does not say what it is"
        [[ ! -s $scratch/errors ]] || fail "${tool##*/} --help writes to standard error without a terminal"
        count=$((count + 1))
    done
    for tool in openstack kubectl systemctl nginx haproxy certbot ip iptables psql pg_dump pg_restore createdb dropdb \
        pg_dumpall mysqldump rsync crontab ping traceroute dig tcpdump curl dd shutdown free hostname journalctl ps top \
        sudo df; do
        gives 2 "$tool --no-such-option"
        grep -q Usage "$scratch/errors" || fail "$tool: no usage on a wrong call"
    done
}

the_cloud()
{
    local create='openstack server create --flavor m1.small --image debian-12-eu --network eu-net'
    gives 1 'openstack server show x'
    says ACTIVE "$create x"
    gives 1 "$create x"
    gives 2 'openstack server create y'
    says '^ACTIVE$' 'openstack server show x -f value -c status'
    gives 0 'openstack server stop x'
    says '^SHUTOFF$' 'openstack server show x -f value -c status'
    gives 0 'openstack server set --property quarantine=true x'
    says "quarantine='true'" 'openstack server show x'
    says '"Name": "x"' 'openstack server list -f json'
    gives 0 'openstack server delete x'
    hides '^x$' 'openstack server list -f value -c Name'
    gives 1 'openstack server delete x'
    gives 0 'openstack user set --disable jdoe'
    says '^False$' 'openstack user show jdoe -f value -c enabled'
    gives 1 'openstack server show ../users'
}

the_cluster()
{
    says Pending 'kubectl get pods --all-namespaces'
    gives 0 'openstack coe cluster resize production 5'
    says node-5 'kubectl get nodes'
    hides Pending 'kubectl get pods -A'
    says condition 'kubectl wait --for=condition=Ready node/node-5 --timeout=300s'
    gives 1 'kubectl wait --for=condition=Ready node/node-9'
    gives 0 'kubectl scale deployment shop-api --replicas=7'
    says '7/7' 'kubectl get deployment shop-api'
    says '^7$' 'kubectl get deployment shop-api -o jsonpath={.spec.replicas}'
    gives 1 'kubectl scale deployment none --replicas=1'
}

the_services()
{
    says '^active$' 'systemctl is-active nginx'
    gives 0 'systemctl stop nginx'
    gives 3 'systemctl is-active nginx'
    gives 3 'systemctl status nginx'
    gives 1 'systemctl reload nginx'
    gives 0 'systemctl restart nginx'
    says 'Started nginx' 'journalctl -u nginx'
    gives 4 'systemctl status no-such-unit'
    gives 5 'systemctl restart no-such-unit'
    gives 7 'curl -fsS http://localhost:8080/health'
    gives 1 'systemctl restart practice-web'
    gives 0 "sed -i 's/80a80/8080/' /etc/practice-web/web.conf"
    gives 1 'systemctl restart practice-web'
    gives 0 'systemctl restart practice-web'
    says ok 'curl -fsS http://localhost:8080/health'
    gives 0 "echo 'bakend x' | tee -a /etc/haproxy/haproxy.cfg"
    gives 1 'haproxy -c -f /etc/haproxy/haproxy.cfg'
    gives 1 'systemctl reload haproxy'
    gives 0 "sed -i '/^bakend/d' /etc/haproxy/haproxy.cfg"
    gives 0 'systemctl reload haproxy'
}

the_network()
{
    gives 0 'iptables -A INPUT -s 203.0.113.66 -j DROP'
    says '203.0.113.66' 'iptables -L -n -v'
    gives 0 'iptables -C INPUT -s 203.0.113.66 -j DROP'
    gives 0 'iptables -I INPUT 1 -p tcp --dport 80 -j DROP'
    says '^1 +DROP +tcp' 'iptables -L INPUT -n --line-numbers'
    hides 'dport' 'ip6tables -S'
    gives 0 'iptables -D INPUT -s 203.0.113.66 -j DROP'
    gives 1 'iptables -C INPUT -s 203.0.113.66 -j DROP'
    gives 1 'iptables -D INPUT -s 203.0.113.66 -j DROP'
    gives 0 'iptables -F'
    gives 0 'ip link set eth0 down'
    gives 1 'ping -c 1 192.0.2.10'
    gives 0 'ip link set eth0 up'
    says ' 0% packet loss' 'ping -c 1 192.0.2.10'
    gives 1 'ping -c 1 192.0.2.99'
    gives 2 'ping -c 1 no-such-host'
    gives 0 "printf 'update delete new.eu-cloud.local A\nupdate add new.eu-cloud.local 300 A 192.0.2.77\nsend\n' | nsupdate -k /etc/bind/keys/update.key"
    says '^192.0.2.77$' 'dig +short new.eu-cloud.local'
    says 'web-2.*MAINT' "echo 'disable server shop/web-2' | socat stdio /var/run/haproxy/admin.sock; echo 'show stat' | socat stdio /var/run/haproxy/admin.sock"
    says 'web-2.*UP' "echo 'enable server shop/web-2' | socat stdio /var/run/haproxy/admin.sock; echo 'show stat' | socat stdio /var/run/haproxy/admin.sock"
    gives 0 'tcpdump -i eth0 -c 5 -w /forensics/t.pcap'
    [[ $(od -An -tx1 -N4 "$home/rootfs/forensics/t.pcap") == ' d4 c3 b2 a1' ]] || fail 'the capture is no capture'
}

the_databases()
{
    says '^18452$' "psql -d app -Atc 'SELECT count(*) FROM orders;'"
    gives 0 'pg_dump --format=custom --file=/backup/app.dump app'
    gives 2 "psql -d copy -c 'SELECT 1'"
    gives 0 'createdb copy'
    gives 1 'createdb copy'
    gives 1 "psql -d copy -c 'SELECT count(*) FROM orders'"
    gives 0 'pg_restore --exit-on-error -d copy /backup/app.dump'
    says '^18452$' "echo 'SELECT count(*) FROM orders;' | psql -X -At -d copy"
    gives 0 'dropdb copy'
    gives 1 'dropdb copy'
    gives 0 'dropdb --if-exists copy'
    gives 1 'pg_restore --list /etc/hosts'
    says 'dump complete' 'pg_dumpall'
    gives 1 'pg_dumpall --file=/backup/no-such-folder/x.sql'
    gives 0 "psql -c \"ALTER SYSTEM SET work_mem = '8MB'\""
    says '^8MB$' "psql -Atc 'SHOW work_mem'"
    gives 0 'systemctl stop postgresql'
    gives 2 "psql -c 'SELECT 1'"
    gives 0 'systemctl start postgresql'
    says backup 'crontab -l'
}

the_certificates()
{
    gives 1 'openssl x509 -checkend 2592000 -noout -in /etc/ssl/certs/shop.crt'
    gives 0 'certbot certonly -n --dns-route53 -d shop.eu-cloud.local'
    gives 0 'cp /etc/letsencrypt/live/shop.eu-cloud.local/fullchain.pem /etc/ssl/certs/shop.crt'
    gives 0 'openssl x509 -checkend 2592000 -noout -in /etc/ssl/certs/shop.crt'
    gives 1 'openssl s_client -connect shop.eu-cloud.local:443 | openssl x509 -checkend 2592000 -noout'
    gives 0 'systemctl reload nginx'
    gives 0 'openssl s_client -connect shop.eu-cloud.local:443 | openssl x509 -checkend 2592000 -noout'
}

nothing_outside_is_touched()
{
    says 'shop-30.log' 'find /var/log -name "*.log" -mtime +7'
    gives 0 'find /var/log -name "*.log" -mtime +7 -delete'
    hides 'shop-30.log' 'find /var/log -name "*.log"'
    says '^/var/log/shop/shop.log$' 'find /var/log -name shop.log'
    [[ -e $home/rootfs/var/log/shop/shop.log ]] || fail 'the recent log is gone'
    gives 0 'tar -czf /backup/c.tar.gz /etc /var/lib /home'
    says '^etc/haproxy/haproxy.cfg$' 'tar -tzf /backup/c.tar.gz'
    says practice-1 'cat /etc/hostname'
    gives 1 'dd if=/dev/zero of=/dev/sda count=1'
    gives 0 'dd if=/dev/sda of=/forensics/d.img bs=1M'
    gives 1 'dd if=/dev/null of=/dev/null-x'
    gives 129 'shutdown -h now; echo still here'
    gives 1 'killall bash'
    gives 1 'sudo -n true'
    gives 1 'echo wrong | sudo -S true'
    says '^practice-1$' 'echo practice | sudo -S hostname'
    says '^practice-1$' 'sudo -n cat /etc/hostname'
    gives 0 "sed -n '/etc/p' /etc/hosts"
    [[ $(find "$scratch" -mindepth 1 -maxdepth 1 | wc -l) -eq 3 ]] || fail 'something was written outside the scratch home'
}

for part in the_home every_tool_is_honest the_cloud the_cluster the_services the_network the_databases the_certificates \
    nothing_outside_is_touched; do
    "$part"
done
echo "all $count assertions hold"
