# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real OpenSSH server on a loopback port, and the command line program as a user calls it."""

import getpass
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

BIN = pathlib.Path(os.environ["HOLDPOINT_BIN_DIR"])
SOURCE = pathlib.Path(os.environ["HOLDPOINT_SOURCE_DIR"])
CLI = str(BIN / "holdpoint-cli")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_that(holds, seconds=60):
    """Whether it holds within that time, for what tells nobody that it has come to be."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


class Workspace:
    """A folder with everything a call reads and writes, gone afterwards."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="holdpoint-e2e-"))
        self.data = self.path / "data"

    def close(self):
        shutil.rmtree(self.path, ignore_errors=True)

    def arguments(self, verb, *arguments):
        return [CLI, verb, *map(str, arguments), "--data-dir", str(self.data), "--config-dir", str(self.path / "config")]

    def call(self, verb, *arguments, timeout=240):
        return subprocess.run(self.arguments(verb, *arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=timeout, env=environment())

    def json(self, verb, *arguments):
        done = self.call(verb, *arguments, "--json")
        return done.returncode, json.loads(done.stdout)

    def write(self, name, text):
        path = self.path / name
        path.write_text(text)
        return path


def environment():
    kept = {name: value for name, value in os.environ.items() if name not in ("SSH_AUTH_SOCK", "DISPLAY")}
    return {**kept, "XDG_RUNTIME_DIR": kept.get("XDG_RUNTIME_DIR", "/tmp")}


def events(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


class SshServer:
    """sshd with its own keys and configuration, ended by its own process id."""

    def __init__(self, folder, shell=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(mode=0o700)
        (self.folder / "home").mkdir()  # not that of the person who tests, whose files could slow a shell down
        choose = f"SetEnv HOME={self.folder}/home" + (f" SHELL={shell}" if shell else "") + "\n"
        self.port = free_port()
        for name in ("host", "client", "stranger"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        (self.folder / "authorized_keys").write_text((self.folder / "client.pub").read_text())
        (self.folder / "config").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\n"
            f"AuthorizedKeysFile {self.folder}/authorized_keys\nStrictModes no\nUsePAM no\n"
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\nSubsystem sftp internal-sftp\n" + choose)
        if os.getuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        self.process = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", self.folder / "config"],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.known_hosts = self.folder / "known_hosts"
        key = " ".join((self.folder / "host.pub").read_text().split()[:2])
        self.known_hosts.write_text(f"[127.0.0.1]:{self.port} {key}\n")
        self._await()

    def _await(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("sshd did not start")

    @property
    def address(self):
        return f"{getpass.getuser()}@127.0.0.1:{self.port}"

    def options(self, key="client", known_hosts=None):
        return ["--identity", self.folder / key, "--known-hosts", known_hosts or self.known_hosts,
                "--ssh-config", "/dev/null"]

    def close(self):
        self.process.terminate()
        self.process.wait(20)
