# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole path as a user walks it: read a runbook, run it on a host, keep the record, sign it, check it."""

import json
import os
import pty
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest

from host import CLI, SOURCE, SshServer, Workspace, environment, events, free_port

LIBRARY = SOURCE / "runbooks/library"
BACKUP = f"{LIBRARY}/6.1-system-backup.md#6.1"
ANSWERS = SOURCE / "packaging/practice-answers.yaml"
SEED = SOURCE / "tests/fixtures/runbooks/operations-runbooks.md"

SHOP = """# Look after the shop

**Purpose**: Show that a run on a real host leaves its marks

**Steps**:
1. **Prepare**
   ```bash
   cd <folder>
   echo one >> <folder>/log && cat <folder>/log
   ```
   **Rollback**:
   ```bash
   rm -f <folder>/log
   ```
2. **Work**
   ```bash
   pwd; echo two >> <folder>/log
   for n in 1 2 3
   do
     echo "line $n"
   done
   cat <<'END' >> <folder>/log
   three
   END
   ```
   **Verification**:
   - The log has three lines
     ```bash {verify value="= 3"}
     wc -l < <folder>/log
     ```

**Verification**:
- The customer is content
"""

SHOP_ANSWERS = """by: lead@noc.example
answers:
  - check: The customer is content
    answer: pass
    note: said so on the phone
"""


class SpineTest(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)

    def assertExit(self, done, code):
        self.assertEqual(done.returncode, code, done.stdout[-3000:] + done.stderr[-3000:])

    def last_run(self):
        code, runs = self.place.json("runs")
        self.assertEqual(code, 0)
        return runs["runs"][0]

    def ledger_is_good(self):
        code, verdict = self.place.json("ledger", "verify")
        self.assertEqual((code, verdict["verdict"]), (0, "good"), verdict)
        return verdict

    def exported(self):
        done = self.place.call("ledger", "export")
        self.assertExit(done, 0)
        return [json.loads(line) for line in done.stdout.splitlines()]


class Documents(SpineTest):
    def test_the_seed_document_is_read_with_all_its_parts(self):
        code, listing = self.place.json("list", SEED)
        self.assertEqual(code, 0)
        document = listing["documents"][0]
        commands = {book["id"]: book["commands"] for book in document["runbooks"]}
        self.assertEqual(commands, {"1.1": 5, "1.2": 7, "2.1": 7, "2.2": 8, "3.1": 8, "3.2": 6, "4.1": 14, "4.2": 7,
                                    "5.1": 11, "6.1": 8, "6.2": 9, "7.1": 7, "7.2": 0})
        self.assertEqual((document["contacts"], document["ladders"], document["rungs"]), (9, 1, 5))

    def test_a_plan_shows_the_exact_bytes_and_blocks_what_has_no_value(self):
        code, plan = self.place.json("plan", f"{SEED}#4.1", "--set", "target-ip=10.0.0.5", "--set", "hostname=db.example")
        self.assertEqual(code, 5)
        commands = [command for step in plan["steps"] for command in step["commands"]]
        texts = {command["text"]: command["blocked"] for command in commands}
        self.assertFalse(texts["ping -c 4 10.0.0.5"])
        self.assertTrue(any("<interface>" in text and blocked for text, blocked in texts.items()))

    def test_a_hostile_value_is_refused(self):
        done = self.place.call("plan", f"{SEED}#4.1", "--set", "target-ip=1.1.1.1;reboot")
        self.assertExit(done, 5)

    def test_every_runbook_of_the_library_shows(self):
        _, listing = self.place.json("list", LIBRARY)
        for document in listing["documents"]:
            for book in document["runbooks"]:
                code, shown = self.place.json("show", f"{document['path']}#{book['id']}")
                self.assertEqual(code, 0)
                self.assertEqual(sum(len(step["commands"]) for step in shown["steps"]), book["commands"])


