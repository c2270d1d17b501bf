# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A broken connection, an attack and an emergency with a real network, packet filter, DNS server and packet recorder."""

import json
import os
import pathlib
import subprocess

import network
import web
from runs import Book, Person, run
from world import TOOLS, UNITS, WorldTest, await_that, main, shell, write

STAND_INS = TOOLS.parents[3] / "app/practice/tools"


class NetworkTest(WorldTest):
    def setUp(self):
        super().setUp()
        network.build()
        self.addCleanup(network.remove)
        self.addCleanup(shell, "iptables -F; ip6tables -F")
        write("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:2\n")

    def far(self, *command):
        background = network.Background(*command)
        self.addCleanup(background.close)

    def use_cloud_of_the_practice_host(self):
        home = self.place.path / "practice"
        shell(f"HOME={home} PATH={STAND_INS}:$PATH {STAND_INS}/_setup.sh")
        write("/usr/local/sbin/openstack", f"#!/bin/sh\nHOME={home} exec {STAND_INS}/openstack \"$@\"\n", 0o755)


class FarSide(NetworkTest):
    """The person sits at the far end: the session goes over the interface that is reset."""

    def setUp(self):
        super().setUp()
        self.start_dns()
        self.outside = network.FarServer(self.place.path / "outside")
        self.addCleanup(self.outside.close)
        self.far("ping", "-q", "-i", "0.05", "-I", network.TARGET, network.HOST)
        self.book = Book(self.place, "4.1-network-connectivity-troubleshooting.md")

        write(UNITS / "networking", "command=true\nuser=root\nreload=HUP\nstop=TERM\nready=true\n"
              "restart='ifdown -a --exclude=lo; ifup -a --exclude=lo'\n")

    def start_dns(self):
        """The zone's server at the far end, and the host's own resolver, which has a wrong answer in its cache."""
        self.zone = self.place.path / "eu-cloud.local.zone"
        for name, options in (("far-dns", f"listen-on {{ {network.DNS}; }}; recursion no;"),
                              ("systemd-resolved", f"listen-on {{ 127.0.0.1; }}; recursion yes; forward only; "
                               f"forwarders {{ {network.DNS}; }};")):
            zone = f'zone "eu-cloud.local" {{ type primary; file "{self.zone}"; }};' if name == "far-dns" else ""
            settings = write(self.place.path / f"{name}.conf", f'options {{ directory "{self.place.path}"; pid-file none; '
                             f"session-keyfile none; listen-on-v6 {{ none; }}; dnssec-validation no; {options} }};\n"
                             f"controls {{ }};\n{zone}\n")
            through = "ip netns exec far " if name == "far-dns" else ""
            address = network.DNS if name == "far-dns" else "127.0.0.1"
            self.tell_zone("192.0.2.99")
            self.units.add(name, f"{through}named -g -c {settings}",
                           ready=f"dig +time=1 +tries=1 @{address} eu-cloud.local SOA | grep -q NOERROR")
        self.assertEqual(shell("dig +short web-1.eu-cloud.local").strip(), "192.0.2.99")
        self.tell_zone(network.TARGET)
        shell("systemctl restart far-dns")
        self.assertEqual(shell("dig +short web-1.eu-cloud.local").strip(), "192.0.2.99")

    def tell_zone(self, address):
        write(self.zone, f"$TTL 3600\n@ IN SOA ns hostmaster 1 3600 600 86400 60\n@ IN NS ns\nns IN A {network.DNS}\n"
              f"web-1 IN A {address}\n")

    def from_outside(self, book, failing=None):
        return run(self.place, book, Person(book, failing), "--host", self.outside.address, "--set",
                   f"target_ip={network.TARGET}", *self.outside.options(), through=network.FAR)


class Connectivity(FarSide):
    def test_a_wrong_answer_is_forgotten_and_the_session_survives_the_reset(self):
        self.assertPassed(self.from_outside(self.book), self.book)
        self.assertEqual(shell("dig +short web-1.eu-cloud.local").strip(), network.TARGET)
        self.assertIn(f"default via {network.GATEWAY}", shell("ip route show"))


