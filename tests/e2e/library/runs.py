# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs of a library's runbook from start to end: what a person would answer is written into a file beforehand."""

import json
import os
import pathlib
import pty
import selectors
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

from host import CLI, SOURCE, Workspace, environment  # noqa: E402

LIBRARY = SOURCE / "runbooks/library"
KEYS_EVERY = 0.7
# What is asked at a terminal only: whether to begin a step, and whether to undo one.
QUESTIONS = ((b"[Enter]", b"\n"), (b"[y]es", b"y\n"))
LONGEST_RUN = 150


class Book:
    """A runbook as the program reads it."""

    def __init__(self, place, name, text=None):
        source = LIBRARY / name
        self.path = place.write(name, text) if text else source
        code, listing = place.json("list", self.path)
        assert code == 0, listing
        self.id = listing["documents"][0]["runbooks"][0]["id"]
        self.reference = f"{self.path}#{self.id}"
        code, self.shown = place.json("show", self.reference)
        assert code == 0, self.shown

    def checks(self):
        """All checks in the order of a run."""
        yield from self.shown["prerequisites"]
        for step in self.shown["steps"]:
            yield from step["checks"]
        yield from self.shown["checks"]

    def manual(self):
        return [check for check in self.checks() if check["kind"] == "manual"]

    def commands(self):
        return [command for step in self.shown["steps"] for command in step["commands"]]

    def undoing(self):
        """Commands of all rollbacks."""
        parts = [*self.shown["rollback"], *(part for step in self.shown["steps"] for part in step["rollback"])]
        return [command for part in parts for command in part["commands"]]

    def ended_by_a_person(self):
        return [command["id"] for command in self.commands() if command["ending"] != "by-itself"]


class Person:
    """What somebody would say: passes every manual check, confirms what is dangerous."""

    def __init__(self, book, failing=None, more=()):
        lines = ["by: operator@noc.example", "answers:"]
        for check in book.manual():
            answer = "fail" if failing == check["id"] else "pass"
            lines += [f"  - check: {json.dumps(check['id'])}", f"    answer: {answer}", "    note: looked at it"]
        for command in book.commands() + book.undoing():
            if command["dangerous"]:
                lines += [f"  - confirm: {json.dumps(command['id'])}", "    reason: it is the purpose of this run"]
        if failing:
            lines += ["  - on-failure: '*'", "    choose: rollback", "    reason: as rehearsed"]
        self.text = "\n".join([*lines, *more]) + "\n"


class Outcome:
    def __init__(self, code, events, errors):
        self.code = code
        self.events = events
        self.errors = errors

    def named(self, name):
        return [event for event in self.events if event["event"] == name]

    def exits(self):
        """Exit status by command, the last attempt's."""
        return {event["command"]: event.get("exit") for event in self.named("command-finished")}

    def verdicts(self):
        return {event["check"]: event["verdict"] for event in self.named("check-verdict") + self.named("answered")}

    def __str__(self):
        shown = [{key: event[key] for key in event if key not in ("run", "seq", "utc")} for event in self.events[-14:]]
        return f"exit {self.code}\n" + "\n".join(map(str, shown)) + "\n" + self.errors[-3000:]


def run(place, book, person, *arguments, keys=None, env=None, resume=None, through=()):
    """A run with its answers from a file. `keys` are typed again and again while a command runs that a person ends;
    `through` is the command that starts the program."""
    answering = place.write("answers.yaml", person.text)
    what = ["--resume", resume] if resume else [book.reference]
    call = [*through, *place.arguments("run", *what, "--answers", answering, "--json", *arguments)]
    if not keys:
        done = subprocess.run([*call, "--no-input"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=LONGEST_RUN, env=env or environment())
        return Outcome(done.returncode, parsed(done.stdout), done.stderr)
    return at_a_terminal(call, set(book.ended_by_a_person()), keys, env or environment())


def parsed(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def at_a_terminal(call, interactive, keys, env):
    master, terminal = pty.openpty()
    process = subprocess.Popen(call, stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, env=env)
    os.close(terminal)
    out, screen, answered, typed = b"", b"", 0, 0.0
    deadline = time.monotonic() + LONGEST_RUN
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ)
        waiting.register(master, selectors.EVENT_READ)
        open_output = True
        while open_output and time.monotonic() < deadline:
            for key, _ in waiting.select(0.2):
                try:
                    data = os.read(key.fd, 65536)
                except OSError:
                    data = b""
                if key.fd == master:
                    screen += data
                    if not data:
                        waiting.unregister(master)
                    continue
                out += data
                open_output = bool(data)
            told = parsed(out[:out.rfind(b"\n") + 1].decode())
            begun = [event["command"] for event in told if event["event"] == "command-intended"]
            ended = [event["command"] for event in told if event["event"] in ("command-finished", "command-unknown")]
            for question, answer in QUESTIONS:
                at = screen.find(question, answered)
                if at >= 0:
                    answered = at + len(question)
                    os.write(master, answer)
            running = len(begun) > len(ended) and begun[-1] in interactive
            if running and time.monotonic() - typed > KEYS_EVERY:
                typed = time.monotonic()
                os.write(master, keys)
    if process.poll() is None and open_output:
        process.terminate()
    code = process.wait(20)
    process.stdout.close()
    os.close(master)
    return Outcome(code, parsed(out.decode()), screen.decode(errors="replace"))


__all__ = ["Book", "CLI", "LIBRARY", "Outcome", "Person", "Workspace", "environment", "run"]
