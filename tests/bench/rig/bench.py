# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all measurements share: the display, a clean home, the payloads, the programs, a private sshd, the rounds."""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from rig.display import Display, start_server
from rig.terminals import Terminal, is_installed, peer_command, rest


class Bench:
    def __init__(self, build, rounds):
        self.programs = Path(build) / "bench"
        self.holdpoint = Path(build) / "bin" / "holdpoint"
        self.rounds = rounds
        self.folder = Path(tempfile.mkdtemp(prefix="peers-"))
        self.paths = 0
        self.server, name = start_server()
        self.display = Display(name)
        home = self.folder / "home"
        runtime = self.folder / "runtime"
        for folder in (home, runtime):
            folder.mkdir(mode=0o700)
        kept = {key: value for key, value in os.environ.items() if key in {"PATH", "LD_LIBRARY_PATH", "USER", "LOGNAME"}}
        self.environment = kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "DISPLAY": name, "LANG": "C.UTF-8",
                                   "SHELL": "/bin/bash", "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.payload_folder = self.folder / "payloads"
        self.payload_folder.mkdir()
        self.payloads = self.output(self.programs / "write_payloads", self.payload_folder).splitlines()
        self.sshd = None

    def close(self):
        if self.sshd:
            self.sshd.close()
        self.server.send_signal(signal.SIGTERM)
        self.server.wait()
        shutil.rmtree(self.folder)

    def new_path(self, name):
        self.paths += 1
        return self.folder / f"{self.paths}-{name}"

    def output(self, *command):
        return subprocess.run([str(word) for word in command], env=self.environment, check=True, stdout=subprocess.PIPE,
                              text=True).stdout

    def peers(self, names):
        return [name for name in names if is_installed(name)]

    def local(self, name, place=0, history=None):
        """A terminal on a local pty. Ours is pane_window; "floor" reads the same to nowhere."""
        if name == "ours":
            return Terminal(self, name, [self.programs / "pane_window"], place=place)
        if name == "floor":
            return Terminal(self, name, [self.programs / "pane_window", "--discard"], is_window=False)
        return Terminal(self, name, peer_command(name, history), place=place)

    def remote(self, name, place=0):
        """A terminal on the private sshd: ours by our SSH, a peer with the stock client inside."""
        server = self.ssh_server()
        ours = [self.programs / "pane_window", "--ssh", str(server.port), "--identity", server.key, "--known-hosts",
                server.known_hosts]
        if name == "ours":
            return Terminal(self, name, ours, place=place)
        if name == "floor":
            return Terminal(self, name, [*ours, "--discard"], is_window=False)
        return Terminal(self, name, peer_command(name), wrap=server.client, place=place)

    def ssh_server(self):
        if not self.sshd:
            self.sshd = SshServer(self)
        return self.sshd


class SshServer:
    """A private OpenSSH server on a free loopback port, and how the stock client reaches it.

    The client is held to the key exchange and cipher that ours takes, so that the programs are compared and not the
    algorithms.
    """

    def __init__(self, bench):
        self.folder = bench.folder / "sshd"
        self.folder.mkdir(mode=0o700)
        self.key = str(self.folder / "client")
        self.known_hosts = str(self.folder / "known_hosts")
        for name in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        config = self.folder / "sshd_config"
        config.write_text(f"ListenAddress 127.0.0.1\nPort {self.port}\nHostKey {self.folder}/host\nPidFile none\n"
                          f"AuthorizedKeysFile {self.folder}/client.pub\nUsePAM no\nStrictModes no\nPermitRootLogin yes\n"
                          f"PrintMotd no\nMaxStartups 100\nSetEnv HOME={bench.environment['HOME']}\n")
        host_key = " ".join((self.folder / "host.pub").read_text().split()[:2])
        Path(self.known_hosts).write_text(f"[127.0.0.1]:{self.port} {host_key}\n")
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where sshd separates privileges when started by root
        self.process = subprocess.Popen(["/usr/sbin/sshd", "-D", "-f", config, "-E", self.folder / "log"])
        self.await_listening()

    def await_listening(self):
        deadline = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except ConnectionRefusedError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                rest(0.05)

    def client(self, words):
        return ["ssh", "-F", "none", "-tt", "-i", self.key, "-o", f"UserKnownHostsFile={self.known_hosts}", "-o",
                "KexAlgorithms=curve25519-sha256", "-c", "aes256-gcm@openssh.com", "-p", str(self.port), "-l",
                getpass.getuser(), "127.0.0.1", *words]

    def close(self):
        self.process.terminate()
        self.process.wait()
