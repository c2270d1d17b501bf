# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A second machine, as far as a network is concerned: a namespace behind the interface eth0 of the world."""

import os
import signal
import subprocess

from world import SshServer, shell, write
from host import free_port

HOST = "192.0.2.5"
HOST6 = "2001:db8::5"
GATEWAY = "192.0.2.1"
TARGET = "192.0.2.10"
STRANGER = "192.0.2.66"
DNS = "192.0.2.53"
FAR = ["ip", "netns", "exec", "far"]


def build():
    """eth0 of the world and, at the other end, the addresses of several machines."""
    # What other packages want to be told about interfaces is no part of the test.
    shell("rm -f /etc/network/if-*.d/*")
    shell("ip netns add far && ip link add eth0 type veth peer name eth0 netns far && ip netns exec far ip link set lo up && "
          "ip netns exec far ip link set eth0 up")
    for address in (GATEWAY, TARGET, STRANGER, DNS):
        shell(f"ip netns exec far ip address add {address}/24 dev eth0")
    write("/etc/network/interfaces", f"auto eth0\niface eth0 inet static\n    address {HOST}/24\n    gateway {GATEWAY}\n")
    shell("ifup -a")
    # IPv6 without the seconds that it takes to ask whether somebody else has the address.
    shell(f"ip address add {HOST6}/64 dev eth0 nodad && ip netns exec far ip address add 2001:db8::1/64 dev eth0 nodad")


def remove():
    shell("ip link delete eth0; ip netns delete far; rm -f /run/network/ifstate*")


class Background:
    """A process at the far end, ended by its number."""

    def __init__(self, *command, **details):
        self.process = subprocess.Popen([*FAR, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, **details)

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


class FarServer(SshServer):
    """The host's sshd on its address in the network, for a person who sits at the far end."""

    def __init__(self, folder):
        super().__init__(folder)
        config = (folder / "config").read_text()
        self.near_port, self.port = self.port, free_port()
        outside = write(folder / "outside", config.replace("127.0.0.1", "0.0.0.0").replace(f"Port {self.near_port}",
                                                                                           f"Port {self.port}"))
        self.outside = subprocess.Popen(["/usr/sbin/sshd", "-D", "-f", outside], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        key = " ".join((folder / "host.pub").read_text().split()[:2])
        self.known_hosts.write_text(f"[{HOST}]:{self.port} {key}\n")
        self._await()

    @property
    def address(self):
        return f"root@{HOST}:{self.port}"

    def close(self):
        self.outside.terminate()
        self.outside.wait(20)
        super().close()


def connects(address, port):
    """Whether the far end gets a connection to the host, from that address of its own."""
    done = subprocess.run([*FAR, "curl", "--silent", "--max-time", "1", "--interface", address, "--output", os.devnull,
                           f"http://{HOST}:{port}/"], check=False)
    return done.returncode == 0