class Practice(SpineTest):
    def rehearse(self):
        done = self.place.call("run", BACKUP, "--practice", "--no-input", "--answers", ANSWERS, "--json")
        self.assertExit(done, 0)
        return events(done.stdout)

    def test_the_backup_runbook_is_run_signed_and_proven(self):
        told = self.rehearse()
        self.assertEqual(told[0]["event"], "run-started")
        self.assertEqual(told[-1]["event"], "run-finished")
        run = self.last_run()
        self.assertEqual((run["state"], run["mode"]), ("finished", "practice"))
        self.ledger_is_good()
        folder = self.place.path / "report"
        self.assertExit(self.place.call("report", run["id"], "--out", folder, "--practice"), 0)
        signers = self.signers()
        self.stock_tools_agree(folder, signers)
        code, verdict = self.place.json("verify", folder, "--allowed-signers", signers)
        self.assertEqual((code, verdict["signature"]["verdict"], verdict["completeness"]["verdict"],
                          verdict["ledger"]["verdict"]), (0, "good", "good", "good"), verdict)
        self.assertIn("PRACTICE", (folder / "report.html").read_text())
        self.one_changed_byte_is_named(folder, signers)

    def signers(self):
        key = (self.place.data / "practice/practice-key.pub").read_text().split()
        return self.place.write("allowed_signers", f"practice@holdpoint {key[0]} {key[1]}\n")

    def stock_tools_agree(self, folder, signers):
        with open(folder / "MANIFEST.sha256", "rb") as manifest:
            subprocess.run(["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "practice@holdpoint", "-n",
                            "session-report@holdpoint", "-s", folder / "MANIFEST.sha256.sig"], stdin=manifest, check=True,
                           stdout=subprocess.DEVNULL)
        subprocess.run(["sha256sum", "--quiet", "-c", "MANIFEST.sha256"], cwd=folder, check=True)

    def one_changed_byte_is_named(self, folder, signers):
        for path in sorted(folder.iterdir()):
            original = path.read_bytes()
            place = len(original) // 2
            path.write_bytes(original[:place] + bytes([original[place] ^ 1]) + original[place + 1:])
            done = self.place.call("verify", folder, "--allowed-signers", signers)
            self.assertExit(done, 1)
            named = path.name if path.name not in ("MANIFEST.sha256", "MANIFEST.sha256.sig") else "signature: bad"
            self.assertIn(named, done.stdout)
            path.write_bytes(original)
        self.assertExit(self.place.call("verify", folder, "--allowed-signers", signers), 0)

    def test_the_exercise_fails_once_is_retried_and_passes(self):
        answers = self.place.write("answers.yaml", "by: trainee@noc.example\nanswers:\n"
                                   + "".join(f"  - check: {json.dumps(text)}\n    answer: pass\n"
                                             for text in self.manual_checks("practice-broken-web.md#practice.1"))
                                   + "  - on-failure: '*'\n    choose: retry\n")
        done = self.place.call("run", f"{LIBRARY}/practice-broken-web.md#practice.1", "--practice", "--no-input",
                               "--answers", answers, "--json")
        self.assertExit(done, 0)
        self.assertTrue(any(event["event"] == "step-failed" for event in events(done.stdout)))

    def test_times_patterns_scripts_and_second_persons_are_kept_to(self):
        book = self.place.write("times.md", """# Times

**Steps**:
1. **Late**
   ```bash {timeout=1s}
   sleep 60
   ```
2. **Until**
   ```bash {until="three"}
   for i in one two three four; do echo $i; sleep 0.2; done; sleep 100
   ```
3. **Script**
   ```python
   print("six", 6)
   ```
4. **Agreed**
   ```bash {approve=incident-lead}
   echo agreed
   ```

**Verification**:
- The value is large enough
  ```bash {verify json=.a[1].b value=">= 3"}
  echo '{"a": [1, {"b": 4}]}'
  ```

**Escalation**: Call **Ann** after 1 failure
""")
        answers = self.place.write("answers.yaml", """by: op@noc.example
answers:
  - on-failure: "1.1"
    choose: skip
    reason: late, as expected
    by: lead@noc.example
""")
        done = self.place.call("run", book, "--practice", "--no-input", "--answers", answers, "--json")
        self.assertExit(done, 6)
        self.assertIn("second person", done.stderr)
        told = {(event["event"], event.get("command")): event for event in events(done.stdout)}
        self.assertFalse(told["command-finished", "1.1"]["expected"])
        self.assertTrue(told["command-finished", "2.1"]["expected"])
        self.assertTrue(told["command-finished", "3.1"]["expected"])
        run = told["run-started", None]["run"]
        agreed = self.place.write("agreed.yaml", "answers:\n  - confirm: '4.1'\n    reason: we agreed\n    by: second@noc.example\n")
        done = self.place.call("run", "--resume", run, "--no-input", "--answers", agreed, "--json")
        self.assertExit(done, 0)

    def test_a_changed_runbook_is_shown_before_it_runs_again(self):
        book = self.place.write("book.md", "# Book\n\n**Steps**:\n1. **Go**\n   ```bash\n   echo one\n   ```\n")
        self.assertExit(self.place.call("run", book, "--practice", "--no-input"), 0)
        self.place.write("book.md", "# Book\n\n**Steps**:\n1. **Go**\n   ```bash\n   echo two\n   ```\n")
        done = self.place.call("run", book, "--practice", "--no-input")
        self.assertExit(done, 5)
        self.assertIn("-    echo one\n+    echo two\n", done.stderr)
        self.assertExit(self.place.call("trust", book), 0)
        self.assertExit(self.place.call("run", book, "--practice", "--no-input"), 0)
        self.ledger_is_good()

    def test_a_rehearsal_never_reaches_a_host_that_is_named(self):
        book = self.place.write("book.md", "# Book\n\n**Steps**:\n1. **Go**\n   ```bash\n   echo one\n   ```\n")
        self.assertExit(self.place.call("run", book, "--rehearse", "--host", "root@127.0.0.1:1", "--no-input"), 2)

    def test_a_person_at_a_terminal_is_led_through_it(self):
        process, terminal = pty.fork()
        if process == 0:
            os.execve(CLI, self.place.arguments("run", f"{LIBRARY}/practice-broken-web.md", "--practice"), environment())
        shown = ""
        everything = ""
        for question, answer in (("[Enter]", "\n"), ("[Enter]", "\n"), ("[Enter]", "\n"), ("[Enter]", "\n"),
                                 ("[r]etry", "s\n"), ("[r]etry", "r\n"), ("[n]ot applicable", "p as the page shows\n"),
                                 (": passed\r\n", "")):
            while question not in shown:
                shown += self.read(terminal)
            # The terminal's own line ends and echo are back whenever a person is asked.
            self.assertNotRegex(shown.split("STOPPED")[0][-2000:], r"[^\r]\n")
            everything += shown
            shown = ""
            os.write(terminal, answer.encode())
        # A skip without a reason is asked again; a failure is told before anybody is asked about it.
        self.assertIn("Say why", everything)
        self.assertLess(everything.index("failed:"), everything.index("STOPPED"))
        # What is sent stands there twice, in the step's announcement and when it is sent: never as the line editor's echo.
        self.assertEqual(everything.count("sed -i"), 2, everything)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), 0)
        os.close(terminal)

    def read(self, terminal):
        ready, _, _ = select.select([terminal], [], [], 60)
        self.assertTrue(ready, "the program says nothing more")
        return os.read(terminal, 65536).decode(errors="replace")

    def manual_checks(self, runbook):
        _, shown = self.place.json("show", f"{LIBRARY}/{runbook}")
        return [check["text"] for check in shown["checks"] + shown["prerequisites"] if check.get("kind") == "manual"]


