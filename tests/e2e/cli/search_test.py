# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was sent, shown and said in earlier runs is found again, and the runs are listed by what somebody asks for."""

import os
import stat
import subprocess
import unittest

from host import Workspace, await_that, environment

BOOK = """# Look around

**Steps**:
1. Look
   ```bash
   printf 'needle in %s\\n' haystack; printf '\\033[1mdisk\\033[0m /dev/vdb1 is 93%% full\\n'
   ```
   **Verification**:
   - The marker is there
     ```bash {verify}
     echo marker-4711
     ```
"""


class Search(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = Workspace()
        cls.addClassCleanup(cls.place.close)
        book = cls.place.write("book.md", BOOK)
        for operator in ("ada@noc", "grace@noc"):
            done = cls.place.call("run", f"{book}#look-around", "--practice", "--no-input", "--operator", operator)
            assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

    def hits(self, *arguments):
        code, found = self.place.json("search", *arguments)
        self.assertEqual(code, 0)
        return found["hits"]

    def test_output_is_found_with_run_step_host_and_time_newest_first(self):
        hits = [hit for hit in self.hits("disk", "93% full") if hit["kind"] == "output" and "printf" not in hit["text"]]
        self.assertEqual(len(hits), 2)
        newest = hits[0]
        self.assertGreater(newest["utc"], hits[1]["utc"])
        self.assertEqual(newest["text"], "disk /dev/vdb1 is 93% full")
        self.assertEqual((newest["step"], newest["subject"], newest["host"]), ("1", "1.1", "host"))
        self.assertIn([0, 4], newest["matches"])
        self.assertGreater(newest["seconds"], 0)
        _, runs = self.place.json("runs")
        self.assertEqual({hit["run"] for hit in hits}, {run["id"] for run in runs["runs"]})
        self.assertEqual(len(self.hits("disk", "93% full", "--run", newest["run"][:6])), len(self.hits("disk", "93% full")) / 2)

    def test_commands_checks_and_parts_of_words_are_found(self):
        self.assertIn("command", {hit["kind"] for hit in self.hits("printf")})
        self.assertIn("check-output", {hit["kind"] for hit in self.hits("arker-47")})
        self.assertEqual({hit["by"] for hit in self.hits("printf", "by:grace")}, {"grace@noc"})
        self.assertEqual(self.hits("printf", "--host", "nowhere"), [])
        self.assertEqual(self.hits("disk -full -printf"), [])

    def test_nothing_found_and_nothing_asked_for_are_said(self):
        done = self.place.call("search", "nowhere-to-be-found")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("no line in", done.stderr)
        self.assertEqual(self.place.call("search", "host:web").returncode, 2)
        limited = self.place.call("search", "printf", "--limit", "1")
        self.assertEqual(len(limited.stdout.splitlines()), 1)
        self.assertIn("--limit", limited.stderr)

    def test_who_was_shown_recorded_output_is_on_record_once_for_each_run(self):
        def views():
            return [view for view in self.place.json("ledger", "views")[1]["views"] if view["by"] == "eve@noc.example"]
        self.assertTrue(self.hits("93% full", "--operator", "eve@noc.example"))
        _, runs = self.place.json("runs")
        self.assertEqual({(view["run"], view["how"]) for view in views()},
                         {(run["id"], "the search in a terminal") for run in runs["runs"]})
        self.assertEqual(len(views()), len(runs["runs"]))
        self.assertEqual(self.hits("nowhere-to-be-found", "--operator", "eve@noc.example"), [])
        self.assertEqual(len(views()), len(runs["runs"]), "nothing was shown")

    def test_the_index_is_private_and_made_anew_when_it_is_deleted(self):
        self.assertTrue(self.hits("needle"))
        index = self.place.data / "ledger" / "search.db"
        self.assertEqual(stat.S_IMODE(os.stat(index).st_mode), 0o600)
        index.unlink()
        self.assertTrue(self.hits("needle"))
        index.write_bytes(b"nonsense" * 1000)
        self.assertTrue(self.hits("needle"))

    def test_runs_are_listed_by_operator_runbook_host_verdict_and_day(self):
        def runs(*arguments):
            code, found = self.place.json("runs", *arguments)
            self.assertEqual(code, 0)
            return found["runs"]

        every = runs()
        self.assertEqual(len(every), 2)
        self.assertEqual([run["operator"] for run in runs("--operator", "grace")], ["grace@noc"])
        self.assertEqual(len(runs("--runbook", "around", "--host", "host", "--verdict", "passed")), 2)
        self.assertEqual(runs("--runbook", "backup"), [])
        self.assertEqual(runs("--verdict", "stopped"), [])
        day = every[0]["started"][:10]
        self.assertEqual(len(runs("--since", every[1]["started"][:10], "--until", day)), 2)
        self.assertEqual(runs("--since", "2999-01-01"), [])
        self.assertEqual(len(runs("--since", every[0]["started"])), 1)
        for wrong in (("--since", "yesterday"), ("--verdict", "fine")):
            done = self.place.call("runs", *wrong)
            self.assertEqual(done.returncode, 2)
            self.assertIn(wrong[1], done.stderr)


class SearchBesideAWriter(unittest.TestCase):
    def test_while_another_program_has_the_ledger_that_one_puts_the_look_on_record(self):
        place = Workspace()
        self.addCleanup(place.close)
        book = place.write("book.md", BOOK)
        self.assertEqual(place.call("run", f"{book}#look-around", "--practice", "--no-input").returncode, 0)
        slow = place.write("slow.md", "# Wait\n\n**Steps**:\n1. Wait\n   ```bash\n   cat\n   ```\n")
        writer = subprocess.Popen(place.arguments("run", f"{slow}#wait", "--practice", "--no-input"), stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment())
        try:
            for line in writer.stdout:
                if b"cat" in line:
                    break
            self.assertIsNone(writer.poll())
            done = place.call("search", "93% full")
            self.assertTrue(await_that(lambda: place.json("ledger", "views")[1]["views"]), "nobody put it on record")
        finally:
            writer.terminate()
            writer.communicate(timeout=30)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("93% full", done.stdout)
        self.assertIn("this look at recorded output is not on record yet", done.stderr)
        self.assertEqual(place.json("ledger", "views")[1]["views"][0]["how"], "the search in a terminal")
        self.assertEqual(list((place.data / "ledger" / "viewings").iterdir()), [])
        said = place.call("ledger", "views").stdout
        self.assertIn("in the search in a terminal, put on record at ", said)
        self.assertNotIn("not on record yet", said)
        (place.data / "ledger" / "viewings" / "left.json").write_text("{}")
        self.assertIn("1 look is not on record yet", place.call("ledger", "views").stdout)
        self.assertEqual(place.json("ledger", "views")[1]["waiting"], 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