class LostRoute(FarSide):
    def test_the_reset_brings_back_a_route_that_is_in_no_configuration(self):
        shell(f"ip route add 198.51.100.0/24 via {network.GATEWAY} dev eth0")
        text = self.book.path.read_text()
        book = Book(self.place, "turned.md", text.replace("   - The default route is back\n",
                                                          "   - The other routes are back too\n   - The default route is back\n"))
        failing = next(check["id"] for check in book.manual() if "other routes" in check["text"])
        outcome = self.from_outside(book, failing)
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.exits().get("5.rollback.1"), 0, outcome)
        self.assertIn("198.51.100.0/24", shell("ip route show"))


class DroppingRule(FarSide):
    def test_a_rule_that_drops_the_target_is_found(self):
        text = self.book.path.read_text().replace("retry=3 every=5s", "retry=1")
        book = Book(self.place, "hurried.md", text)
        shell(f"iptables -A INPUT -s {network.TARGET} -p icmp --icmp-type echo-reply -j DROP")
        outcome = self.from_outside(book, "verify.7")
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.exits()["1.3"], 1, outcome)
        self.assertEqual(outcome.verdicts().get("verify.1"), "failed", outcome)


class Incident(NetworkTest):
    """The cloud is the practice host's; the rest is real."""

    SECRET = "a-secret-of-the-siem"
    SETTINGS = {"alert_id": "A-1042", "case_id": "CASE-7", "suspicious_ip": network.STRANGER, "user_id": "jdoe",
                "server_id": "web-1"}

    def setUp(self):
        super().setUp()
        web.name_hosts("127.0.0.1 siem.eu-cloud.local\n")
        web.make_authority()
        shell("certbot certonly -d siem.eu-cloud.local")
        live = "/etc/letsencrypt/live/siem.eu-cloud.local"
        users = write("/etc/nginx/users", "operator:" + shell(f"openssl passwd -apr1 {self.SECRET}"))
        web.start_nginx(self.units, f"""    server {{ listen 127.0.0.1:443 ssl; ssl_certificate {live}/fullchain.pem;
        ssl_certificate_key {live}/privkey.pem; auth_basic siem; auth_basic_user_file {users};
        location /api/alerts/ {{ return 200 "{{}}"; }} }}
    server {{ listen {network.HOST}:80; location / {{ return 200 "ok"; }} }}""")
        write("/root/.netrc", f"machine siem.eu-cloud.local login operator password {self.SECRET}\n", 0o600)
        self.use_cloud_of_the_practice_host()
        self.disk = pathlib.Path("/dev/sda")
        self.disk.write_bytes(os.urandom(2 * 1024 * 1024))
        shell("rm -rf /forensics && install -d -m 0700 /forensics")
        self.far("ping", "-q", "-i", "0.02", "-I", network.STRANGER, network.HOST)
        self.book = Book(self.place, "2.1-security-incident-response.md")
        self.assertTrue(network.connects(network.STRANGER, 80))

    def test_the_attacker_is_shut_out_and_the_evidence_holds(self):
        outcome = self.run_book(self.book, settings=self.SETTINGS)
        self.assertPassed(outcome, self.book)
        self.assertFalse(network.connects(network.STRANGER, 80))
        self.assertTrue(network.connects(network.TARGET, 80))
        self.assertEqual(pathlib.Path("/forensics/CASE-7.img").read_bytes(), self.disk.read_bytes())
        recorded = shell("tcpdump -n -r /forensics/CASE-7.pcap 2>/dev/null")
        self.assertIn(network.STRANGER, recorded)
        self.assertNotIn(self.SECRET, json.dumps(outcome.events))
        self.assertIn("quarantine='true'", shell("openstack server show web-1 -f value -c properties"))

    def test_a_wrong_accusation_is_taken_back_and_the_evidence_stays(self):
        outcome = self.run_book(self.book, settings=self.SETTINGS, failing="verify.7")
        self.assertTakenBack(outcome, self.book)
        self.assertTrue(network.connects(network.STRANGER, 80))
        self.assertEqual(shell("iptables -S | grep -c DROP || true").strip(), "0")
        self.assertEqual(shell("openstack user show jdoe -f value -c enabled").strip(), "True")
        shell("sha256sum --check --quiet /forensics/CASE-7.sha256")

    def test_an_address_of_ipv6_is_blocked_in_its_own_table(self):
        self.far("ping", "-6", "-q", "-i", "0.02", network.HOST6)
        outcome = self.run_book(self.book, settings={**self.SETTINGS, "suspicious_ip": "2001:db8::1"}, failing="verify.7")
        self.assertEqual(outcome.verdicts().get("verify.1"), "passed", outcome)
        self.assertTakenBack(outcome, self.book)

    def test_you_cannot_shut_yourself_out(self):
        outcome = self.run_book(self.book, settings={**self.SETTINGS, "suspicious_ip": "127.0.0.1"})
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("pre.4"), "failed", outcome)
        self.assertEqual(outcome.exits(), {})