class Shells(SpineTest):
    """The user's own shell, whichever it is, tells where commands end and how."""

    BOOK = """# Speak to a shell

**Steps**:
1. **Try**
   ```bash {expect=0,3}
   true
   sh -c 'exit 3'
   cat <<'END' | tr a-z A-Z
   here it is
   END
   for n in 1 2
   do
     echo "n is $n!"
   done
   echo "shell=${ZSH_VERSION:+zsh}${BASH_VERSION:+bash}."
   ```
"""

    def speaks(self, shell, name):
        server = SshServer(self.place.path / "sshd", shell)
        self.addCleanup(server.close)
        book = self.place.write("shell.md", self.BOOK)
        done = self.place.call("run", book, "--host", server.address, "--no-input", "--json", *server.options())
        self.assertExit(done, 0)
        finished = [event for event in events(done.stdout) if event["event"] == "command-finished"]
        self.assertEqual([event["exit"] for event in finished], [0, 3, 0, 0, 0])
        output = [entry["body"]["output"] for entry in self.exported() if entry["type"] == "command-finished"]
        self.assertIn("HERE IT IS", output[2])
        self.assertIn("n is 2!", output[3])
        self.assertIn(f"shell={name}.", output[4])

    def test_bash_speaks(self):
        self.speaks("/bin/bash", "bash")

    def test_zsh_speaks(self):
        self.speaks(shutil.which("zsh"), "zsh")

    def test_a_plain_sh_speaks(self):
        self.speaks("/bin/dash", "")

    def refuses(self, shell, command):
        """What the shell did not begin has no outcome, not even that of what comes next."""
        server = SshServer(self.place.path / "sshd", shell)
        self.addCleanup(server.close)
        book = self.place.write("shell.md", f"# Speak\n\n**Steps**:\n1. **Try**\n   ```bash\n   {command}\n   ```\n")
        done = self.place.call("run", book, "--host", server.address, "--no-input", "--json", *server.options())
        self.assertExit(done, 1)
        ended = [entry for entry in self.exported() if entry["type"] in ("command-finished", "command-unknown")]
        self.assertEqual([entry["type"] for entry in ended], ["command-unknown"])
        self.assertIn("without having begun it", ended[0]["body"]["reason"])
        self.assertIn("| |", ended[0]["body"]["output"])
        return ended[0]["body"]["output"]

    def test_bash_does_not_begin_what_it_cannot_parse(self):
        self.assertIn("syntax error", self.refuses("/bin/bash", "echo a | | cat"))

    def test_zsh_does_not_begin_what_it_cannot_parse(self):
        self.assertIn("parse error", self.refuses(shutil.which("zsh"), "echo a | | cat"))

    def test_a_shell_we_do_not_know_is_left_for_sh(self):
        self.speaks("/usr/bin/python3", "")


