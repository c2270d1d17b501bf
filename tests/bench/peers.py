#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our terminal and SSH beside their peers, in one interleaved run: tests/bench/peers.py [--build build/bench].

Needs a build of the preset "bench", Xvfb, libXtst, libXdamage, OpenSSH, and the peers (konsole, urxvt, alacritty, xterm), all
from Debian; what is not installed is named and left out. All terminals are windows of 80x24 in DejaVu Sans Mono 10 on one
private Xvfb with a clean home. Absolute figures depend on the machine; the ratios are what counts, and only those of a quiet
one. Where others work at the same time, processor time is the better witness.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from rig import keys, memory, programs, startup, throughput
from rig.bench import Bench

MEASUREMENTS = {"G1": throughput.local, "G3": programs.engine, "G4": throughput.remote, "G5": keys.key, "G6": keys.interrupt,
                "G7": memory.measure, "G8": programs.client, "G12": programs.sessions, "G13": startup.measure}
PEERS = ["konsole", "urxvt", "alacritty", "xterm"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default="build/bench", help="folder of the build (build/bench)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each measurement (5)")
    parser.add_argument("--only", help=f"some of {','.join(MEASUREMENTS)}, with commas; G1 includes G2, G8 G9 to G11")
    return parser.parse_args()


def main():
    options = arguments()
    chosen = options.only.split(",") if options.only else list(MEASUREMENTS)
    if unknown := set(chosen) - set(MEASUREMENTS):
        sys.exit(f"peers.py: no such measurement: {', '.join(sorted(unknown))}")
    bench = Bench(Path(options.build).resolve(), options.rounds)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {options.rounds} rounds, medians", flush=True)
    if missing := set(PEERS) - set(bench.peers(PEERS)):
        print(f"not installed, so not measured: {', '.join(sorted(missing))}")
    verdicts, failures = [], []
    try:
        for name in chosen:
            try:
                verdicts += MEASUREMENTS[name](bench)
            except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
                failures.append(f"{name}: not measured: {error}")
                print(failures[-1], flush=True)
    finally:
        bench.close()
    print("\ntarget and what was measured")
    for verdict in verdicts:
        print(verdict.line())
    print("\n".join(failures))
    print(f"load {os.getloadavg()[0]:.1f} at the end")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