class Shutdown(NetworkTest):
    """The application is a real web server; the databases are processes that only run. Nothing is switched off: `shutdown` ends
    the sessions, as the machine's end would. The cloud is the practice host's."""

    SETTINGS = {"incident_lead": "R. Duty, 12:00 UTC", "application_services": "nginx"}

    def setUp(self):
        super().setUp()
        web.start_nginx(self.units, f"    server {{ listen {network.HOST}:80; listen [{network.HOST6}]:80; "
                        "keepalive_timeout 60; location / { return 200 \"ok\"; } }")
        for name in ("postgresql", "mysql"):
            self.units.add(name, "sleep 600")
        self.use_cloud_of_the_practice_host()
        write("/usr/local/sbin/shutdown", f"#!/bin/sh\nkill {self.server.process.pid}; kill -HUP $PPID\n", 0o755)
        self.text = (Book(self.place, "7.1-emergency-shutdown.md").path).read_text()

    def active(self):
        return shell("systemctl is-active nginx postgresql mysql; true").split()

    def test_everything_stops_in_its_order(self):
        book = Book(self.place, "7.1-emergency-shutdown.md")
        outcome = self.run_book(book, settings=self.SETTINGS)
        # The host is gone: what is left to answer waits until somebody resumes the run.
        self.assertIn(outcome.code, (0, 3), outcome)
        self.assertEqual(set(outcome.exits()), {command["id"] for command in book.commands()}, outcome)
        self.assertEqual(len(outcome.named("step-passed")) >= len(book.shown["steps"]), True, outcome)
        self.assertEqual(self.active(), ["inactive"] * 3)
        self.assertEqual(shell("openstack server list -f value -c Status").split(), ["ACTIVE", "SHUTOFF", "SHUTOFF"])

    def test_new_connections_are_refused_while_old_ones_go_on_and_all_is_taken_back(self):
        probe = ("   - Nobody new gets in, over IPv4 or IPv6\n     ```bash {verify readonly}\n"
                 f"     ! ip netns exec far curl -s --max-time 1 http://{network.HOST}/ && "
                 f"! ip netns exec far curl -s -g --max-time 1 'http://[{network.HOST6}]/'\n     ```\n")
        place = "   - New connections are refused on both families\n"
        text = self.text.replace(place, probe + place).replace("   - The machines are off\n",
                                                               "   - Turn round here\n   - The machines are off\n")
        book = Book(self.place, "turned.md", text)
        failing = next(check["id"] for check in book.manual() if check["text"] == "Turn round here")
        visitor = self.visitor()
        outcome = self.run_book(book, settings=self.SETTINGS, failing=failing)
        self.assertTakenBack(outcome, book)
        self.assertEqual(outcome.verdicts()["2.check.1"], "passed", outcome)
        self.assertEqual(visitor.communicate(timeout=20)[0], b"closed by the server's end\n")
        self.assertEqual(self.active(), ["active"] * 3)
        self.assertTrue(network.connects(network.STRANGER, 80))
        self.assertEqual(shell("iptables -S; ip6tables -S").count("DROP"), 0)

    def visitor(self):
        """Asks again and again over one connection that is older than the rules; says how that ended."""
        program = write(self.place.path / "visitor.py", (
            "import http.client, time\n"
            f"connection = http.client.HTTPConnection('{network.HOST}', 80, timeout=3)\n"
            "pause = __import__('threading').Event()\n"
            "try:\n    while True:\n        connection.sock or connection.connect()\n        connection.auto_open = 0\n"
            "        connection.request('GET', '/')\n        connection.getresponse().read()\n        pause.wait(0.05)\n"
            "except TimeoutError:\n    print('cut')\n"
            "except (OSError, http.client.HTTPException):\n    print(\"closed by the server's end\")\n"))
        process = subprocess.Popen([*network.FAR, "/usr/bin/python3", program], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait, 20)
        self.addCleanup(process.terminate)
        await_that(lambda: "ESTAB" in shell("ss -tn sport = :80"), "the visitor's connection")
        return process


if __name__ == "__main__":
    main(Connectivity, LostRoute, DroppingRule, Incident, Shutdown)
