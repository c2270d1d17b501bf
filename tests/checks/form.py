# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of every source file: licence header, size, `#pragma once`."""

LICENSED_SUFFIXES = {".cpp", ".h", ".py", ".sh", ".cmake", ".svg", ".bash", ".zsh", ".fish", ".1"}
LICENSED_NAMES = {"CMakeLists.txt", "rules"}
NOTICE = "SPDX-FileCopyrightText:"
LICENCE = "SPDX-License-Identifier: EUPL-1.2"
REPORTED_LINES = 500
MOST_LINES = 800
# One file on purpose, so that a recipient of a report can read and carry it as one.
MOST_LINES_OF = {"packaging/verify-report.py": 1000}


def wants_notice(file):
    if file.suffix in LICENSED_SUFFIXES or file.name in LICENSED_NAMES:
        return True
    return file.suffix == "" and file.text.startswith("#!")


def notices(files):
    for file in files:
        head = "\n".join(file.lines[:5])
        if wants_notice(file) and (NOTICE not in head or LICENCE not in head):
            yield f"{file.path}:1: the two-line SPDX header is missing"


def guards(files):
    for file in files:
        if file.suffix == ".h" and "#pragma once" not in file.lines:
            yield f"{file.path}:1: #pragma once is missing"


def sizes(files):
    for file in files:
        if file.is_cpp or file.suffix in {".py", ".sh"}:
            most = MOST_LINES_OF.get(file.path, MOST_LINES)
            if len(file.lines) > most:
                yield f"{file.path}: {len(file.lines)} lines; {most} is the most"


def large_files(files):
    """Not findings: places to look."""
    return [f"{file.path}: {len(file.lines)} lines" for file in files
            if (file.is_cpp or file.suffix == ".py") and len(file.lines) > REPORTED_LINES]


def check(files):
    return [*notices(files), *guards(files), *sizes(files)]
