# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What processes use, from /proc (proc(5)): processor time to the nanosecond, resident memory."""

from pathlib import Path


def children(pid):
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(word) for word in tasks.read_text().split()]
        except OSError:
            pass  # it has just ended
    return found


def tree(pid, without=None):
    """The process and what it started, but for one process and all below it."""
    if pid == without:
        return []
    return [pid] + [below for child in children(pid) for below in tree(child, without)]


def cpu_seconds(pids):
    total = 0
    for pid in pids:
        for statistics in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            try:
                total += int(statistics.read_text().split()[0])
            except OSError:
                pass
    return total / 1e9


def resident_mb(pids):
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1])
    return total * 1024 / 1e6
