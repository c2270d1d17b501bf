# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""G3 and G7 to G12: what the C++ benchmarks measure, beside the peer that each of them runs in turns."""

import re

from rig.table import Verdict, print_figures

LEAST_RATIO = {"log lines": 8, "coloured log": 5, "unicode": 5}


def engine(bench):
    figures = {}
    other = {}
    for line in bench.output(bench.programs / "terminal_bench", bench.rounds).splitlines():
        if match := re.fullmatch(r"(\D+?) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)", line):
            figures[match[1]] = [float(match[number]) for number in range(2, 6)]
        elif match := re.fullmatch(r"(history|regular).*: ([\d.]+) \w+", line):
            other[match[1]] = float(match[2])
    has_peer = all(values[1] > 0 for values in figures.values())
    print_figures("engine alone, MB/s of processor time", ["80x24", "libvterm", "200x50", "libvterm"],
                  [(name, [value or None for value in values]) for name, values in figures.items()], digits=1)
    if has_peer:
        for name, least in LEAST_RATIO.items():
            yield Verdict("G3", f"engine, {name}, to libvterm", figures[name][0] / figures[name][1], least, at_least=True)
    else:
        print("libvterm was not built in (libvterm-dev): G3 is not judged")
    slowest = min(figures, key=lambda name: figures[name][2] / figures[name][0])
    yield Verdict("G3", f"engine at 200x50 to 80x24, worst payload ({slowest})",
                  figures[slowest][2] / figures[slowest][0], 0.7, at_least=True)
    yield Verdict("G7", "history's own count of the same lines", other["history"], 15, unit="MB")
    yield Verdict("G7", "regular expression over 100,000 lines", other["regular"], 50, unit="ms")


def client(bench):
    figures = {}
    pattern = re.compile(r"(\w+) +ours first +([\d.]+) p50 +([\d.]+) max +([\d.]+) +stock first +([\d.]+) p50 +([\d.]+) "
                         r"max +([\d.]+) ms.*")
    for line in bench.output(bench.programs / "ssh_bench").splitlines():
        if match := pattern.fullmatch(line):
            figures[match[1]] = [float(match[number]) for number in range(2, 8)]
    print_figures("SSH client beside OpenSSH's, ms", ["ours first", "p50", "worst", "stock first", "p50", "worst"],
                  list(figures.items()))
    ratio = {name: values[1] / values[4] for name, values in figures.items()}
    yield Verdict("G8", "bulk on the loopback, speed to OpenSSH", 1 / ratio["bulk"], 0.95, at_least=True)
    yield Verdict("G8", "bulk at 50 ms round trip, speed to OpenSSH", 1 / ratio["far"], 1.5, at_least=True)
    yield Verdict("G9", "echo, p50, to OpenSSH", ratio["echo"], 0.8)
    yield Verdict("G9", "echo, worst of 1,000", figures["echo"][2], 10, unit="ms")
    yield Verdict("G10", "connect to prompt, to OpenSSH", ratio["connect"], 0.3)
    yield Verdict("G11", "exec on an open connection, p50, to ControlMaster", ratio["exec"], 0.4)
    yield Verdict("G11", "the first exec, to ControlMaster's p50", figures["exec"][0] / figures["exec"][4], 0.4)


def sessions(bench):
    text = bench.output(bench.programs / "sessions_bench")
    print(f"\n{text.strip()}", flush=True)
    numbers = {key: float(value) for key, value in re.findall(r"(each|percent|alone|them) ([\d.]+)", text)}
    yield Verdict("G12", "500 sessions in one thread, idle", numbers["percent"], 0.1, unit="% core")
    yield Verdict("G12", "echo among 500 sessions, p50, to one alone", numbers["them"] / numbers["alone"], 2.5)
    yield Verdict("G12", "memory of a session", numbers["each"], 150, unit="KiB")
