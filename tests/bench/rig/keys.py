# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""G5 and G6: from a key to the first drawing of its echo, and from Ctrl+C under a flood until the terminal has caught up."""

import random
import time

from rig.table import Verdict, median, print_figures, quantile
from rig.terminals import BareWindow, rest

KEYS = 100  # a round
INTERRUPTS = 5  # a round
FRAME_MS = 1000 / 60
LONGEST = 5  # seconds: a key without a drawing in that time is a fault
KEY_A, KEY_C, KEY_CONTROL = 0x61, 0x63, 0xFFE3  # keysymdef.h


def key_to_pixel(bench, terminal, count):
    """Milliseconds from the injected key to the first drawing in the window; the picture has to differ afterwards."""
    display = bench.display
    code, other = display.key_code(KEY_A), display.key_code(KEY_C)
    if terminal.link:
        terminal.link.ask("echo")
    display.focus(terminal.window)
    rest(0.5)
    display.press(other)  # so that the keys which count change the picture of a widget with one letter, too
    display.release(other)
    display.sync()
    rest()
    damage = display.watch(terminal.window)
    before = display.pixels(terminal.window)
    samples = []
    for _ in range(count):
        time.sleep(random.uniform(0.03, 0.07))  # as a person types, and at no fixed phase of a frame
        display.forget_events()
        begin = time.monotonic()
        display.press(code)
        display.flush()
        drawn = display.await_damage(LONGEST)
        display.release(code)
        display.flush()
        if drawn is None:
            raise RuntimeError(f"{terminal.name}: a key was not drawn in {LONGEST} s")
        samples.append(1000 * (drawn - begin))
    rest()
    display.unwatch(damage)
    if display.pixels(terminal.window) == before:
        raise RuntimeError(f"{terminal.name}: keys change nothing in the picture")
    return samples


def take_turns(bench, terminals, measure, count):
    results = {terminal.name: [] for terminal in terminals}
    for number in range(bench.rounds):
        turn = number % len(terminals)
        for terminal in terminals[turn:] + terminals[:turn]:
            results[terminal.name] += measure(bench, terminal, count)
    for terminal in terminals:
        terminal.close()
    return results


def show(title, results, parts):
    print_figures(title, [f"p{100 * part:.0f}" for part in parts] + ["worst"],
                  [(name, [quantile(samples, part) for part in parts] + [max(samples)]) for name, samples in results.items()],
                  digits=2)


def key(bench):
    peers = bench.peers(["xterm", "alacritty", "konsole"])
    terminals = [bench.local("ours", 0), BareWindow(bench, 1),
                 *(bench.local(peer, place) for place, peer in enumerate(peers, 2))]
    results = take_turns(bench, terminals, key_to_pixel, KEYS)
    over_ssh = take_turns(bench, [bench.remote("ours")], key_to_pixel, KEYS)["ours"]
    show("key to first drawing, ms", results | {"ours over SSH": over_ssh}, [0.5, 0.99])
    ours = median(results["ours"])
    yield Verdict("G5", "key to pixel, p50, to a bare Qt widget", ours / median(results["bare"]), 1.1)
    yield Verdict("G5", "key to pixel, p99", quantile(results["ours"], 0.99), FRAME_MS, unit="ms")
    yield Verdict("G5", "key to pixel over SSH, p50, beyond that on a local pty (two echoes)", median(over_ssh) - ours,
                  2 * echo_ms(bench), unit="ms")


def echo_ms(bench):
    """Our echo time as ssh_bench prints it."""
    for line in bench.output(bench.programs / "ssh_bench", "echo").splitlines():
        if line.startswith("echo"):
            return float(line.split("p50")[1].split()[0])
    raise RuntimeError("ssh_bench did not print an echo time")


def interrupts(bench, terminal, count):
    """Milliseconds from Ctrl+C under a flood until the terminal has answered what came behind it."""
    display = bench.display
    control, letter = display.key_code(KEY_CONTROL), display.key_code(KEY_C)
    display.focus(terminal.window)
    samples = []
    for _ in range(count):
        terminal.link.send("flood")
        rest(random.uniform(0.6, 1.2))  # buffers fill
        display.press(control)
        begin = time.monotonic()
        display.press(letter)
        display.flush()
        answer = terminal.link.answer()
        display.release(letter)
        display.release(control)
        display.flush()
        samples.append(1000 * (answer["at"] - begin))
        rest()
    return samples


def interrupt(bench):
    peers = bench.peers(["konsole", "alacritty"])
    terminals = [bench.remote(name, place) for place, name in enumerate(["ours", *peers])]
    results = take_turns(bench, terminals, interrupts, INTERRUPTS)
    show("Ctrl+C under a flood over SSH until caught up, ms", results, [0.5, 0.95])
    ours = quantile(results["ours"], 0.95)
    yield Verdict("G6", "Ctrl+C under a flood over SSH, p95", ours, 50, unit="ms")
    if "konsole" in peers:
        yield Verdict("G6", "the same to konsole with ssh", ours / quantile(results["konsole"], 0.95), 0.3)
