# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that must not stand in the tree, each with the reason, and the few places where one may."""

import re

SOURCES = {".cpp", ".h", ".py", ".sh", ".cmake", ".txt", ".bash", ".zsh", ".fish", ""}

FORBIDDEN = [
    (r"\bQ(VERIFY2?|COMPARE(_\w+)?|TRY_\w+|SKIP|FAIL|EXPECT_FAIL)\b",
     "in a GoogleTest body these print nothing and the test passes"),
    (r"\b(GTEST_SKIP|DISABLED_)", "a test that does not run proves nothing; a missing server is a failed set-up"),
    (r"\bQEventLoop\b", "a nested event loop re-enters code that does not expect it"),
    (r"->exec\(\)|\b\w*[dD]ialog\w*\.exec\(|\b[mM]enu\w*\.exec\(", "a dialog is opened with open() and answers by signal"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", "what is missing belongs in an issue"),
    (r"\bQObject::sender\(\)|[^:\w]sender\(\)", "connect a lambda that knows its sender"),
    (r"\b(sleep|msleep|usleep)\(|\bsleep_for\(", "wait for the event, never for the time"),
]

# (path pattern, word pattern, reason)
ALLOWED = [
    (r"^tests/checks/(words|selftest)\.py$", r".", "the rule and its self-test have to name the words"),
    (r"^models/ledger/storage\.cpp$", r"^msleep\($",
     "nothing tells that another process will not sign its lock any more"),
    (r"^models/ledger/auditfile\.cpp$", r"^msleep\($",
     "the pause before the next copy of a ledger that another program is writing; SQLite has no event to wait for"),
    (r"^tests/(support/sshserver\.cpp|e2e/cli/host\.py)$", r"^m?sleep\($",
     "sshd does not say when it listens; its port is probed"),
    (r"^tests/bench/rig/(terminals|keys)\.py$", r"^m?sleep\($",
     "other people's terminals do not say when they are at rest, and keys come at a person's pace"),
    (r"^tests/(unit/ledger/durability_test\.cpp|e2e/cli/spine_test\.py)$", r"^m?sleep\($",
     "a process is killed at a moment that nothing announces"),
    (r"^tests/unit/ledger/(durability|storage)_test\.cpp$", r"^GTEST_SKIP$",
     "tracing and mounting are rights that a container may withhold and no set-up can install"),
    (r"^tests/(bench/sshrig|e2e/ssh/(sshchannel|jumphost)_test)\.cpp$", r"^QEventLoop$",
     "a program whose only work is to wait for one answer"),
]


def is_allowed(path, word):
    return any(re.search(place, path) and re.search(allowed, word) for place, allowed, _ in ALLOWED)


def check(files):
    findings = []
    for file in files:
        if file.suffix not in SOURCES:
            continue
        for number, line in enumerate(file.lines, 1):
            for pattern, reason in FORBIDDEN:
                match = re.search(pattern, line)
                if match and not is_allowed(file.path, match.group()):
                    findings.append(f"{file.path}:{number}: {match.group().strip()}: {reason}")
    return findings
