# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs inside a terminal that is measured, and does what the rig asks for over a socket: probe.py SOCKET.

Each request is a line of JSON, and so is each answer. Standard library only; times are those of the monotonic clock, which
the rig shares.
"""

import json
import os
import select
import signal
import socket
import sys
import termios
import time

CHUNK = 128 * 1024  # as cat(1) writes
STATUS_REQUEST = b"\033[5n"  # answered with CSI 0 n once all bytes before it were taken (DSR, ECMA-48)
FLOOD = b"y the terminal has to be the slowest part, or nothing is queued anywhere\n" * 1024  # as yes(1) writes a line


class Interrupted(Exception):
    """Ctrl+C was typed."""


def interrupt(_signal, _frame):
    raise Interrupted


def set_tty(*, echo):
    mode = termios.tcgetattr(0)
    mode[3] &= ~(termios.ICANON | termios.ECHO)
    mode[3] |= termios.ISIG | (termios.ECHO if echo else 0)
    mode[6][termios.VMIN] = 1
    mode[6][termios.VTIME] = 0
    termios.tcsetattr(0, termios.TCSAFLUSH, mode)


def write_all(data):
    view = memoryview(data)
    while view:
        view = view[os.write(1, view):]


def await_answer():
    """Until the terminal has taken everything that was written."""
    write_all(STATUS_REQUEST)
    answer = b""
    while not answer.endswith(b"n"):
        answer += os.read(0, 100)


def cat(path):
    set_tty(echo=False)
    with open(path, "rb", buffering=0) as file:
        begin = time.monotonic()
        while chunk := file.read(CHUNK):
            write_all(chunk)
        await_answer()
        return {"seconds": time.monotonic() - begin}


def flood():
    """Writes until Ctrl+C, then tells when the terminal had caught up."""
    set_tty(echo=False)
    signal.signal(signal.SIGINT, interrupt)
    try:
        while True:
            write_all(FLOOD)
    except Interrupted:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    await_answer()
    return {"at": time.monotonic()}


def echo():
    """The tty echoes what is typed until the next request."""
    write_all(b"\033c")
    set_tty(echo=True)
    return {}


def size():
    columns, rows = os.get_terminal_size(0)
    return {"columns": columns, "rows": rows}


def main(path):
    link = socket.socket(socket.AF_UNIX)
    link.connect(path)
    link.sendall(json.dumps({"pid": os.getpid()}).encode() + b"\n")
    requests = link.makefile("r")
    known = {"cat": cat, "flood": flood, "echo": echo, "size": size}
    while True:
        ready, _, _ = select.select([link, 0], [], [])
        if 0 in ready and not os.read(0, 4096):
            return
        if link in ready:
            line = requests.readline()
            if not line:
                return
            request = json.loads(line)
            answer = known[request.pop("do")](**request)
            link.sendall(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(sys.argv[1])
