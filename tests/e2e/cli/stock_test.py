# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guided run on a host that the person's own ssh connects to."""

import json
import os
import pathlib
import select
import signal
import subprocess
import sys
import unittest
import unittest.mock

from host import SshServer, Workspace, environment, events

BOOK = """# Look after the shop

**Purpose**: Show that a run over the person's own ssh is a run as any other

**Steps**:
1. **Work**
   ```bash
   cd {folder}
   echo one >> log; for n in 1 2; do echo "line $n"; done
   ```
   **Verification**:
   - The log has one line
     ```bash {{verify value="= 1"}}
     wc -l < {folder}/log
     ```
2. **Send the file**
   ```sftp
   put shop.conf {folder}/shop.conf
   ```

**Verification**:
- It is there
  ```bash {{verify}}
  test -s {folder}/shop.conf
  ```
"""

BEHIND = """Host shop
  HostName 127.0.0.1
  Port {port}
  HostKeyAlias shop
  ProxyCommand bash -c 'exec 3<>/dev/tcp/%h/%p; cat <&3 & cat >&3'
"""


class StockClient(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.runtime = self.place.path / "run"  # where ssh is met; a program that is killed leaves a folder there
        self.runtime.mkdir(mode=0o700)
        changed = unittest.mock.patch.dict(os.environ, XDG_RUNTIME_DIR=str(self.runtime))
        changed.start()
        self.addCleanup(changed.stop)
        self.server = SshServer(self.place.path / "sshd")
        self.addCleanup(self.server.close)
        self.folder = self.place.path / "shop"
        self.folder.mkdir()
        (self.place.path / "shop.conf").write_text("open = yes\n")
        self.book = self.place.write("shop.md", BOOK.format(folder=self.folder))
        key = " ".join((self.server.folder / "host.pub").read_text().split()[:2])
        self.known_hosts = self.place.write("known_hosts", f"shop {key}\n")
        self.config = self.place.write("ssh_config", BEHIND.format(port=self.server.port))

    def options(self, known_hosts=None):
        return [*self.server.options(known_hosts=known_hosts or self.known_hosts)[:-1], self.config]

    def last(self, kind):
        """The body of the ledger's last entry of this kind."""
        exported = self.place.call("ledger", "export").stdout.splitlines()
        return [entry["body"] for entry in map(json.loads, exported) if entry["type"] == kind][-1]

    def masters(self):
        """The processes that have this test's folder among their arguments."""
        found = []
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"ControlPersist=no" in command and os.fsencode(str(self.place.path)) in command:
                found.append(int(entry.name))
        return found

    def test_a_guided_run_behind_a_proxy_command_leaves_its_marks_and_the_record_says_by_whom(self):
        done = self.place.call("run", self.book, "--host", "host=ssh shop", "--no-input", "--json", *self.options())
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout[-2000:])
        self.assertEqual((self.folder / "log").read_text(), "one\n")
        self.assertEqual((self.folder / "shop.conf").read_text(), "open = yes\n")
        told = events(done.stdout)
        connected = self.last("connected")
        self.assertEqual(connected["address"], "ssh shop")
        self.assertTrue(connected["client"].startswith("OpenSSH_"), connected)
        self.assertEqual(connected["via"], ["ProxyCommand bash"])
        verdicts = [event for event in told if event["event"] == "check-verdict"]
        self.assertEqual([(each["verdict"], each["evidence"]["source"]) for each in verdicts],
                         [("passed", "ProtocolExit")] * 2)
        self.assertEqual(self.masters(), [])
        self.assertEqual(list(self.runtime.iterdir()), [])

    def test_the_same_host_without_the_word_is_refused_with_the_way_out(self):
        done = self.place.call("run", self.book, "--host", "shop", "--no-input", *self.options())
        self.assertNotEqual(done.returncode, 0)
        self.assertIn('"ssh shop" as the address', done.stderr)
        self.assertFalse((self.folder / "log").exists())

    def test_an_unknown_host_key_is_not_accepted_without_a_person(self):
        nobody = self.place.write("nobody", "")
        done = self.place.call("run", self.book, "--host", "ssh shop", "--no-input", *self.options(known_hosts=nobody))
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertEqual(nobody.read_text(), "")

    def test_a_run_that_is_killed_takes_its_ssh_along_and_resumes_over_ssh(self):
        book = self.place.write("long.md", f"# Wait\n\n**Steps**:\n1. **Wait**\n   ```bash\n   echo a >> {self.folder}/log\n"
                                           f"   ```\n2. **Then**\n   ```bash\n   test -e {self.folder}/go\n   ```\n")
        process = subprocess.Popen(self.place.arguments("run", book, "--host", "ssh shop", "--no-input", "--json",
                                                        *self.options()),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=environment())
        for line in process.stdout:
            if '"connected"' in line:
                break
        masters = [os.pidfd_open(pid) for pid in self.masters()]
        self.assertEqual(len(masters), 1)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        ended = select.select(masters, [], [], 20)[0]  # a pidfd is readable once its process has ended
        os.close(masters[0])
        self.assertEqual(ended, masters)
        (self.folder / "go").touch()
        code, runs = self.place.json("runs")
        self.assertEqual(code, 0)
        answers = self.place.write("answers.yaml", "answers:\n  - on-failure: '*'\n    choose: skip\n"
                                                   "    reason: its effect was looked at by hand\n")
        done = self.place.call("run", "--resume", runs["runs"][0]["id"], "--no-input", "--json", "--answers", answers,
                               *self.options())
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout[-2000:])
        self.assertIn("phase", self.last("resumed"))
        self.assertEqual(self.last("connected")["address"], "ssh shop")
        self.assertIn("connected", [event["event"] for event in events(done.stdout)])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
