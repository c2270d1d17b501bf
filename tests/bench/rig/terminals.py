# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terminals that are compared, each a window of 80x24 in the same font with the probe inside."""

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from rig import processes

COLUMNS, ROWS = 80, 24
FONT, POINTS = "DejaVu Sans Mono", 10
HISTORY = 100_000  # lines, where one is asked for; the most that alacritty takes
START_SECONDS = 30
ANSWER_SECONDS = 300
WINDOW_STEP = (900, 650)  # pixels from one window to the next, so that none covers another


def rest(seconds=0.3):
    """Lets a program finish what it does after it has answered: the last painting, its timers."""
    time.sleep(seconds)


def peer_command(name, history=None):
    """How a peer is told the font and the size; its defaults otherwise."""
    if name == "konsole":
        lines = ["-p", "HistoryMode=1", "-p", f"HistorySize={history}"] if history else []
        return ["konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "-p", f"Font={FONT},{POINTS},-1,5,50,0,0,0,0,0",
                "-p", f"TerminalColumns={COLUMNS}", "-p", f"TerminalRows={ROWS}", *lines, "-e"]
    if name == "xterm":
        return ["xterm", "-geometry", f"{COLUMNS}x{ROWS}", "-fa", FONT, "-fs", str(POINTS),
                *(["-sl", str(history)] if history else []), "-e"]
    if name == "urxvt":
        return ["urxvt", "-geometry", f"{COLUMNS}x{ROWS}", "-fn", f"xft:{FONT}:size={POINTS}",
                *(["-sl", str(history)] if history else []), "-e"]
    if name == "alacritty":
        return ["alacritty", "-o", f"font.normal.family='{FONT}'", "-o", f"font.size={POINTS}",
                *(["-o", f"scrolling.history={history}"] if history else []), "-e"]
    raise ValueError(name)


def is_installed(name):
    return shutil.which(name) is not None


class Link:
    """The rig's end of a probe: a socket that the probe inside the terminal connects to."""

    def __init__(self, path):
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(path))
        self.listener.listen()
        self.command = [sys.executable, str(Path(__file__).with_name("probe.py")), str(path)]

    def accept(self, process):
        deadline = time.monotonic() + START_SECONDS
        while not select.select([self.listener], [], [], 0.2)[0]:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{process.args[0]}: no program came up in the terminal")
        self.stream = self.listener.accept()[0]
        self.answers = self.stream.makefile("r")
        self.stream.settimeout(ANSWER_SECONDS)
        return self.answer()["pid"]

    def send(self, do, **more):
        self.stream.sendall(json.dumps({"do": do, **more}).encode() + b"\n")

    def answer(self):
        line = self.answers.readline()
        if not line:
            raise RuntimeError("the program in the terminal went away")
        return json.loads(line)

    def ask(self, do, **more):
        self.send(do, **more)
        return self.answer()


def new_window(display, before, name):
    deadline = time.monotonic() + START_SECONDS
    while not (new := display.windows() - before) and time.monotonic() < deadline:
        rest(0.1)
    rest(0.5)  # it is laid out
    if len(new) != 1:
        raise RuntimeError(f"{name}: {len(new)} new windows, one was expected")
    return new.pop()


def corner(place):
    return place % 3 * WINDOW_STEP[0], place // 3 * WINDOW_STEP[1]


class BareWindow:
    """The Qt widget that paints one letter, in place of a terminal."""

    name = "bare"
    link = None

    def __init__(self, bench, place):
        before = bench.display.windows()
        self.process = subprocess.Popen([bench.programs / "bare_window"], env=bench.environment, stderr=subprocess.DEVNULL)
        self.window = new_window(bench.display, before, self.name)
        bench.display.place(self.window, *corner(place), 660, 440)

    def close(self):
        self.process.kill()
        self.process.wait()


class Terminal:
    """One running terminal; `command` is given the probe's words as its last arguments."""

    def __init__(self, bench, name, command, *, wrap=None, place=0, is_window=True):
        self.bench = bench
        self.name = name
        self.link = Link(bench.new_path("probe"))
        words = self.link.command
        before = bench.display.windows() if is_window else set()
        log = open(bench.new_path(f"{name}.log"), "wb")
        self.process = subprocess.Popen([*command, *(wrap(words) if wrap else words)], env=bench.environment,
                                        stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
        self.probe = self.link.accept(self.process)
        self.window = None
        if is_window:
            self.window = new_window(bench.display, before, name)
            self.fit(place)

    def fit(self, place):
        """Moves the window to its place and makes it 80x24, whatever stands around the cells."""
        x, y = corner(place)
        for _ in range(12):
            shape = self.bench.display.geometry(self.window)
            size = self.link.ask("size")
            if (size["columns"], size["rows"]) == (COLUMNS, ROWS) and (shape.x, shape.y) == (x, y):
                return
            width = shape.width + (COLUMNS - size["columns"]) * 8
            height = shape.height + (ROWS - size["rows"]) * 16
            self.bench.display.place(self.window, x, y, width, height)
            rest(0.4)
        raise RuntimeError(f"{self.name}: does not become {COLUMNS}x{ROWS}, it stays {size}")

    def processes(self):
        """Without the probe: what runs inside is not the terminal's."""
        return processes.tree(self.process.pid, without=self.probe)

    def close(self):
        for pid in processes.tree(self.process.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        rest(0.2)
