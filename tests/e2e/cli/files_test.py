# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A runbook that copies files, on the practice host and over the real OpenSSH server."""

import hashlib
import json
import sys
import unittest

from host import SshServer, Workspace, events

DEPLOY = """# Deploy the shop

**Purpose**: Show that files arrive as they were sent

**Steps**:
1. **Configure**
   ```sftp
   # The new configuration
   put files/shop.conf {target}/shop.conf
   ```
   **Rollback**:
   ```bash
   rm {target}/shop.conf
   ```
2. **Read it there**
   ```bash
   cat {target}/shop.conf
   ```
3. **Take it back**
   ```sftp
   get {target}/shop.conf came-back.conf
   ```

**Verification**:
- It is there
  ```bash {{verify}}
  test -s {target}/shop.conf
  ```
"""

SITE = """# Publish the site

**Purpose**: Show that folders arrive as they were sent

**Steps**:
1. **Publish**
   ```sftp
   put -r files {target}/
   ```
2. **Take it back**
   ```sftp
   get -r {target}/files back
   ```
"""


class Files(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        (self.place.path / "files").mkdir()
        self.content = b"open = yes\n" * 5000
        (self.place.path / "files/shop.conf").write_bytes(self.content)

    def run_book(self, target, *arguments):
        book = self.place.write("deploy.md", DEPLOY.format(target=target))
        done = self.place.call("run", book, "--no-input", "--json", *arguments)
        return done, events(done.stdout)

    def check(self, done, told):
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout[-2000:])
        intended = next(event for event in told if event["event"] == "command-intended" and event["command"] == "1.1")
        finished = next(event for event in told if event["event"] == "command-finished" and event["command"] == "1.1")
        sha256 = hashlib.sha256(self.content).hexdigest()
        self.assertEqual(intended["file"]["sha256"], sha256)
        self.assertEqual(finished["file"]["sha256"], sha256)
        kept = self.place.data / "files" / told[0]["run"] / "came-back.conf"
        self.assertEqual(kept.read_bytes(), self.content)
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)

    def test_a_rehearsal_copies_files_to_the_practice_host(self):
        self.check(*self.run_book("~", "--practice"))

    def test_a_run_copies_files_to_a_real_host(self):
        server = SshServer(self.place.path / "sshd")
        self.addCleanup(server.close)
        target = self.place.path / "target"
        target.mkdir()
        self.check(*self.run_book(target, "--host", f"host={server.address}", *server.options()))
        self.assertEqual((target / "shop.conf").read_bytes(), self.content)

    def test_a_file_that_is_missing_stops_before_anything_is_sent(self):
        (self.place.path / "files/shop.conf").unlink()
        done, told = self.run_book("~", "--practice")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("files/shop.conf", done.stderr)
        self.assertEqual([event for event in told if event["event"] == "command-intended"], [])

    def test_folders_go_there_and_back_with_an_entry_for_each_file(self):
        (self.place.path / "files/img").mkdir()
        (self.place.path / "files/img/a.png").write_bytes(b"picture")
        (self.place.path / "files/etc").symlink_to("/etc")
        server = SshServer(self.place.path / "sshd")
        self.addCleanup(server.close)
        target = self.place.path / "target"
        target.mkdir()
        book = self.place.write("site.md", SITE.format(target=target))
        done = self.place.call("run", book, "--no-input", "--json", "--host", f"host={server.address}", *server.options())
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout[-2000:])
        told = events(done.stdout)
        self.assertEqual((target / "files/img/a.png").read_bytes(), b"picture")
        self.assertFalse((target / "files/etc").exists())
        kept = self.place.data / "files" / told[0]["run"] / "back"
        self.assertEqual((kept / "img/a.png").read_bytes(), b"picture")
        ends = [event for event in told if event["event"] == "command-finished"]
        self.assertEqual([end["file"]["arrived"] for end in ends], [2, 2])
        self.assertEqual([end["file"]["left_out"] for end in ends], [1, 0])
        out = self.place.path / "report"
        self.assertEqual(self.place.call("report", told[0]["run"], "--out", out).returncode, 0)
        page = (out / "report.html").read_text()
        self.assertIn(hashlib.sha256(b"picture").hexdigest(), page)
        self.assertIn("2 files", page)

    def test_the_report_names_what_was_copied(self):
        done, told = self.run_book("~", "--practice")
        self.assertEqual(done.returncode, 0, done.stderr)
        out = self.place.path / "report"
        self.assertEqual(self.place.call("report", told[0]["run"], "--out", out).returncode, 0)
        page = (out / "report.html").read_text()
        self.assertIn(hashlib.sha256(self.content).hexdigest(), page)
        self.assertIn("came-back.conf", page)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
