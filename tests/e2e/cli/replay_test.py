# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a run's terminals showed is played again, and reaches nobody's terminal but as a picture."""

import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import termios
import unittest
import xml.etree.ElementTree

from host import Workspace, environment

BOOK = r"""# Look

**Steps**:
1. Look
   ```bash
   printf 'first of all\n'
   ```
   ```bash
   printf '\033]0;owned\007\033]52;c;aGk=\007\033[6n\033[?1000h\033[31mred\033[0m \033]8;;https://a.example\033\\link\033]8;;\033\\ at the end\n'
   ```
"""


class Replay(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.book = self.place.write("book.md", BOOK)
        done = self.place.call("run", f"{self.book}#look", "--practice", "--no-input")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.run_id = self.place.json("runs")[1]["runs"][0]["id"]

    def call(self, code, *arguments):
        done = self.place.call(*arguments)
        self.assertEqual(done.returncode, code, done.stdout[-2000:] + done.stderr[-2000:])
        return done

    def play(self, *steps, size=(40, 100)):
        """On a terminal: presses keys as soon as something was drawn; gives all that was drawn, and the exit status."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        before = termios.tcgetattr(follower)
        process = subprocess.Popen(self.place.arguments("replay", self.run_id, "--speed", "16", "--idle-limit", "1"), stdin=follower,
                                   stdout=follower, stderr=follower, env={**environment(), "TERM": "xterm-256color"},
                                   start_new_session=True)
        drawn, seen, steps = b"", 0, list(steps)
        while process.poll() is None:
            if select.select([leader], [], [], 0.2)[0]:
                drawn += os.read(leader, 65536)
            if steps and steps[0][0] in drawn[seen:]:
                seen = len(drawn)
                os.write(leader, steps.pop(0)[1])
        while select.select([leader], [], [], 0.2)[0]:
            drawn += os.read(leader, 65536)
        self.assertEqual(termios.tcgetattr(follower), before, "the terminal is as it was")
        os.close(leader)
        os.close(follower)
        return drawn, process.returncode

    def test_without_a_terminal_it_is_the_panes_text(self):
        text = self.call(0, "replay", self.run_id).stdout
        self.assertLess(text.index("first of all"), text.index("red link at the end"))
        self.assertNotIn("\x1b", text)
        self.assertNotIn("\x07", text)
        self.assertIn("first of all", self.call(0, "replay", self.run_id[:8], "--from", "0").stdout)
        self.assertIn("after the end", self.call(2, "replay", self.run_id, "--from", "100000").stderr)

    def test_on_a_terminal_only_a_picture_of_it_is_drawn(self):
        drawn, code = self.play((b"| the end", b"\x03"))
        self.assertEqual(code, 130, drawn[-500:])
        self.assertIn(b"red", drawn)
        self.assertIn(b"at the end", drawn)
        self.assertNotIn(b"\x1b]", drawn, "no title, link or clipboard")
        self.assertNotIn(b"\x07", drawn)
        allowed = re.compile(rb"\x1b\[(\d*;\d*H|\d*G|[\d;]*m|2J|K|\?1049[hl]|\?25[hl])")
        self.assertNotIn(b"\x1b", allowed.sub(b"", drawn))
        self.assertTrue(drawn.rstrip().endswith(b"\x1b[?1049l"), drawn[-60:])
        self.assertLess(drawn.index(b"\x1b[?1049h"), drawn.index(b"first of all"))

    def test_keys_pause_go_and_end_it(self):
        drawn, code = self.play((b"| the end", b"p"), (b"| paused", b" q"))
        self.assertEqual(code, 0, drawn[-500:])

    def test_a_terminal_that_is_smaller_says_that_it_is_cut(self):
        drawn, _ = self.play((b"| the end", b"q"), size=(10, 70))
        self.assertIn(b"cut: recorded at", drawn)
        for row in re.findall(rb"\x1b\[(\d+);\d+H", drawn):
            self.assertLessEqual(int(row), 10)

    def test_it_ends_when_its_terminal_goes_away_without_a_word(self):
        leader, follower = pty.openpty()
        process = subprocess.Popen(self.place.arguments("replay", self.run_id), stdin=follower, stdout=follower, stderr=follower,
                                   env={**environment(), "TERM": "xterm-256color"}, start_new_session=True)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        os.close(follower)
        os.read(leader, 1)
        os.close(leader)
        self.assertEqual(process.wait(30), 130)

    def test_a_wrong_call_says_what_there_is(self):
        self.assertRegex(self.call(2, "replay", self.run_id, "--pane", "web").stderr, "no pane \"web\" .* there are \\w+")
        self.assertIn("no run", self.call(2, "replay", "ffff").stderr)
        self.call(2, "replay", self.run_id, "--speed", "99")
        self.call(2, "replay", self.run_id, "--from", "-1")

    def test_the_timeline_is_a_picture_in_a_new_file(self):
        out = self.place.path / "timeline.svg"
        self.call(0, "timeline", self.run_id, "--out", out)
        picture = xml.etree.ElementTree.parse(out).getroot()
        self.assertTrue(picture.tag.endswith("svg"))
        titles = [element.text for element in picture.iter() if element.tag.endswith("title")]
        self.assertTrue(any("Command 1.1: printf" in title for title in titles), titles)
        kept = out.read_bytes()
        self.assertIn("left as it is", self.call(2, "timeline", self.run_id, "--out", out).stderr)
        self.assertEqual(out.read_bytes(), kept)

    def test_the_report_holds_the_picture_and_still_verifies(self):
        report = self.place.path / "report"
        self.call(0, "report", self.run_id, "--out", report, "--practice")
        page = (report / "report.html").read_text()
        self.assertIn("<svg class=\"timeline\"", page)
        self.assertIn("href=\"#timeline-entries\"", page)
        code, verdict = self.place.json("verify", report)
        self.assertEqual(verdict["completeness"]["verdict"], "good", json.dumps(verdict))

    def test_it_reads_a_ledger_that_another_program_writes(self):
        book = self.place.write("slow.md", "# Wait\n\n**Steps**:\n1. Wait\n   ```bash\n   cat\n   ```\n")
        writer = subprocess.Popen(self.place.arguments("run", f"{book}#wait", "--practice", "--no-input"), stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment())
        try:
            for line in writer.stdout:
                if b"cat" in line:
                    break
            self.assertIsNone(writer.poll())
            self.assertIn("first of all", self.call(0, "replay", self.run_id).stdout)
        finally:
            writer.terminate()
            writer.communicate(timeout=30)


if __name__ == "__main__":
    unittest.main()
