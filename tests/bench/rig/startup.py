# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""G13: from the start of a program to its first painted frame."""

import subprocess
import time

from rig.table import Verdict, median, print_figures, quantile

STARTS = 3  # a round
WARM_UP = 2


def start(bench, command):
    """Milliseconds until the program says that it has painted."""
    begin = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], env=bench.environment, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    said = process.stdout.readline()
    elapsed = time.monotonic() - begin
    process.stdout.close()
    if process.wait() != 0 or not said:
        raise RuntimeError(f"{command[0]}: ended without a painted window")
    return 1000 * elapsed


def measure(bench):
    data = bench.new_path("data")
    programs = {
        "bare Qt window": [bench.programs / "bare_window", "--first-paint"],
        "terminal alone": [bench.programs / "pane_window", "--first-paint"],
        "whole console": [bench.holdpoint, "--self-test", "--data-dir", data / "data", "--config-dir", data / "config"],
    }
    samples = {name: [] for name in programs}
    for number in range(WARM_UP + bench.rounds * STARTS):
        for name, command in programs.items():
            milliseconds = start(bench, command)
            if number >= WARM_UP:
                samples[name].append(milliseconds)
    print_figures("start to first painted frame, ms", ["p50", "p90", "best"],
                  [(name, [median(values), quantile(values, 0.9), min(values)]) for name, values in samples.items()],
                  digits=1)
    bare = median(samples["bare Qt window"])
    yield Verdict("G13", "start of a terminal alone, to a bare Qt window", median(samples["terminal alone"]) / bare, 2)
    yield Verdict("G13", "start of the whole console, to a bare Qt window", median(samples["whole console"]) / bare, 4)