class RealHost(SpineTest):
    def setUp(self):
        super().setUp()
        self.server = SshServer(self.place.path / "sshd")
        self.addCleanup(self.server.close)
        self.folder = self.place.path / "shop"
        self.folder.mkdir()
        self.book = self.place.write("shop.md", SHOP)
        self.answers = self.place.write("answers.yaml", SHOP_ANSWERS)

    def run_shop(self, *more):
        return self.place.call("run", self.book, "--host", self.server.address, "--set", f"folder={self.folder}",
                               "--no-input", "--answers", self.answers, "--json", *self.server.options(), *more)

    def test_a_run_leaves_its_marks_on_the_host_and_in_the_ledger(self):
        done = self.run_shop()
        self.assertExit(done, 0)
        self.assertEqual((self.folder / "log").read_text(), "one\ntwo\nthree\n")
        told = events(done.stdout)
        finished = [event for event in told if event["event"] == "command-finished"]
        self.assertEqual([event["exit"] for event in finished], [0] * 5)
        verdict = next(event for event in told if event["event"] == "check-verdict")
        self.assertEqual((verdict["verdict"], verdict["evidence"]["source"]), ("passed", "ProtocolExit"))
        answered = next(event for event in told if event["event"] == "answered")
        self.assertEqual(answered["evidence"]["by"], "lead@noc.example")
        self.ledger_is_good()

    def test_an_answer_that_is_missing_stops_with_6_and_the_run_goes_on_later(self):
        done = self.place.call("run", self.book, "--host", self.server.address, "--set", f"folder={self.folder}",
                               "--no-input", *self.server.options())
        self.assertExit(done, 6)
        run = self.last_run()["id"]
        done = self.place.call("run", "--resume", run, "--no-input", "--answers", self.answers, *self.server.options())
        self.assertExit(done, 0)
        self.assertEqual((self.folder / "log").read_text(), "one\ntwo\nthree\n")

    def test_what_is_done_by_hand_is_shown_before_its_checks_are_asked(self):
        book = self.place.write("hand.md", "# Swap\n\n**Purpose**: Swap a disk\n\n**Steps**:\n1. **Swap the disk**\n"
                                "   Pull the tray with the red light.\n   **Verification**:\n"
                                "   - The light is green\n\n**Verification**:\n- The alarm is closed\n")
        answers = self.place.write("hand.yaml", "by: lead@noc.example\nanswers:\n"
                                   "  - {check: The light is green, answer: pass}\n"
                                   "  - {check: The alarm is closed, answer: pass}\n")
        done = self.place.call("run", book, "--no-input", "--answers", answers)
        self.assertExit(done, 0)
        self.assertLess(done.stdout.index("Pull the tray"), done.stdout.index("The light is green"), done.stdout)

    def test_what_nobody_was_there_to_do_is_not_passed(self):
        book = self.place.write("alone.md", "# Move\n\n**Purpose**: Move a server\n\n**Steps**:\n1. **Unplug the server**\n\n"
                                "   Both cords.\n")
        done = self.place.call("run", book, "--no-input")
        self.assertExit(done, 0)
        self.assertIn("nobody was there to do it", done.stdout)
        self.assertIn("passed with exceptions", done.stdout)

    def test_a_failed_check_is_rolled_back_when_the_answers_say_so(self):
        (self.folder / "log").write_text("zero\n")
        answers = self.place.write("rollback.yaml", "answers:\n  - on-failure: '*'\n    choose: rollback\n"
                                   "    reason: start over tomorrow\n")
        done = self.place.call("run", self.book, "--host", self.server.address, "--set", f"folder={self.folder}",
                               "--no-input", "--answers", answers, "--json", *self.server.options())
        self.assertExit(done, 1)
        self.assertFalse((self.folder / "log").exists())
        told = [event["event"] for event in events(done.stdout)]
        self.assertIn("rollback-started", told)
        self.assertIn("rollback-finished", told)

    def test_a_report_is_signed_with_a_key_file(self):
        self.assertExit(self.run_shop(), 0)
        report = self.place.path / "report"
        self.assertExit(self.place.call("report", self.last_run()["id"], "--out", report, "--sign",
                                        self.server.folder / "client", "--operator", "operator@noc.example"), 0)
        key = (self.server.folder / "client.pub").read_text().split()
        signers = self.place.write("signers", f"operator@noc.example {key[0]} {key[1]}\n")
        self.assertExit(self.place.call("verify", report, "--allowed-signers", signers), 0)
        self.assertEqual((report / "runbook.md").read_text(), SHOP)


