# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""G7: resident memory that 100,000 lines of 80-column coloured log add to a terminal that keeps them."""

from rig import processes
from rig.table import Verdict, print_figures
from rig.terminals import HISTORY, rest


def measure(bench):
    added = {}
    for name in ["ours", *bench.peers(["urxvt", "konsole", "xterm", "alacritty"])]:
        terminal = bench.local(name, history=HISTORY)
        rest(1)
        before = processes.resident_mb(terminal.processes()[:1])
        terminal.link.ask("cat", path=str(bench.payload_folder / "history"))
        rest(1)
        added[name] = processes.resident_mb(terminal.processes()[:1]) - before
        terminal.close()
    print_figures("resident memory added by 100,000 lines, MB (konsole keeps a part in a file)", ["MB"],
                  [(name, [mb]) for name, mb in added.items()], digits=1)
    yield Verdict("G7", "memory of 100,000 lines of coloured log", added["ours"], 15, unit="MB")
