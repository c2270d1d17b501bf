# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""nginx, HAProxy and a certificate authority of a test's own."""

import pathlib
import ssl
import threading
import urllib.error
import urllib.request

from world import shell, write

SITE = "shop.eu-cloud.local"
AUTHORITY = pathlib.Path("/etc/world/authority")
TRUSTED = pathlib.Path("/etc/ssl/certs/ca-certificates.crt")
CERTIFICATE = pathlib.Path("/etc/ssl/certs/shop.crt")
KEY = pathlib.Path("/etc/ssl/private/shop.key")
BOTH = pathlib.Path("/etc/ssl/private/shop.pem")


def make_authority():
    """A private authority that this world trusts; the certbot beside this file asks it."""
    if AUTHORITY.exists():
        return
    AUTHORITY.mkdir(parents=True)
    shell(f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=World authority' "
          f"-keyout {AUTHORITY}/ca.key -out {AUTHORITY}/ca.crt")
    with open(TRUSTED, "a") as trusted:
        trusted.write((AUTHORITY / "ca.crt").read_text())


def install_certificate(days):
    make_authority()
    shell(f"certbot certonly -d {SITE} --days {days}")
    live = pathlib.Path("/etc/letsencrypt/live") / SITE
    KEY.parent.mkdir(parents=True, exist_ok=True)
    shell(f"install -m 0644 {live}/fullchain.pem {CERTIFICATE} && install -m 0600 {live}/privkey.pem {KEY} && "
          f"cat {live}/fullchain.pem {live}/privkey.pem | install -m 0600 /dev/stdin {BOTH} && rm -r {live}")


def served(port=443):
    """The certificate that clients are given."""
    return ssl.get_server_certificate(("127.0.0.1", port)).split()


def installed():
    return CERTIFICATE.read_text().split("-----END CERTIFICATE-----")[0].split() + ["-----END", "CERTIFICATE-----"]


def start_nginx(units, servers, start=True):
    """`servers` is the text of server blocks."""
    write("/etc/nginx/nginx.conf", "user www-data;\nworker_processes 1;\npid /run/nginx.pid;\nerror_log stderr;\n"
          f"events {{ }}\nhttp {{\n    access_log off;\n{servers}\n}}\n")
    units.add("nginx", "nginx -g \"daemon off;\"", ready="test -s /run/nginx.pid", stop="QUIT", start=start)


def plain_server(address):
    return (f"    server {{ listen {address}; location /health {{ return 200 \"ok\\n\"; }} "
            "location / { root /var/www/shop; } }")


def tls_server(address):
    return (f"    server {{ listen {address} ssl; server_name {SITE}; ssl_certificate {CERTIFICATE}; "
            f"ssl_certificate_key {KEY}; location /health {{ return 200 \"ok\\n\"; }} location / {{ root /var/www/shop; }} }}")


def start_haproxy(units, servers):
    """`servers` maps a name to its address."""
    lines = "".join(f"    server {name} {address} check inter 200ms\n" for name, address in servers.items())
    write("/etc/haproxy/haproxy.cfg", "global\n    stats socket /run/haproxy/admin.sock mode 660 level admin expose-fd "
          "listeners\n    log stdout format raw local0\ndefaults\n    mode http\n    timeout connect 2s\n    timeout client 5s\n"
          f"    timeout server 5s\nfrontend www\n    bind 127.0.0.1:443 ssl crt {BOTH}\n    default_backend shop\n"
          f"backend shop\n    balance roundrobin\n    option httpchk GET /health\n{lines}")
    pathlib.Path("/run/haproxy").mkdir(exist_ok=True)
    units.add("haproxy", "haproxy -W -db -f /etc/haproxy/haproxy.cfg", reload="USR2",
              ready="echo show info | socat stdio UNIX-CONNECT:/run/haproxy/admin.sock")


def name_hosts(text):
    write("/etc/hosts", "127.0.0.1 localhost\n" + text)


class Users:
    """Somebody who asks the site again and again, each time over a connection of its own."""

    def __init__(self):
        self.answered = 0
        self.failures = []
        self._enough = threading.Event()
        self._trust = ssl.create_default_context(cafile=TRUSTED)
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    def _ask(self):
        while not self._enough.wait(0.02):
            try:
                with urllib.request.urlopen(f"https://{SITE}/health", context=self._trust, timeout=5) as answer:
                    answer.read()
                self.answered += 1
            except (OSError, urllib.error.URLError) as error:
                self.failures.append(str(error))

    def close(self):
        self._enough.set()
        self._thread.join(10)
