# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Certificates and load balancing with a real nginx, a real HAProxy and OpenSSL."""

import web
from runs import Book
from world import WorldTest, await_that, main, shell, write


class Certificate(WorldTest):
    def setUp(self):
        super().setUp()
        web.name_hosts(f"127.0.0.1 {web.SITE}\n")
        web.install_certificate(days=5)
        web.start_nginx(self.units, web.plain_server("127.0.0.1:8080") + "\n" + web.tls_server("127.0.0.1:8443"))
        web.start_haproxy(self.units, {"web-1": "127.0.0.1:8080"})
        self.old = web.installed()
        self.book = Book(self.place, "2.2-certificate-renewal.md")
        self.assertEqual((web.served(443), web.served(8443)), (self.old, self.old))

    def test_clients_of_both_servers_get_the_new_certificate(self):
        users = web.Users()
        self.addCleanup(users.close)
        self.assertPassed(self.run_book(self.book), self.book)
        new = web.installed()
        self.assertNotEqual(new, self.old)
        self.assertEqual((web.served(443), web.served(8443)), (new, new))
        self.assertEqual(users.failures, [])
        self.assertGreater(users.answered, 0)
        self.assertEqual((web.KEY.stat().st_mode & 0o777, web.BOTH.stat().st_mode & 0o777), (0o600, 0o600))

    def test_the_old_certificate_comes_back(self):
        outcome = self.run_book(self.book, failing="verify.8")
        self.assertTakenBack(outcome, self.book)
        self.assertEqual(web.installed(), self.old)
        await_that(lambda: web.served(443) == self.old and web.served(8443) == self.old, "the old certificate")
        self.assertEqual(list(web.KEY.parent.glob("*.previous")), [])

    def test_a_certificate_for_another_name_is_not_installed(self):
        write("/usr/local/sbin/certbot", shell("cat /usr/local/sbin/certbot").replace("DNS:$domain", "DNS:other.example"),
              0o755)
        self.addCleanup(shell, "sed -i s/DNS:other.example/DNS:\\$domain/ /usr/local/sbin/certbot")
        outcome = self.run_book(self.book, failing="verify.8")
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("3.check.2"), "failed", outcome)
        self.assertEqual(web.installed(), self.old)


class LoadBalancer(WorldTest):
    EDIT = b"\x1b:%s/balance roundrobin/balance leastconn/e\r:wq\r"
    BREAK = b"\x1b:%s/balance roundrobin/balence leastconn/e\r:wq\r"

    def setUp(self):
        super().setUp()
        web.name_hosts(f"127.0.0.1 {web.SITE}\n127.0.0.11 web-1\n127.0.0.12 web-2\n")
        web.install_certificate(days=90)
        web.start_nginx(self.units, web.plain_server("127.0.0.11:8080") + "\n" + web.plain_server("127.0.0.12:8080"))
        web.start_haproxy(self.units, {"web-1": "127.0.0.11:8080", "web-2": "127.0.0.12:8080"})
        self.users = web.Users()
        self.addCleanup(self.users.close)

    def state(self):
        rows = shell("echo show stat | socat stdio UNIX-CONNECT:/run/haproxy/admin.sock").splitlines()
        return {row.split(",")[1]: row.split(",")[17] for row in rows if row.startswith("shop,")}

    def configuration(self):
        return shell("cat /etc/haproxy/haproxy.cfg")

    def test_a_server_goes_out_and_in_and_no_request_is_lost(self):
        book = Book(self.place, "4.2-load-balancer-configuration.md")
        outcome = self.run_book(book, keys=self.EDIT)
        self.assertPassed(outcome, book)
        self.assertEqual(self.state(), {"web-1": "UP", "web-2": "UP", "BACKEND": "UP"})
        self.assertIn("balance leastconn", self.configuration())
        self.assertEqual(self.users.failures, [])
        self.assertGreater(self.users.answered, 100)

    def test_what_was_changed_is_taken_back(self):
        book = Book(self.place, "4.2-load-balancer-configuration.md")
        before = self.configuration()
        # The site stops answering while the server is drained.
        text = book.path.read_text().replace("   - The site still answers, from the other servers\n",
                                             "   - The team of the shop is content\n\n"
                                             "   - The site still answers, from the other servers\n")
        book = Book(self.place, "turned.md", text)
        failing = next(check["id"] for check in book.manual() if "content" in check["text"])
        outcome = self.run_book(book, failing=failing, keys=self.EDIT)
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual([outcome.exits().get(name) for name in ("4.rollback.1", "2.rollback.1", "2.rollback.2")], [0, 0, 0])
        self.assertEqual(self.configuration(), before)
        await_that(lambda: self.state() == {"web-1": "UP", "web-2": "UP", "BACKEND": "UP"}, "both servers in service")
        self.assertEqual(self.users.failures, [])

    def test_a_configuration_with_a_mistake_is_never_loaded(self):
        book = Book(self.place, "4.2-load-balancer-configuration.md")
        outcome = self.run_book(book, failing="pre.none", keys=self.BREAK)
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("2.check.1"), "failed", outcome)
        self.assertNotIn("3.2", outcome.exits())
        self.assertIn("balance roundrobin", self.configuration())
        self.assertEqual(self.users.failures, [])


if __name__ == "__main__":
    main(Certificate, LoadBalancer)
