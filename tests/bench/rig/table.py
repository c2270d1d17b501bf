# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Medians, ratios, and the table of what was met and by how much the rest was missed."""

import math
from dataclasses import dataclass


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def quantile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(part * len(ordered)) - 1)]


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values))


@dataclass
class Verdict:
    """One target: `value` was measured and is to be at most (or at least) `limit`."""
    target: str
    what: str
    value: float
    limit: float
    at_least: bool = False
    unit: str = "x"

    @property
    def met(self):
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def words(self):
        if self.met:
            return "met"
        missed = self.limit / self.value if self.at_least else self.value / self.limit
        return f"MISSED by {100 * (missed - 1):.0f} %"

    def line(self):
        sign = ">=" if self.at_least else "<="
        return f"{self.target:4} {self.what:62} {self.value:9.3g} {sign} {self.limit:<7.3g} {self.unit:8} {self.words()}"


def print_figures(title, columns, rows, digits=3):
    """`rows` is a list of (name, values); a value that is None was not measured."""
    print(f"\n{title}")
    print(f"{'':24}" + "".join(f"{column:>11}" for column in columns))
    for name, values in rows:
        cells = "".join(f"{'-' if value is None else f'{value:.{digits}f}':>11}" for value in values)
        print(f"{name:24}{cells}", flush=True)
