# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""G1, G2 and G4: `cat` of each payload inside the terminal until a closing status request is answered."""

from rig import processes
from rig.table import Verdict, geometric_mean, median, print_figures
from rig.terminals import rest

WARM_UP = "coloured log"


def measure(bench, terminal, payload):
    """Wall seconds, and processor seconds of the terminal and its share of the X server."""
    rest()
    server = [bench.server.pid]
    before = processes.cpu_seconds(terminal.processes() + server)
    seconds = terminal.link.ask("cat", path=str(bench.payload_folder / payload))["seconds"]
    rest()  # the last painting belongs to it
    return seconds, processes.cpu_seconds(terminal.processes() + server) - before


def run(bench, terminals):
    """{payload: {terminal: [(wall, cpu)...]}}, in turns, each round beginning with another terminal."""
    results = {payload: {terminal.name: [] for terminal in terminals} for payload in bench.payloads}
    for terminal in terminals:
        measure(bench, terminal, WARM_UP)
    for number in range(bench.rounds):
        turn = number % len(terminals)
        for payload in bench.payloads:
            for terminal in terminals[turn:] + terminals[:turn]:
                results[payload][terminal.name].append(measure(bench, terminal, payload))
    return results


def medians(results, index):
    return {payload: {name: median([sample[index] for sample in samples]) for name, samples in by_name.items()}
            for payload, by_name in results.items()}


def show(title, names, figures):
    rows = [(payload, [by_name[name] for name in names]) for payload, by_name in figures.items()]
    rows.append(("geometric mean", [geometric_mean([by_name[name] for by_name in figures.values()]) for name in names]))
    print_figures(title, names, rows)


def ratio(figures, name, other):
    """Geometric mean over the payloads of one terminal's figure to another's."""
    return geometric_mean([by_name[name] / by_name[other] for by_name in figures.values()])


def worst_payload(figures, peers):
    ratios = {payload: by_name["ours"] / min(by_name[name] for name in peers) for payload, by_name in figures.items()}
    payload = max(ratios, key=ratios.get)
    return payload, ratios[payload]


def measured(bench, start, names):
    """Wall and processor seconds of each payload in each terminal."""
    terminals = [start(name, place) for place, name in enumerate(names)]
    results = run(bench, terminals)
    for terminal in terminals:
        terminal.close()
    return medians(results, 0), medians(results, 1)


def local(bench):
    peers = bench.peers(["urxvt", "konsole", "alacritty"])
    names = ["ours", *peers, "floor"]
    wall, cpu = measured(bench, bench.local, names)
    show("cat on a local pty, wall seconds (floor: the same read to nowhere)", names, wall)
    show("the same, processor seconds of terminal and X server", names, cpu)
    limits = {"konsole": 0.45, "alacritty": 0.6, "urxvt": 0.8}
    for peer in peers:
        yield Verdict("G1", f"cat, wall, to {peer}, geometric mean", ratio(wall, "ours", peer), limits[peer])
    if peers:
        payload, worst = worst_payload(wall, peers)
        yield Verdict("G1", f"cat, wall, worst payload to the best peer ({payload})", worst, 1.3)
    if "konsole" in peers:
        yield Verdict("G2", "cat, processor time, to konsole, geometric mean", ratio(cpu, "ours", "konsole"), 0.30)


def remote(bench):
    peers = bench.peers(["konsole"])
    names = ["ours", *peers, "floor"]
    wall, cpu = measured(bench, bench.remote, names)
    show("cat over SSH, wall seconds (floor: our channel read to nowhere)", names, wall)
    show("the same, processor seconds of terminal, client and X server", names, cpu)
    for peer in peers:
        yield Verdict("G4", f"cat over SSH, wall, to {peer} with ssh, geometric mean", ratio(wall, "ours", peer), 0.5)
    yield Verdict("G4", "cat over SSH, speed, to the channel read to nowhere", ratio(wall, "floor", "ours"), 0.9,
                  at_least=True)
