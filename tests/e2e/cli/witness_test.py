# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder somebody else keeps finds what the owner of a ledger did to it."""

import json
import shutil
import subprocess
import unittest

from host import Workspace

BOOK = "# Look\n\n**Steps**:\n1. Look\n   ```bash\n   true\n   ```\n"


class Witness(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.share = self.place.path / "share"
        self.share.mkdir()
        self.ledger = self.place.data / "ledger"
        self.book = self.place.write("book.md", BOOK)
        self.run_once()

    def run_once(self):
        self.expect(0, "run", f"{self.book}#look", "--practice", "--no-input")

    def expect(self, code, *arguments):
        done = self.place.call(*arguments)
        self.assertEqual(done.returncode, code, done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout + done.stderr

    def witness(self, *options):
        return json.loads(self.expect(0, "ledger", "witness", "--to", self.share, "--json", *options))

    def verify(self):
        return self.place.json("ledger", "verify", "--witness", self.share)

    def kept(self):
        return sorted(path.name for path in self.share.iterdir())

    def test_what_grew_is_good_and_the_witness_is_named(self):
        first = self.witness()
        self.run_once()
        second = self.witness()
        self.assertGreater(second["size"], first["size"])
        self.assertEqual(self.kept(), sorted([first["file"], second["file"]]))
        code, verdict = self.verify()
        self.assertEqual((code, verdict["verdict"], verdict["witnessed"]), (0, "good", second["size"]))
        self.assertEqual(verdict["last_witness"]["size"], second["size"])
        self.assertIn(f"Witnessed up to entry {second['size'] - 1}, 0 min ago, in {self.share}.", self.expect(0, "ledger", "verify"))
        self.assertEqual(self.witness(), second)
        self.assertEqual(len(self.kept()), 2, "the same head is not kept twice")

    def test_an_older_copy_put_back_is_found_and_no_longer_witnessed(self):
        shutil.copytree(self.ledger, self.place.path / "older")
        self.run_once()
        saw = self.witness()
        shutil.rmtree(self.ledger)
        shutil.copytree(self.place.path / "older", self.ledger)
        self.assertEqual(self.place.json("ledger", "verify")[1]["verdict"], "good")
        for _ in range(2):
            code, verdict = self.verify()
            self.assertEqual((code, verdict["verdict"]), (1, "bad"))
            self.assertIn(saw["file"], verdict["reason"])
            self.assertIn(saw["file"], self.expect(1, "ledger", "witness", "--to", self.share))
            self.assertEqual(self.kept(), [saw["file"]])
            self.run_once()  # another history grows over the witnessed size
            self.run_once()

    def test_a_signed_checkpoint_is_verified_with_ssh_keygen(self):
        key = self.place.path / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        kept = self.share / self.witness("--sign", key)["file"]
        lines = kept.read_text().splitlines(keepends=True)
        signature = self.place.write("signature", "".join(lines[3:]))
        subprocess.run(["ssh-keygen", "-Y", "check-novalidate", "-n", "ledger-checkpoint@holdpoint", "-s", signature], check=True,
                       input="".join(lines[:3]).encode(), stdout=subprocess.DEVNULL)
        self.assertEqual(self.verify()[0], 0)

    def test_a_ledger_nobody_knows_is_taken_beside_others_only_when_that_is_said(self):
        self.witness()
        shutil.rmtree(self.ledger)
        self.run_once()
        self.assertIn("--first", self.expect(5, "ledger", "witness", "--to", self.share))
        self.assertEqual(len(self.kept()), 1)
        self.witness("--first")
        self.assertEqual(len(self.kept()), 2)
        self.witness()

    def test_a_share_that_is_not_there_or_knows_nothing_is_said(self):
        self.assertIn("mounted", self.expect(2, "ledger", "witness", "--to", self.place.path / "none"))
        self.assertFalse((self.place.path / "none").exists())
        code, verdict = self.verify()
        self.assertEqual((code, verdict["verdict"]), (7, "unknown"))
        self.witness()
        (self.share / "x.checkpoint").write_text("nonsense")
        self.assertIn("x.checkpoint", self.expect(7, "ledger", "verify", "--witness", self.share))
        self.assertIn("x.checkpoint", self.expect(7, "ledger", "witness", "--to", self.share))


if __name__ == "__main__":
    unittest.main(verbosity=2)
