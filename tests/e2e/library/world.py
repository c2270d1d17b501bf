# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A world of its own for real services: the machine's files below a layer in memory, its own network and processes.

The test program starts itself anew in there, one class a world. All that it writes, wherever it writes it, is gone with the
layer; all that it starts ends with it, because it is the first process of its world.
"""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from runs import SOURCE, Person, Workspace, run
from host import BIN, SshServer

INSIDE = "HOLDPOINT_TEST_WORLD"
TOOLS = pathlib.Path(__file__).resolve().parent / "world"
UNITS = pathlib.Path("/etc/world/units")


def main(*classes):
    """Runs the named classes of the calling module, or all, each in a world of its own."""
    if INSIDE in os.environ:
        threading.Thread(target=end_with_the_outside, daemon=True).start()
        enter(os.environ[INSIDE])
        unittest.main(argv=sys.argv, verbosity=1)
    wanted = sys.argv[1:] or [one.__name__ for one in classes]
    sys.exit(max(in_new_world(name) for name in wanted))


def in_new_world(name):
    folder = tempfile.mkdtemp(prefix="holdpoint-world-")
    try:
        kept = ("HOLDPOINT_BIN_DIR", "HOLDPOINT_SOURCE_DIR", "TZ", "LC_ALL", "PYTHONDONTWRITEBYTECODE", "LD_LIBRARY_PATH",
                "QT_PLUGIN_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")
        settings = [f"{key}={os.environ[key]}" for key in kept if key in os.environ]
        root = [] if os.getuid() == 0 else ["sudo", "-n"]
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        inside = subprocess.Popen([*root, "unshare", "--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "--kill-child",
                                   "env", "-i", path, "HOME=/root", "USER=root", "LOGNAME=root", *settings,
                                   f"{INSIDE}={folder}", sys.executable, os.path.abspath(sys.argv[0]), name],
                                  stdin=subprocess.PIPE)
        return inside.wait()
    finally:
        os.rmdir(folder)  # empty: what was mounted there was mounted inside only


def end_with_the_outside():
    """The world's first process holds the other end of a pipe: when whoever made the world is gone, so is the world."""
    while os.read(0, 1):
        pass
    os._exit(1)


def enter(folder):
    """Puts a layer in memory over the whole file system and goes there."""
    mount("-t", "tmpfs", "-o", "size=2g,mode=0755", "none", folder)
    layers = {name: os.path.join(folder, name) for name in ("upper", "work", "root")}
    for path in layers.values():
        os.mkdir(path)
    root = layers["root"]
    mount("-t", "overlay", "-o", f"lowerdir=/,upperdir={layers['upper']},workdir={layers['work']}", "none", root)
    for path in {str(SOURCE), str(BIN)}:
        if os.stat(path).st_dev != os.stat("/").st_dev:
            os.makedirs(root + path, exist_ok=True)
            mount("--bind", path, root + path)
    mount("-t", "proc", "none", f"{root}/proc")
    mount("-t", "sysfs", "none", f"{root}/sys")
    for name, mode in (("run", "0755"), ("tmp", "1777")):
        if not str(BIN).startswith(f"/{name}/"):
            mount("-t", "tmpfs", "-o", f"mode={mode}", "none", f"{root}/{name}")
    make_devices(f"{root}/dev")
    os.chroot(root)
    os.chdir("/")
    os.umask(0o022)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    socket.sethostname("world")
    pathlib.Path("/run/sshd").mkdir(exist_ok=True)
    for name in (".bashrc", ".bash_profile", ".bash_login", ".profile"):
        # What the machine's own user starts with every shell is no part of a test.
        pathlib.Path("/root", name).unlink(missing_ok=True)
    UNITS.mkdir(parents=True)
    for tool in TOOLS.iterdir():
        shutil.copy(tool, "/usr/local/sbin")


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


def make_devices(folder):
    mount("-t", "tmpfs", "-o", "mode=0755", "none", folder)
    for name in ("null", "zero", "full", "random", "urandom", "tty"):
        pathlib.Path(folder, name).touch()
        mount("--bind", f"/dev/{name}", f"{folder}/{name}")
    for name in ("pts", "shm"):
        os.mkdir(f"{folder}/{name}")
    mount("-t", "devpts", "-o", "newinstance,ptmxmode=0666,mode=0620,gid=5", "none", f"{folder}/pts")
    mount("-t", "tmpfs", "-o", "mode=1777", "none", f"{folder}/shm")
    for name, target in (("ptmx", "pts/ptmx"), ("fd", "/proc/self/fd"), ("stdin", "/proc/self/fd/0"),
                         ("stdout", "/proc/self/fd/1"), ("stderr", "/proc/self/fd/2")):
        os.symlink(target, f"{folder}/{name}")


def write(path, text, mode=0o644):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)
    return path


def shell(command, **details):
    """Its output; an error of the command is one of the test."""
    done = subprocess.run(["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
                          timeout=60, **details)
    if done.returncode != 0:
        raise AssertionError(f"{command}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def await_that(holds, what, seconds=20):
    """Waits for something that tells nobody: a server that is about to listen, a figure that is about to be counted."""
    pause = threading.Event()
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not happen within {seconds} s")
        pause.wait(0.05)


class Units:
    """The real daemons of the world, started and stopped by the `systemctl` of its PATH."""

    def __init__(self):
        self.started = []

    def add(self, name, command, *, user="root", reload="HUP", stop="TERM", ready="true", start=True):
        write(UNITS / name, f"command={quoted(command)}\nuser={user}\nreload={reload}\nstop={stop}\nready={quoted(ready)}\n")
        self.started.insert(0, name)
        if start:
            shell(f"systemctl start {name}")

    def close(self):
        for name in self.started:
            with contextlib.suppress(AssertionError):
                shell(f"systemctl stop {name}")


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


class WorldTest(unittest.TestCase):
    """A host of that world, which the program is connected to by SSH."""

    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.units = Units()
        self.addCleanup(self.units.close)
        self.server = SshServer(self.place.path / "sshd")
        self.addCleanup(self.server.close)

    def run_book(self, book, *, settings=None, failing=None, keys=None, more=()):
        given = [part for key, value in (settings or {}).items() for part in ("--set", f"{key}={value}")]
        return run(self.place, book, Person(book, failing, more), "--host", self.server.address, *given,
                   *self.server.options(), keys=keys)

    def assertPassed(self, outcome, book):
        self.assertEqual(outcome.code, 0, outcome)
        self.assertEqual((outcome.events[-1]["event"], outcome.events[-1]["verdict"]), ("run-finished", "passed"), outcome)
        self.assertEqual(outcome.verdicts(), {check["id"]: "passed" for check in book.checks()}, outcome)

    def assertTakenBack(self, outcome, book):
        self.assertEqual(outcome.code, 1, outcome)
        self.assertTrue(outcome.named("rollback-finished"), outcome)
        exits = outcome.exits()
        self.assertEqual({command["id"]: exits.get(command["id"]) for command in book.undoing()},
                         {command["id"]: 0 for command in book.undoing()}, outcome)
