# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A recovery from the backup that runbook 6.1 made, with a real PostgreSQL, nginx, BIND and Prometheus."""

import pathlib
import shutil

import web
from postgresql_test import ROWS, PostgresTest
from runs import Book
from world import main, shell, write

ZONE = "eu-cloud.local"
PRIMARY = "127.0.0.20"
RECOVERY = "127.0.0.40"


class Recovery(PostgresTest):
    """Grafana is in no package of Debian: its unit is a process that only runs."""

    SETTINGS = {"dns_server": "127.0.0.1", "primary_ip": PRIMARY, "dr_site_ip": RECOVERY, "primary_server": "192.0.2.20",
                "min_rows": str(ROWS)}

    def setUp(self):
        super().setUp()
        for folder in ("/backup", "/var/www", "/var/www.before-recovery"):
            shutil.rmtree(folder, ignore_errors=True)
        self.make_files()
        self.make_backup()
        write("/var/www/shop/index.html", "<p>What the recovery site had.\n")
        write("/var/www/shop/left-over.html", "<p>Not in the backup.\n")
        self.start_site()
        self.start_dns()
        self.book = Book(self.place, "6.2-disaster-recovery.md")

    def make_backup(self):
        backup = Book(self.place, "6.1-system-backup.md")
        self.assertPassed(self.run_book(backup, settings={"min_free_gib": "1"}), backup)

    def start_site(self):
        web.name_hosts("")
        web.install_certificate(days=90)
        web.start_nginx(self.units, web.tls_server(f"{RECOVERY}:443"))
        settings = write("/etc/prometheus/prometheus.yml", "scrape_configs: []\n")
        self.units.add("prometheus", f"prometheus --config.file={settings} --storage.tsdb.path={self.place.path}/tsdb "
                       "--web.listen-address=127.0.0.1:9090", ready="curl -fsS http://127.0.0.1:9090/-/ready")
        self.units.add("grafana-server", "sleep 600")

    def start_dns(self):
        write("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:2\n")
        key = write("/etc/bind/keys/update.key", shell("tsig-keygen update"))
        folder = self.place.path / "dns"
        zone = write(folder / "zone", f"$TTL 300\n@ IN SOA ns hostmaster 1 3600 600 86400 60\n@ IN NS ns\nns IN A 127.0.0.1\n"
                     f"shop IN A {PRIMARY}\n")
        settings = write(folder / "named.conf", f'include "{key}";\noptions {{ directory "{folder}"; pid-file none; '
                         "session-keyfile none; listen-on { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; };\n"
                         f'controls {{ }};\nzone "{ZONE}" {{ type primary; file "{zone}"; allow-update {{ key update; }}; }};\n')
        self.units.add("named", f"named -g -c {settings}",
                       ready=f"dig +time=1 +tries=1 @127.0.0.1 {ZONE} SOA | grep -q NOERROR")

    def address(self):
        return shell(f"dig +short shop.{ZONE}").strip()

    def databases(self):
        return self.sql("SELECT datname FROM pg_database").splitlines()

    def test_users_arrive_at_the_recovery_site_with_their_data(self):
        self.assertPassed(self.run_book(self.book, settings=self.SETTINGS), self.book)
        self.assertEqual(self.address(), RECOVERY)
        self.assertEqual(shell(f"curl -fsS https://shop.{ZONE}/index.html"), "<p>It works.\n")
        self.assertFalse(pathlib.Path("/var/www/shop/left-over.html").exists())
        self.assertEqual(self.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'orders'", "shop_recovered"), "app")

    def test_all_is_taken_back(self):
        outcome = self.run_book(self.book, settings=self.SETTINGS, failing="verify.9")
        self.assertTakenBack(outcome, self.book)
        self.assertEqual(self.address(), PRIMARY)
        self.assertNotIn("shop_recovered", self.databases())
        self.assertEqual(pathlib.Path("/var/www/shop/index.html").read_text(), "<p>What the recovery site had.\n")
        self.assertTrue(pathlib.Path("/var/www/shop/left-over.html").exists())

    def test_a_backup_that_was_changed_is_not_restored(self):
        with open("/backup/latest/databases.sql", "a") as dump:
            dump.write("one more line\n")
        outcome = self.run_book(self.book, settings=self.SETTINGS)
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("pre.5"), "failed", outcome)
        self.assertEqual(outcome.exits(), {})

    def test_nobody_is_sent_to_a_site_that_does_not_work(self):
        text = self.book.path.read_text().replace("retry=5 every=10s", "retry=1")
        book = Book(self.place, "hurried.md", text)
        shell("sed -i s/200/503/ /etc/nginx/nginx.conf")
        outcome = self.run_book(book, settings=self.SETTINGS, failing="verify.9")
        self.assertEqual(outcome.verdicts().get("4.check.1"), "failed", outcome)
        self.assertEqual(self.address(), PRIMARY)
        self.assertNotIn("5.1", outcome.exits())


if __name__ == "__main__":
    main(Recovery)
