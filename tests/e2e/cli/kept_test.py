# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guided run whose shell tmux keeps on the host, while connections and the console come to grief."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

from host import SshServer, Workspace, await_that, environment, events

BOOK = """# Wait for the shop

**Steps**:
1. **Wait**
   ```bash
   echo a >> {folder}/log; while ! [ -e {folder}/go ]; do sleep 0.1; done; echo 'gone on'
   ```
2. **Then**
   ```bash
   echo b >> {folder}/log
   ```
"""


class KeptShell(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.folder = self.place.path / "shop"
        self.folder.mkdir()
        self.sockets = tempfile.mkdtemp(prefix="hp-")  # a socket's path must be short
        self.addCleanup(shutil.rmtree, self.sockets, ignore_errors=True)
        self.addCleanup(self.end_tmux)
        self.server = SshServer(self.place.path / "sshd", shell=f"/bin/bash TMUX_TMPDIR={self.sockets}")
        self.addCleanup(self.server.close)
        self.book = self.place.write("wait.md", BOOK.format(folder=self.folder))

    def kept(self):
        """The names of the kept shells, each of which has a tmux server to itself."""
        names = [socket.name for socket in pathlib.Path(self.sockets).glob("tmux-*/*")]
        return [name for name in names if self.tmux(name, "list-sessions").stdout]

    def tmux(self, name, *arguments):
        return subprocess.run(["tmux", "-L", name, *arguments], capture_output=True, text=True,
                              env={**os.environ, "TMUX_TMPDIR": self.sockets})

    def end_tmux(self):
        """As when the host goes down; one that is asked to end may wait for its clients, and takes newcomers with it."""
        for name in self.kept():
            pid = self.tmux(name, "display-message", "-p", "#{pid}").stdout.strip()
            if pid:
                os.kill(int(pid), signal.SIGKILL)

    def begin(self):
        """A run in the middle of its first command."""
        process = subprocess.Popen(
            self.place.arguments("run", self.book, "--host", f"host=tmux {self.server.address}", "--no-input", "--json",
                                 *self.server.options()),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
        self.await_(lambda: (self.folder / "log").exists())
        return process

    def await_(self, holds):
        self.assertTrue(await_that(holds), "it took too long")

    def sessions(self):
        """The processes of the server's open connections."""
        children = pathlib.Path(f"/proc/{self.server.process.pid}/task/{self.server.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def entries(self, *kinds):
        exported = self.place.call("ledger", "export").stdout.splitlines()
        return [(entry["type"], entry["body"]) for entry in map(json.loads, exported) if entry["type"] in kinds]

    def test_a_lost_connection_is_made_again_and_the_command_is_found_where_it_was(self):
        process = self.begin()
        before = self.sessions()
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        self.await_(lambda: not any(pathlib.Path(f"/proc/{pid}").exists() for pid in before))
        (self.folder / "go").touch()
        out, err = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, err + out[-2000:])
        self.assertEqual((self.folder / "log").read_text(), "a\nb\n")
        told = [event["event"] for event in events(out)]
        self.assertEqual(told.count("command-intended"), 2, told)
        self.assertNotIn("command-unknown", told)
        self.await_(lambda: not self.kept())  # nothing stays behind
        connected = self.entries("connected")
        self.assertEqual(len(connected), 2)
        self.assertTrue(all(body["kept"] and body["address"].startswith("tmux ") for _, body in connected))

    def test_a_console_that_was_killed_learns_what_came_of_its_command(self):
        process = self.begin()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        (self.folder / "go").touch()
        code, runs = self.place.json("runs")
        self.assertEqual(code, 0)
        done = self.place.call("run", "--resume", runs["runs"][0]["id"], "--no-input", "--json", *self.server.options())
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout[-2000:])
        self.assertEqual((self.folder / "log").read_text(), "a\nb\n", "no command was sent twice")
        finished = self.entries("command-finished", "command-unknown")
        self.assertEqual([(kind, body["exit"]) for kind, body in finished], [("command-finished", 0)] * 2)
        self.assertIn("gone on", finished[0][1]["output"])

    def test_a_host_that_started_anew_leaves_the_outcome_unknown(self):
        process = self.begin()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.end_tmux()
        code, runs = self.place.json("runs")
        done = self.place.call("run", "--resume", runs["runs"][0]["id"], "--no-input", "--json", *self.server.options())
        self.assertEqual(done.returncode, 1, done.stderr + done.stdout[-2000:])
        self.assertEqual([kind for kind, _ in self.entries("command-finished", "command-unknown")], ["command-unknown"])
        self.assertEqual((self.folder / "log").read_text(), "a\n")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
