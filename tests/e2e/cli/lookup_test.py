# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A name server that takes its time, on the loopback interface of a network of its own."""

import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

from host import SshServer, Workspace, environment

INSIDE = "--inside"
NAME = "db.example.test"
BOOK = """# Look

**Steps**:
1. **Look**
   ```bash
   echo looked
   ```
"""
IPV4 = 1


class NameServer:
    """Says that every name is this machine, from the moment when it may say anything."""

    def __init__(self):
        self.speaks = threading.Event()
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 53))
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self):
        question, sender = self.socket.recvfrom(512)
        while question:
            self.speaks.wait()
            self.socket.sendto(self.answer(question), sender)
            question, sender = self.socket.recvfrom(512)

    @staticmethod
    def answer(question):
        """RFC 1035 section 4: the question again and, where an IPv4 address is asked for, 127.0.0.1."""
        end = question.index(b"\0", 12) + 5
        asked = struct.unpack("!H", question[end - 4:end - 2])[0]
        records = struct.pack("!HHHIH4B", 0xC00C, IPV4, 1, 60, 4, 127, 0, 0, 1) if asked == IPV4 else b""
        return question[:2] + struct.pack("!5H", 0x8180, 1, 1 if records else 0, 0, 0) + question[12:end] + records

    def close(self):
        self.speaks.set()
        self.socket.sendto(b"", self.socket.getsockname())
        self.thread.join()
        self.socket.close()


class SlowLookUp(unittest.TestCase):
    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)
        self.server = SshServer(self.place.path / "sshd")
        self.addCleanup(self.server.close)
        self.names = NameServer()
        self.addCleanup(self.names.close)
        self.book = self.place.write("look.md", BOOK)

    def begin(self, port):
        known = self.place.write("known", self.server.known_hosts.read_text().replace("127.0.0.1", NAME))
        return subprocess.Popen(
            self.place.arguments("run", self.book, "--host", f"root@{NAME}:{port}", "--no-input",
                                 *self.server.options(known_hosts=known)),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())

    def said(self, process, words):
        """Reads what it says until these words come."""
        for line in process.stderr:
            if words in line:
                return True
        return False

    def test_the_name_is_said_while_it_is_looked_up_and_then_the_run_goes_on(self):
        process = self.begin(self.server.port)
        self.assertTrue(self.said(process, f"waiting for a name server: looking up {NAME}"))
        self.names.speaks.set()
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, err + out)
        self.assertNotIn("waiting", err)

    def test_behind_the_name_the_host_is_what_is_waited_for(self):
        with socket.create_server(("127.0.0.1", 0)) as mute:
            process = self.begin(mute.getsockname()[1])
            self.assertTrue(self.said(process, f"waiting for a name server: looking up {NAME}"))
            self.names.speaks.set()
            self.assertTrue(self.said(process, f"waiting for an answer from root@{NAME}:{mute.getsockname()[1]}"))
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 3)


def enter():
    """This program again, where only its own name server is to be asked."""
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder) / "resolv.conf"
        settings.write_text("nameserver 127.0.0.1\noptions timeout:8 attempts:1\n")
        root = [] if os.getuid() == 0 else ["sudo", "-n", "-E"]
        begin = 'ip link set lo up && mount --bind "$1" /etc/resolv.conf && shift && exec "$@"'
        return subprocess.call([*root, "unshare", "--mount", "--net", "sh", "-c", begin, "sh", settings, sys.executable,
                                os.path.abspath(__file__), INSIDE, *sys.argv[1:]])


if __name__ == "__main__":
    if INSIDE not in sys.argv:
        sys.exit(enter())
    sys.argv.remove(INSIDE)
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
