# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report before two verifiers that share no code: holdpoint-cli and packaging/verify-report.py."""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from host import CLI, SOURCE, environment

REPORTS = SOURCE / "tests/fixtures/reports"
SCRIPT = SOURCE / "packaging/verify-report.py"
KINDS = ("signed", "unsigned", "erased")
PARTS = ("signature", "completeness", "ledger")
OPTIONAL = ("timestamp", "certificate")
# What lies in these may be written in more than one way.
LOOSE = {"MANIFEST.sha256.p7s", "MANIFEST.sha256.sig.tsr"}
specification = importlib.util.spec_from_file_location("verifyreport", SCRIPT)
verifyreport = importlib.util.module_from_spec(specification)
specification.loader.exec_module(verifyreport)


def without_reasons(verdicts):
    """What must be the same in both; reasons are for people."""
    ledger = {key: value for key, value in verdicts["ledger"].items() if key != "reason"}
    signature = {key: value for key, value in verdicts["signature"].items() if key != "reason"}
    files = sorted((file["name"], file["state"]) for file in verdicts["completeness"]["files"])
    optional = {part: {key: value for key, value in verdicts[part].items() if key != "reason"} for part in OPTIONAL}
    return {"signature": signature, "completeness": (verdicts["completeness"]["verdict"], files), "ledger": ledger, **optional}


def words(verdicts):
    return tuple(verdicts[part]["verdict"] for part in PARTS)


def optional_words(verdicts):
    return tuple(verdicts[part]["verdict"] for part in OPTIONAL)


class VerifierTest(unittest.TestCase):
    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="holdpoint-verify-"))
        self.addCleanup(shutil.rmtree, self.place, ignore_errors=True)
        self.key = self.place / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.key], check=True)
        self.allowed = self.place / "allowed_signers"
        self.allow(self.line())

    def line(self, options=""):
        return f"holder@noc.example {options} {' '.join(self.key.with_suffix('.pub').read_text().split()[:2])}\n"

    def allow(self, *lines):
        self.allowed.write_text((REPORTS / "allowed_signers").read_text() + "".join(lines))

    def copy(self, kind):
        shutil.rmtree(self.place / "report", ignore_errors=True)
        (self.place / "elsewhere").unlink(missing_ok=True)
        shutil.copytree(REPORTS / kind, self.place / "report")
        return self.place / "report"

    def both(self, report, allowed=True, authorities=None):
        """The verdicts, after both verifiers said the same; `authorities` vouch for certificates and for time stamps."""
        call = [CLI, "verify", "--json", report] + (["--allowed-signers", self.allowed] if allowed else [])
        call += ["--ca", authorities, "--tsa-ca", authorities] if authorities else []
        done = subprocess.run(call, capture_output=True, timeout=120, env=environment())
        self.assertIn(done.returncode, (0, 1), done.stderr.decode(errors="replace")[-2000:])
        ours = json.loads(done.stdout)
        pem = authorities and pathlib.Path(authorities).read_bytes()
        other = verifyreport.verify(str(report), self.allowed.read_bytes() if allowed else None, pem, pem)
        self.assertEqual(without_reasons(ours), without_reasons(other), f"{ours}\n{other}")
        is_good = words(ours) == ("good",) * 3 and "bad" not in optional_words(ours)
        self.assertEqual(done.returncode, 0 if is_good else 1)
        return ours

    def script(self, *arguments, **options):
        done = subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, timeout=120,
                              env=environment(), **options)
        self.assertNotIn(b"Traceback", done.stderr)
        return done