class Crash(SpineTest):
    """kill -9 at any moment loses nothing that was shown."""

    def setUp(self):
        super().setUp()
        self.server = SshServer(self.place.path / "sshd")
        self.addCleanup(self.server.close)
        self.folder = self.place.path / "shop"
        self.folder.mkdir()
        self.book = self.place.write("shop.md", SHOP)
        self.answers = self.place.write("answers.yaml", SHOP_ANSWERS + "  - on-failure: '*'\n    choose: skip\n"
                                        "    reason: its effect was looked at by hand\n")

    def start(self, *arguments):
        return subprocess.Popen(self.place.arguments("run", *arguments, "--no-input", "--answers", self.answers, "--json",
                                                     *self.server.options()),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=environment())

    def test_killed_after_each_event_nothing_shown_is_lost_and_the_run_ends_well(self):
        seed = int(os.environ.get("HOLDPOINT_TEST_SEED", "20261123"))
        chance = random.Random(seed)
        shown = []
        process = self.start(self.book, "--host", self.server.address, "--set", f"folder={self.folder}")
        for _ in range(8):
            wanted = chance.randint(1, 6)
            told = []
            while len(told) < wanted:
                line = process.stdout.readline()
                if not line:
                    break
                told.append(json.loads(line))
            time.sleep(chance.random() * 0.05)
            process.send_signal(signal.SIGKILL)
            told += events(process.communicate()[0])
            shown += told
            self.ledger_is_good()
            kept = {(entry["seq"], entry["type"]) for entry in self.exported()}
            for event in shown:
                self.assertIn((event["seq"], event["event"]), kept, f"seed {seed}")
            if not shown:
                process = self.start(self.book, "--host", self.server.address, "--set", f"folder={self.folder}")
                continue
            process = self.start("--resume", shown[0]["run"])
        output, errors = process.communicate(timeout=240)
        if shown[0]["run"] and not any(event["event"] == "run-finished" for event in shown):
            self.assertEqual(process.returncode, 0, output + errors)
        run = self.last_run()
        self.assertEqual(run["state"], "finished")
        # Skipped when it was in flight, else run once; never sent again by itself.
        log = self.folder / "log"
        for line in ("one", "two", "three"):
            self.assertLessEqual(log.read_text().count(line) if log.exists() else 0, 1)
        self.ledger_is_good()


