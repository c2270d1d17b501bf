# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is attached to runs is erased by rule or on request; who looked at recordings is on record."""

import contextlib
import json
import sqlite3
import unittest

from host import Workspace

MARK = "the-marker-7f3a91"
BOOK = f"# Look\n\n**Steps**:\n1. Look\n   ```bash\n   for i in 1 2 3; do echo {MARK}-$i; done\n   ```\n"
RULES = "rules:\n  - {name: drills, erase: recordings, of: [practice], keep-days: 0}\n"


class Retention(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.ledger = self.place.data / "ledger"
        self.book = self.place.write("book.md", BOOK)
        self.expect(0, "run", f"{self.book}#look", "--practice", "--no-input")
        self.run_id = self.place.json("runs")[1]["runs"][0]["id"]

    def expect(self, code, *arguments):
        done = self.place.call(*arguments)
        self.assertEqual(done.returncode, code, done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout + done.stderr

    def rules(self, text=RULES):
        return self.place.write("rules.yaml", text)

    def stored(self):
        with contextlib.closing(sqlite3.connect(self.ledger / "ledger.db")) as database:
            return dict(database.execute("SELECT type, count(*) FROM attachment JOIN entry USING(sequence) GROUP BY type"))

    def test_a_rule_erases_what_is_due_and_the_chain_says_so(self):
        rules = self.rules()
        longer = self.place.write("longer.yaml", RULES.replace("keep-days: 0", "keep-days: 1"))
        self.assertIn("Nothing is due.", self.expect(0, "ledger", "retain", "--rules", longer))
        said = self.expect(0, "ledger", "retain", "--dry-run", "--rules", rules)
        self.assertIn(f"drills  {self.run_id}", said)
        self.assertIn("Nothing was erased.", said)
        self.assertIn("output", self.stored())
        done = json.loads(self.expect(0, "ledger", "retain", "--rules", rules, "--json"))
        self.assertGreater(done["erased"], 0)
        self.assertEqual(done["remainder"], "")
        self.assertEqual(self.stored(), {"run-started": 1, "runbook-trusted": 1}, "sources are no recordings")
        said = self.expect(0, "ledger", "verify")
        self.assertRegex(said, rf"{done['erased']} attachments? erased under rule drills on 20")
        report = self.place.path / "report"
        self.expect(0, "report", self.run_id, "--out", report)
        self.assertIn("under rule drills on", (report / "report.html").read_text())
        self.assertEqual(len((report / "terminal-1.cast").read_text().splitlines()), 1, "only its header line")
        verified = json.loads(self.place.call("verify", report, "--json").stdout)
        self.assertEqual((verified["completeness"]["verdict"], verified["ledger"]["verdict"]), ("good", "unknown"), verified)

    def test_one_run_is_erased_on_request_and_only_with_consent(self):
        asked = ["ledger", "erase", "--run", self.run_id[:8], "--reason", "request 17"]
        self.assertIn("--yes", self.expect(6, *asked))
        self.assertIn("output", self.stored())
        self.assertIn("Erased:", self.expect(0, *asked, "--yes"))
        self.assertEqual(self.stored(), {"runbook-trusted": 1}, "what is trusted belongs to no run")
        self.assertIn("erased under rule request", self.expect(0, "ledger", "verify"))
        self.assertIn("Nothing is due.", self.expect(0, *asked, "--yes"))
        self.expect(1, "ledger", "verify", "--ledger", self.tampered())

    def tampered(self):
        """A copy from which somebody took a recording without a word."""
        self.expect(0, "run", f"{self.book}#look", "--practice", "--no-input")
        with contextlib.closing(sqlite3.connect(self.ledger / "ledger.db")) as database, database:
            database.execute("DROP TRIGGER attachment_no_delete")
            database.execute("DELETE FROM attachment WHERE sequence = (SELECT max(sequence) FROM attachment)")
            database.execute("CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment"
                             " BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END")
        return self.ledger / "ledger.db"

    def test_what_is_unclear_erases_nothing_and_says_what_to_do(self):
        said = self.expect(2, "ledger", "retain")
        self.assertIn("retention.yaml", said)
        said = self.expect(5, "ledger", "retain", "--rules", self.rules("rules:\n  - {name: x, erase: all, keep-days: 1}\n"))
        self.assertIn("nothing is erased", said)
        self.expect(2, "ledger", "erase", "--run", "ffff", "--reason", "x", "--yes")
        self.assertIn("output", self.stored())

    def test_an_exported_recording_is_a_view_on_record(self):
        self.assertIn("Nobody", self.expect(0, "ledger", "views"))
        self.expect(0, "report", self.run_id, "--out", self.place.path / "report", "--operator", "eve@noc.example")
        views = self.place.json("ledger", "views", "--run", self.run_id[:6])[1]["views"]
        self.assertEqual([(view["by"], view["how"]) for view in views], [("eve@noc.example", "an exported report")])
        self.assertIn("eve@noc.example looked at host in an exported report", self.expect(0, "ledger", "views"))


if __name__ == "__main__":
    unittest.main()
