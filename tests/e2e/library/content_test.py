# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every runbook of the library has to have, read by the program itself."""

import json
import re
import subprocess
import sys
import unittest

from runs import CLI, LIBRARY, Book, Workspace, environment

SEED_NUMBERS = ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1", "6.1", "6.2", "7.1", "7.2"]
NUMBER = re.compile(r"\+(?:33|49)[ 0-9]{8,}")


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Content(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = Workspace()
        cls.addClassCleanup(cls.place.close)
        cls.files = sorted(LIBRARY.glob("*.md"))
        cls.texts = {path.name: path.read_text() for path in cls.files}
        cls.books = {path.name: Book(cls.place, path.name) for path in cls.files
                     if "kind: reference" not in cls.texts[path.name].split("---")[1]}

    def test_all_thirteen_and_the_exercise_are_there(self):
        ids = [book.id for book in self.books.values()]
        self.assertEqual(sorted(ids), [*SEED_NUMBERS, "practice.1"])

    def test_what_changes_something_has_a_way_back_or_says_that_it_has_none(self):
        for name, book in self.books.items():
            for step in book.shown["steps"]:
                changing = [command["text"] for command in step["commands"] if "readonly" not in command["attributes"]]
                with self.subTest(runbook=name, step=step["id"]):
                    self.assertTrue(not changing or step["rollback"], changing)
                for rollback in step["rollback"]:
                    said = rollback["commands"] or rollback["text"] or rollback["reversible"] == "no"
                    self.assertTrue(said, f"{name} step {step['id']}")

    def test_every_command_has_a_caption_and_a_limit(self):
        for name, book in self.books.items():
            for command in book.commands():
                with self.subTest(runbook=name, command=command["id"]):
                    self.assertTrue(command["caption"])
                    self.assertIn("timeout", command["attributes"])

    def test_every_parameter_is_declared_with_a_label(self):
        for name, book in self.books.items():
            for parameter in book.shown["parameters"]:
                with self.subTest(runbook=name, parameter=parameter["name"]):
                    self.assertFalse(parameter["inferred"])
                    self.assertTrue(parameter["label"])

    def test_escalation_is_declared_and_names_people_of_the_directory(self):
        people = {slug(name) for name in re.findall(r"^\*\*([^*]+)\*\*: ", self.texts["contacts.md"], re.M)}
        for name, book in self.books.items():
            if book.id == "7.2":
                continue
            with self.subTest(runbook=name):
                self.assertTrue(book.shown["escalation"])
                self.assertEqual([rule for rule in book.shown["escalation"] if rule["inferred"]], [])
                self.assertEqual({rule["contact"] for rule in book.shown["escalation"]} - people, set())

    def test_numbers_stand_in_one_place_only(self):
        for name, text in self.texts.items():
            with self.subTest(file=name):
                self.assertEqual(bool(NUMBER.search(text)), name == "contacts.md")

    def test_each_correction_of_the_earlier_documents_is_named(self):
        for name, book in self.books.items():
            if book.id in SEED_NUMBERS:
                with self.subTest(runbook=name):
                    listed = self.texts[name].split("**Corrections**:\n")
                    self.assertEqual(len(listed), 2)
                    self.assertIn(listed[1].strip().splitlines()[0].lstrip("- ")[:20], book.shown["notes"])

    def test_the_day_of_the_last_review_is_given(self):
        for name, text in self.texts.items():
            with self.subTest(file=name):
                self.assertRegex(text.split("---")[1], r"(?m)^last_reviewed_on: \d{4}-\d\d-\d\d\nreview_in: \d+d$")

    def test_only_an_editor_waits_for_a_person(self):
        waiting = {name: [command["text"] for command in book.commands() if command["ending"] != "by-itself"]
                   for name, book in self.books.items()}
        self.assertEqual({name: texts for name, texts in waiting.items() if texts},
                         {"4.2-load-balancer-configuration.md": ["vim /etc/haproxy/haproxy.cfg"]})

    def test_contacts_and_ladder_are_read_from_their_page_and_from_runbook_7_2_alone(self):
        _, listing = self.place.json("list", LIBRARY / "contacts.md", LIBRARY / "7.2-emergency-contacts.md")
        page, alone = sorted(listing["documents"], key=lambda document: "7.2" in document["path"])
        self.assertEqual((page["ladders"], page["rungs"], page["channels"]), (1, 5, 4))
        self.assertGreaterEqual(page["contacts"], 15)
        self.assertEqual((alone["contacts"], alone["ladders"], alone["rungs"], alone["channels"]), (4, 1, 5, 4))

    def test_lint_has_nothing_to_say_but_notes(self):
        done = subprocess.run([CLI, "lint", LIBRARY, "--format", "json"], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False, timeout=120, env=environment())
        found = [entry for entry in json.loads(done.stdout)["diagnostics"] if entry["severity"] != "note"]
        self.assertEqual(found, [])
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