class BadInput(SpineTest):
    def setUp(self):
        super().setUp()
        self.server = SshServer(self.place.path / "sshd")
        self.addCleanup(self.server.close)
        self.book = self.place.write("shop.md", SHOP)

    def try_run(self, *arguments):
        return self.place.call("run", self.book, "--set", f"folder={self.place.path}", "--no-input", *arguments)

    def test_a_missing_and_a_binary_file_have_their_messages(self):
        done = self.place.call("list", self.place.path / "nowhere.md")
        self.assertExit(done, 2)
        self.assertIn("nowhere.md", done.stderr)
        binary = self.place.path / "binary.md"
        binary.write_bytes(bytes(range(256)) * 40)
        done = self.place.call("list", binary)
        self.assertExit(done, 5)
        self.assertIn("binary.md", done.stderr)

    def test_an_unknown_host_key_is_not_accepted_without_a_person(self):
        nobody = self.place.write("nobody", "")
        done = self.try_run("--host", self.server.address, *self.server.options(known_hosts=nobody))
        self.assertExit(done, 4)
        self.assertEqual(nobody.read_text(), "")

    def test_a_changed_host_key_stops_with_4(self):
        other = " ".join((self.server.folder / "stranger.pub").read_text().split()[:2])
        changed = self.place.write("changed", f"[127.0.0.1]:{self.server.port} {other}\n")
        done = self.try_run("--host", self.server.address, *self.server.options(known_hosts=changed))
        self.assertExit(done, 4)
        self.assertIn("SHA256:", done.stderr)

    def test_a_refused_login_stops_with_4(self):
        done = self.try_run("--host", self.server.address, *self.server.options(key="stranger"))
        self.assertExit(done, 4)

    def test_a_closed_port_stops_with_3(self):
        done = self.try_run("--host", f"127.0.0.1:{free_port()}", *self.server.options())
        self.assertExit(done, 3)

    def test_a_run_that_never_connected_does_not_stay_open(self):
        self.assertExit(self.try_run("--host", f"127.0.0.1:{free_port()}", *self.server.options()), 3)
        self.assertExit(self.try_run("--host", self.server.address, *self.server.options(key="stranger")), 4)
        _, runs = self.place.json("runs")
        self.assertEqual([run["verdict"] for run in runs["runs"]], ["stopped", "stopped"])

    def test_a_jump_host_that_stays_silent_is_named_while_it_is_waited_for(self):
        with socket.create_server(("127.0.0.1", 0)) as mute:
            config = self.place.write("config", f"Host edge\n  HostName 127.0.0.1\n  User ops\n  Port {mute.getsockname()[1]}\n"
                                                "Host db\n  ProxyJump edge\n  ForwardAgent yes\n")
            done = self.try_run("--host", "db", "--json", "--ssh-config", config)
            self.assertExit(done, 3)
            self.assertIn(f"waiting for an answer from ops@127.0.0.1:{mute.getsockname()[1]} (jump host for db)", done.stderr)
            self.assertIn("config:7: ForwardAgent has no effect", done.stderr)
            self.assertNotIn("waiting", done.stdout)
            quiet = self.try_run("--host", "db", "--quiet", "--ssh-config", config)
            self.assertExit(quiet, 3)
            self.assertNotIn("waiting", quiet.stderr)

    def test_the_advice_for_a_jump_host_that_refuses_the_login_is_its_own_host_block(self):
        config = self.place.write("config", f"Host edge\n  HostName 127.0.0.1\n  Port {self.server.port}\n"
                                            f"  IdentityFile {self.server.folder}/stranger\nHost db\n  ProxyJump edge\n")
        done = self.try_run("--host", "db", "--identity", self.server.folder / "client", "--known-hosts",
                            self.server.known_hosts, "--ssh-config", config)
        self.assertExit(done, 4)
        self.assertIn("its own Host block", done.stderr)
        self.assertNotIn("--identity", done.stderr)

    def test_a_host_that_could_be_an_option_or_a_command_is_refused(self):
        for host in ("-oProxyCommand=x", "h$(id)", "u`id`@h", " "):
            done = self.try_run(f"--host={host}", *self.server.options())
            self.assertExit(done, 5)
        self.assertExit(self.try_run("--host=", *self.server.options()), 2)

    def test_a_missing_value_is_refused_before_anything_is_sent(self):
        done = self.place.call("run", self.book, "--host", self.server.address, "--no-input", *self.server.options())
        self.assertExit(done, 5)
        self.assertIn("folder", done.stderr)
        self.assertFalse((self.place.data / "ledger/ledger.db").exists() and self.exported_runs())

    def exported_runs(self):
        return [entry for entry in self.exported() if entry["type"] == "run-started"]

    def test_a_damaged_ledger_is_named_and_left_alone(self):
        answers = self.place.write("answers.yaml", SHOP_ANSWERS)
        self.assertExit(self.place.call("run", BACKUP, "--practice", "--no-input", "--answers", ANSWERS), 0)
        ledger = self.place.data / "ledger/ledger.db"
        damaged = bytearray(ledger.read_bytes())
        at = damaged.find(b'"outcome":"exit status')
        damaged[at] ^= 1
        ledger.write_bytes(damaged)
        code, verdict = self.place.json("ledger", "verify")
        self.assertEqual((code, verdict["verdict"]), (1, "bad"))
        self.assertIsNotNone(verdict["first_bad"])
        done = self.try_run("--host", self.server.address, "--answers", answers, *self.server.options())
        self.assertExit(done, 7)
        self.assertEqual(ledger.read_bytes(), damaged)

    def test_a_ledger_folder_that_cannot_be_written_stops_with_7(self):
        self.place.data.mkdir()
        (self.place.data / "ledger").write_text("in the way")
        done = self.try_run("--host", self.server.address, *self.server.options())
        self.assertExit(done, 7)

    @unittest.skipUnless(os.getuid() == 0, "only root may mount the small file system")
    def test_a_full_disk_halts_the_run_and_keeps_what_was_written(self):
        self.place.data.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=19m", "none", self.place.data], check=True)
        self.addCleanup(lambda: subprocess.run(["umount", self.place.data], check=True))
        book = self.place.write("flood.md", "# Flood\n\n**Steps**:\n1. **Pour**\n   ```bash\n"
                                "   head -c 6000000 /dev/urandom | base64\n   true\n   ```\n")
        done = self.place.call("run", book, "--host", self.server.address, "--no-input", *self.server.options())
        self.assertExit(done, 7)
        self.assertTrue(shutil.disk_usage(self.place.data).total < 20_000_000)
        self.ledger_is_good()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(sys.argv[1:] or [])], verbosity=1)
