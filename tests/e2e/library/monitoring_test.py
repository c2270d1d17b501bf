# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""An alert of a real Prometheus, from the first look until it ends by itself."""

import json
import os
import pathlib
import time
import urllib.parse
import urllib.request

import web
from runs import LIBRARY, Book
from world import TOOLS, WorldTest, await_that, main, shell, write

PROMETHEUS = "http://127.0.0.1:9090"
LOGS = pathlib.Path("/var/log/shop")


def asked(expression):
    query = urllib.parse.urlencode({"query": expression})
    with urllib.request.urlopen(f"{PROMETHEUS}/api/v1/query?{query}", timeout=5) as answer:
        return json.load(answer)["data"]["result"]


class Alert(WorldTest):
    """Old log files make a figure high that Prometheus reads from a file server; kubectl is the practice host's."""

    def setUp(self):
        super().setUp()
        web.name_hosts("127.0.0.1 prometheus alertmanager\n")
        shell("find /var/log -name '*.log' -type f -mtime +7 -delete")
        write(LOGS / "shop.log", "order accepted\n")
        for name in ("shop-1.log", "shop-2.log"):
            os.utime(write(LOGS / name, "old\n"), (time.time() - 9 * 86400,) * 2)
        self.start_shop()
        self.start_monitoring()
        self.use_cluster_of_the_practice_host()
        await_that(lambda: asked('ALERTS{alertname="DiskSpaceLow",alertstate="firing"}'), "the alert")
        # The same tries in a shorter time: this Prometheus looks three times a second.
        self.text = (LIBRARY / "5.1-alert-investigation.md").read_text().replace("every=30s", "every=1s")
        self.book = Book(self.place, "alert.md", self.text)

    def start_shop(self):
        """The service: tells Prometheus how many of its log files are old."""
        program = write(self.place.path / "shop.py", (
            "import http.server, pathlib, time\n"
            "class Shop(http.server.BaseHTTPRequestHandler):\n"
            "    def do_GET(self):\n"
            "        old = [p for p in pathlib.Path('/var/log/shop').glob('*.log') if time.time() - p.stat().st_mtime > 604800]\n"
            "        body = f'old_logs {len(old)}\\n'.encode()\n"
            "        self.send_response(200)\n        self.send_header('Content-Type', 'text/plain; version=0.0.4')\n"
            "        self.end_headers()\n        self.wfile.write(body)\n"
            "    def log_message(self, *arguments):\n        print('asked', *arguments, flush=True)\n"
            "http.server.HTTPServer(('127.0.0.1', 8001), Shop).serve_forever()\n"))
        self.units.add("shop-web", f"/usr/bin/python3 {program}", ready="curl -fsS http://127.0.0.1:8001/")

    def start_monitoring(self):
        rules = write("/etc/prometheus/rules.yml", "groups:\n  - name: shop\n    rules:\n      - alert: DiskSpaceLow\n"
                      "        expr: old_logs > 0\n")
        settings = write("/etc/prometheus/prometheus.yml", "global: {scrape_interval: 300ms, scrape_timeout: 250ms, "
                         f"evaluation_interval: 300ms}}\nrule_files: [{rules}]\nalerting: {{alertmanagers: [{{static_configs: "
                         "[{targets: ['127.0.0.1:9093']}]}]}\nscrape_configs:\n  - job_name: shop\n    static_configs: "
                         "[{targets: ['127.0.0.1:8001']}]\n")
        quiet = write("/etc/prometheus/alertmanager.yml", "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n")
        self.units.add("alertmanager", f"prometheus-alertmanager --config.file={quiet} --storage.path={self.place.path}/am "
                       "--cluster.listen-address= --web.listen-address=127.0.0.1:9093",
                       ready="curl -fsS http://127.0.0.1:9093/-/ready")
        self.units.add("prometheus", f"prometheus --config.file={settings} --storage.tsdb.path={self.place.path}/tsdb "
                       "--web.listen-address=127.0.0.1:9090", ready=f"curl -fsS {PROMETHEUS}/-/ready")

    def use_cluster_of_the_practice_host(self):
        stand_ins = TOOLS.parents[3] / "app/practice/tools"
        home = self.place.path / "practice"
        shell(f"HOME={home} PATH={stand_ins}:$PATH {stand_ins}/_setup.sh")
        write("/usr/local/sbin/kubectl", f"#!/bin/sh\nHOME={home} exec {stand_ins}/kubectl \"$@\"\n", 0o755)

    def test_the_cause_is_removed_and_the_alert_ends(self):
        self.assertPassed(self.run_book(self.book, settings={"max_used_percent": "99", "metric_name": "old_logs",
                                                             "lowest_normal": "0", "highest_normal": "0"}), self.book)
        self.assertEqual([path.name for path in LOGS.glob("*.log")], ["shop.log"])
        self.assertEqual(asked('ALERTS{alertname="DiskSpaceLow",alertstate="firing"}'), [])

    def test_replicas_are_taken_back(self):
        outcome = self.run_book(self.book, failing="verify.6", settings={
            "max_used_percent": "99", "count": "5", "metric_name": "old_logs", "lowest_normal": "0", "highest_normal": "0"})
        self.assertTakenBack(outcome, self.book)
        self.assertEqual(shell("kubectl get deployment shop-web -o 'jsonpath={.spec.replicas}'"), "3")

    def test_a_value_outside_its_range_fails_the_verification(self):
        query = "count(<metric_name> < <lowest_normal>"
        before, after = self.text.split(query)
        book = Book(self.place, "hurried.md", "retry=2".join(before.rsplit("retry=10", 1)) + query + after)
        outcome = self.run_book(book, failing="verify.6", settings={"max_used_percent": "99", "metric_name": "up",
                                                                    "lowest_normal": "2", "highest_normal": "3"})
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("verify.2"), "failed", outcome)


if __name__ == "__main__":
    main(Alert)
