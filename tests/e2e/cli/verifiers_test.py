# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two verifiers that share no code say the same about reports, whole, damaged and forged; and a shell can do without both."""

import html
import json
import os
import pathlib
import random
import re
import shutil
import ssl
import stat
import subprocess
import sys
import unittest
import zipfile

import reportdamage as damage
import revocation
from host import BIN, CLI, SOURCE, Workspace, environment
from twoverifiers import (KINDS, LOOSE, REPORTS, SCRIPT, VerifierTest, optional_words, verifyreport, without_reasons,
                          words)


class Golden(VerifierTest):
    def test_the_kept_reports_of_format_1_have_the_verdicts_they_always_had(self):
        known = {("signed", True): ("good", "good", "good"), ("signed", False): ("unknown", "good", "good"),
                 ("unsigned", True): ("bad", "good", "unknown"), ("unsigned", False): ("unknown", "good", "unknown"),
                 ("erased", True): ("good", "good", "good"), ("erased", False): ("unknown", "good", "good")}
        for (kind, allowed), verdicts in known.items():
            self.assertEqual(words(self.both(REPORTS / kind, allowed)), verdicts, (kind, allowed))

    def test_who_signed_and_what_is_in_it_is_said(self):
        verdicts = self.both(REPORTS / "signed")
        self.assertEqual(verdicts["signature"]["signer"], "operator@noc.example")
        self.assertEqual(verdicts["ledger"]["checkpoint_signer"], "operator@noc.example")
        self.assertGreater(verdicts["ledger"]["size"], verdicts["ledger"]["entries"])
        self.assertEqual(len(verdicts["completeness"]["files"]), 5)

    def test_only_who_is_on_the_list_for_this_and_now_is_accepted(self):
        key = " ".join((REPORTS / "allowed_signers").read_text().split()[2:])
        for line, verdict in [(f"a@b.c,{'*'}@noc.example {key}", "good"), (f'"operator@noc.example" {key}', "good"),
                              (f'operator@noc.example valid-before="20200101" {key}', "bad"),
                              (f'operator@noc.example valid-after="20990101Z" {key}', "bad"),
                              (f'operator@noc.example namespaces="git,file" {key}', "bad"),
                              (f"operator@noc.example cert-authority {key}", "bad"),
                              (f"operator@noc.example made-up-option {key}", "bad"),
                              (f"x@y.z made-up-option {key}\noperator@noc.example {key}", "good"),
                              (f"# operator@noc.example {key}", "bad"), (self.line(), "bad"), ("", "bad"), ("\0\xff\n", "bad")]:
            self.allowed.write_text(line + "\n")
            self.assertEqual(self.both(REPORTS / "signed")["signature"]["verdict"], verdict, line)

    def test_a_signature_counts_for_its_own_namespace_and_message_only(self):
        for namespace in ("file", "ledger-checkpoint@holdpoint", "session-report@holdpoint"):
            folder = self.copy("signed")
            damage.sign(folder, self.key, namespace)
            verdict = "good" if namespace == "session-report@holdpoint" else "bad"
            self.assertEqual(self.both(folder)["signature"]["verdict"], verdict, namespace)
        folder = self.copy("signed")
        shutil.copy(REPORTS / "erased" / damage.SIGNATURE, folder)
        self.assertEqual(self.both(folder)["signature"]["verdict"], "bad")

    def test_every_kind_of_key_is_judged_alike(self):
        for options in (["-t", "ecdsa", "-b", "256"], ["-t", "ecdsa", "-b", "521"], ["-t", "rsa", "-b", "2048"], ["-t", "rsa", "-b", "1024"]):
            for path in (self.key, self.key.with_suffix(".pub")):
                path.unlink()
            subprocess.run(["ssh-keygen", "-q", "-N", "", "-f", self.key, *options], check=True)
            self.allow(self.line())
            folder = self.copy("signed")
            damage.sign_anew(folder, self.key)
            verdict = "bad" if "1024" in options else "good"
            self.assertEqual(self.both(folder)["signature"]["verdict"], verdict, options)

    def test_the_script_answers_on_the_command_line_as_the_program_does(self):
        for kind in KINDS:
            for options in ([], ["--allowed-signers", self.allowed]):
                ours = subprocess.run([CLI, "verify", REPORTS / kind, "--json", *options], capture_output=True, env=environment())
                other = self.script(REPORTS / kind, "--json", *options)
                self.assertEqual(other.returncode, ours.returncode, (kind, options))
                self.assertEqual(without_reasons(json.loads(other.stdout)), without_reasons(json.loads(ours.stdout)))
                self.assertEqual({part: set(verdict) for part, verdict in json.loads(other.stdout).items()},
                                 {part: set(verdict) for part, verdict in json.loads(ours.stdout).items()})
        self.assertIn(b"ledger: good\n", self.script(REPORTS / "signed").stdout)
        for wrong in ([self.place / "none"], [], [REPORTS / "signed", "--allowed-signers", self.place / "none"], ["--frobnicate"]):
            self.assertEqual(self.script(*wrong).returncode, 2, wrong)


class Certified(VerifierTest):
    """A report with all that it may have: a time stamp, and signatures by certificate over the manifest and in the PDF."""
    AUTHORITIES = REPORTS / "authorities.pem"
    ROUNDS = 38

    def said(self, report, authorities=AUTHORITIES):
        return optional_words(self.both(report, authorities=authorities))

    def test_the_kept_report_has_the_verdicts_it_always_had(self):
        verdicts = self.both(REPORTS / "certified", authorities=self.AUTHORITIES)
        self.assertEqual(words(verdicts) + optional_words(verdicts), ("good",) * 5)
        self.assertEqual((verdicts["timestamp"]["covers"], verdicts["timestamp"]["authority"]), (damage.SIGNATURE, "CN=tsa"))
        self.assertEqual((verdicts["certificate"]["covers"], verdicts["certificate"]["signer"]),
                         ([damage.MANIFEST, "report.pdf"], "CN=signer"))
        self.assertEqual(self.said(REPORTS / "certified", None), ("unknown", "unknown"))
        self.assertEqual(self.said(REPORTS / "signed", None), ("absent", "absent"))
        self.assertEqual(self.said(REPORTS / "signed"), ("bad", "bad"), "who names authorities asks for what they judge")

    def test_stock_tools_say_the_same(self):
        folder = self.copy("certified")
        shutil.copy(self.AUTHORITIES, folder.parent / "ca.pem")
        for call in ("openssl cms -verify -cades -binary -inform DER -in MANIFEST.sha256.p7s -content MANIFEST.sha256 "
                     "-CAfile ../ca.pem -out /dev/null",
                     "openssl ts -verify -data MANIFEST.sha256.sig -in MANIFEST.sha256.sig.tsr -CAfile ../ca.pem"):
            subprocess.run(call.split(), cwd=folder, check=True, capture_output=True)
        said = subprocess.run(["pdfsig", "-nocert", "report.pdf"], cwd=folder, check=True, capture_output=True, text=True).stdout
        for words_of_pdfsig in ("Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "SHA-256"):
            self.assertIn(words_of_pdfsig, said)

    def test_only_the_signature_beside_a_pdf_names_a_time(self):
        attributes = {"contentType", "messageDigest", "id-smime-aa-signingCertificateV2"}
        cms, _ = verifyreport.pdf_signature((REPORTS / "certified/report.pdf").read_bytes())
        for data, expected in ((cms, attributes),
                               ((REPORTS / "certified/MANIFEST.sha256.p7s").read_bytes(), attributes | {"signingTime"})):
            said = subprocess.run(["openssl", "cms", "-cmsout", "-print", "-inform", "DER"], input=data, check=True,
                                  capture_output=True).stdout.decode()
            signed = said.partition("signedAttrs:")[2].partition("signatureAlgorithm:")[0]
            self.assertEqual(set(re.findall(r"object: (\S+) \(", signed)), expected)

    def test_a_pdf_with_something_appended_was_changed_after_signing(self):
        folder = self.copy("certified")
        pdf = folder / "report.pdf"
        whole = pdf.read_bytes()
        update = whole[whole.rindex(b"xref\n", 0, whole.rindex(b"startxref")):]
        for more in (b"\n", b"%%EOF\n", update, b"/ByteRange [0 1 2 3]", whole):
            pdf.write_bytes(whole + more)
            damage.sign_anew(folder, self.key)
            self.allow(self.line())
            verdicts = self.both(folder, authorities=self.AUTHORITIES)
            self.assertEqual(words(verdicts), ("good", "good", "good"))
            self.assertEqual(verdicts["certificate"]["verdict"], "bad")
            if more != b"/ByteRange [0 1 2 3]":
                (folder / "MANIFEST.sha256.p7s").unlink(missing_ok=True)
                self.assertIn("changed after signing", self.both(folder, authorities=self.AUTHORITIES)["certificate"]["reason"])

    def test_a_pdf_that_leaves_more_out_than_its_signature_is_refused(self):
        folder = self.copy("certified")
        (folder / "MANIFEST.sha256.p7s").unlink()
        pdf = folder / "report.pdf"
        whole = pdf.read_bytes()
        digits = re.search(rb"/Contents (<[0-9a-f]+>)", whole)
        start, end = digits.span(1)
        for changed in (whole[:end - 3] + b"41>" + whole[end:], whole[:start] + b"(" + whole[start + 1:],
                        re.sub(rb"/ByteRange \[0 (\d+)", lambda m: b"/ByteRange [1 " + m[1], whole),
                        re.sub(rb"/ByteRange \[0 (\d)", lambda m: b"/ByteRange [0 9", whole),
                        re.sub(rb"/ByteRange \[0 (\d+)", lambda m: b"/ByteRange [00" + m[1], whole),
                        whole.replace(b"/ByteRange [", b"/ByteRange ("), whole.replace(b"/Type /Sig\n", b"/Type /Sog\n")):
            self.assertNotEqual(changed, whole)
            pdf.write_bytes(changed)
            self.assertEqual(self.said(folder)[1], "bad")

    def test_parts_of_another_report_do_not_fit(self):
        folder = self.copy("certified")
        damage.sign_anew(folder, self.key)
        self.allow(self.line())
        self.assertEqual(self.said(folder), ("bad", "good"), "the stamp is over the signature that was there")
        manifest = folder / damage.MANIFEST
        manifest.write_text(manifest.read_text().replace("report.html", "report.xhtml"))
        damage.sign(folder, self.key)
        self.assertEqual(self.said(folder), ("bad", "bad"))
        folder = self.copy("certified")
        shutil.copy(folder / "MANIFEST.sha256.sig.tsr", folder / "MANIFEST.sha256.tsr")
        self.assertEqual(words(self.both(folder))[1], "bad", "a second stamp, which nobody judges")
        folder = self.copy("certified")
        (folder / damage.SIGNATURE).unlink()
        self.assertEqual(self.said(folder, None), ("bad", "unknown"), "a stamp without what it is over")
        (folder / "MANIFEST.sha256.sig.tsr").rename(folder / "MANIFEST.sha256.tsr")
        self.assertEqual(self.said(folder, None), ("bad", "unknown"), "a stamp over something else")

    def test_the_zip_is_judged_as_the_folder(self):
        path = self.place / "certified.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in (REPORTS / "certified").iterdir():
                archive.write(file, file.name)
        self.assertEqual(without_reasons(self.both(path, authorities=self.AUTHORITIES)),
                         without_reasons(self.both(REPORTS / "certified", authorities=self.AUTHORITIES)))

    def test_whatever_happens_to_it_both_say_the_same_and_nothing_changed_is_good(self):
        original = {path.name: path.read_bytes() for path in (REPORTS / "certified").iterdir()}
        for seed in range(self.ROUNDS):
            chance = random.Random(f"certified {seed}")
            what = damage.ACCIDENTS[seed % len(damage.ACCIDENTS)]
            folder = self.copy("certified")
            what(folder, chance)
            now = {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}
            changed = {name for name in now.keys() | original.keys() if now.get(name, b"") != original.get(name, b"")}
            with self.subTest(seed=seed, what=what.__name__, changed=changed):
                verdicts = self.both(folder, authorities=self.AUTHORITIES)
                if not changed <= LOOSE:
                    self.assertIn("bad", words(verdicts) + optional_words(verdicts))


class Revoked(VerifierTest):
    def setUp(self):
        super().setUp()
        self.authorities = self.place / "authorities"
        self.authorities.mkdir()
        subprocess.run([sys.executable, SOURCE / "tests/support/authorities.py", "make", self.authorities], check=True,
                       capture_output=True)
        self.folder = self.copy("signed")
        self.sign("signer")

    def openssl(self, *arguments):
        return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, cwd=self.authorities).stdout

    def sign(self, name, *options):
        self.openssl("cms", "-sign", "-cades", "-binary", "-md", "sha256", "-in", self.folder / damage.MANIFEST, "-signer",
                     f"{name}.pem", "-inkey", f"{name}.key", *options, "-outform", "DER", "-out", self.signature())

    def signature(self):
        return self.folder / "MANIFEST.sha256.p7s"

    def list(self, name, *options):
        """What an authority has revoked by now."""
        self.openssl("ca", "-config", "openssl.cnf", "-gencrl", "-crldays", "1", "-out", name, *options)
        return ["--crl", self.authorities / name]

    def revoke(self, name):
        self.openssl("ca", "-config", "openssl.cnf", "-revoke", f"{name}.pem")

    def write(self, name, data):
        (self.authorities / name).write_bytes(data)
        return ["--crl", self.authorities / name]

    def test_a_certificate_counts_until_its_authority_takes_it_back(self):
        self.assertEqual(self.told([]), "good")
        self.assertEqual(self.told(self.list("before.crl")), "good")
        self.revoke("signer")
        after = self.list("after.crl")
        self.assertEqual(self.told(after), "bad")
        self.assertEqual(self.told([]), "good")
        self.refused([*after], authorities=None)

    def test_a_signature_does_not_bring_the_list_by_which_it_is_judged(self):
        self.list("before.crl")
        self.revoke("signer")
        after = self.list("after.crl")
        old = self.openssl("crl", "-in", "before.crl", "-outform", "DER")
        self.signature().write_bytes(revocation.bringing(self.signature().read_bytes(), old))
        self.assertEqual(self.told(after, "it brings its own lists of revoked certificates along"), "bad")
        self.assertEqual(self.told([]), "bad")

    def test_an_authority_that_was_itself_revoked_vouches_for_nobody(self):
        self.openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "sub.key", "-out", "sub.csr", "-subj", "/CN=sub",
                     "-config", "openssl.cnf")
        self.openssl("ca", "-batch", "-notext", "-config", "openssl.cnf", "-in", "sub.csr", "-out", "sub.pem", "-days", "9",
                     "-extensions", "authority")
        self.openssl("x509", "-req", "-in", "signer.csr", "-CA", "sub.pem", "-CAkey", "sub.key", "-CAcreateserial", "-out",
                     "signer.pem", "-extfile", "openssl.cnf", "-extensions", "signs")
        self.sign("signer", "-certfile", "sub.pem")
        self.list("sub.crl", "-cert", "sub.pem", "-keyfile", "sub.key")
        self.list("root.crl")
        below = (self.authorities / "sub.crl").read_bytes()
        self.assertEqual(self.told([]), "good")
        self.assertEqual(self.told(self.write("both.crl", below + (self.authorities / "root.crl").read_bytes())), "good")
        self.assertEqual(self.told(["--crl", self.authorities / "sub.crl"]), "bad", "nobody says what the root has revoked")
        self.revoke("sub")
        self.list("root.crl")
        self.assertEqual(self.told(self.write("both.crl", below + (self.authorities / "root.crl").read_bytes())), "bad")

    def test_a_file_of_lists_holds_nothing_else_and_each_can_be_relied_on(self):
        self.list("good.crl")
        good = (self.authorities / "good.crl").read_bytes()
        other = (self.authorities / "other-ca.pem").read_bytes()
        endless = revocation.without_an_end(self.openssl("crl", "-in", "good.crl", "-outform", "DER"))
        endless = ssl.DER_cert_to_PEM_cert(endless).replace("CERTIFICATE", "X509 CRL").encode()
        middle = len(good) // 2
        for name, data in (("none", None), ("certificate", other), ("too", good + other), ("empty", b""),
                           ("endless", endless), ("second-endless", good + endless),
                           ("damaged", good + good[:middle] + b"!" + good[middle + 1:]), ("cut-off", good + good[:middle]),
                           ("not-der", good + re.sub(rb"\nMI", b"\nAA", good))):
            wrong = ["--crl", self.authorities / name] if data is None else self.write(name, data)
            with self.subTest(name=name):
                self.refused(wrong)
        ca = (self.authorities / "ca.pem").read_bytes()
        self.write("together.pem", ca + endless)
        self.refused([], authorities="together.pem")

    def refused(self, options, authorities="ca.pem"):
        """Both say that the call is wrong."""
        options = [*options, *(["--ca", self.authorities / authorities] if authorities else [])]
        for call in ([CLI, "verify"], [sys.executable, SCRIPT]):
            done = subprocess.run([*call, self.folder, *options], capture_output=True, env=environment())
            self.assertEqual(done.returncode, 2, (call, options, done.stdout, done.stderr))

    def told(self, options, reason=""):
        """What both say of the certificate."""
        options = ["--json", "--allowed-signers", self.allowed, "--ca", self.authorities / "ca.pem", *options]
        said = [json.loads(subprocess.run([*call, self.folder, *options], capture_output=True, timeout=120,
                                          env=environment()).stdout)
                for call in ([CLI, "verify"], [sys.executable, SCRIPT])]
        for verdicts in said:
            self.assertIn(reason, verdicts["certificate"]["reason"])
        self.assertEqual(without_reasons(said[0]), without_reasons(said[1]), said)
        return said[0]["certificate"]["verdict"]


class Accidents(VerifierTest):
    ROUNDS = 57

    def test_whatever_happens_to_a_report_both_say_the_same_and_nothing_changed_is_good(self):
        for kind in KINDS:
            before = words(self.both(self.copy(kind)))
            for seed in range(self.ROUNDS):
                chance = random.Random(f"{kind} {seed}")
                what = damage.ACCIDENTS[seed % len(damage.ACCIDENTS)]
                folder = self.copy(kind)
                what(folder, chance)
                with self.subTest(kind=kind, seed=seed, what=what.__name__):
                    after = words(self.both(folder, allowed=seed % 5 != 0))
                    self.assertNotEqual(after, before)
                    self.assertIn("bad", after)


class Forgeries(VerifierTest):
    ROUNDS = 25

    def test_who_has_the_key_still_cannot_change_what_the_ledger_proves(self):
        for kind in KINDS:
            for seed in range(self.ROUNDS):
                chance = random.Random(f"forged {kind} {seed}")
                what = damage.FORGERIES[seed % len(damage.FORGERIES)]
                folder = self.copy(kind)
                what(folder, chance)
                damage.sign_anew(folder, self.key)
                with self.subTest(kind=kind, seed=seed, what=what.__name__):
                    after = words(self.both(folder))
                    self.assertEqual(after[:2], ("good", "good"))
                    if meaning(folder) != meaning(REPORTS / kind):
                        self.assertEqual(after[2], "bad")

    def test_a_manifest_vouches_only_for_the_proof_it_lists(self):
        folder = self.copy("signed")
        damage.unsign_the_checkpoint(folder, None)
        self.assertEqual(words(self.both(folder)), ("good", "bad", "unknown"))
        damage.sign_anew(folder, self.key)
        self.assertEqual(words(self.both(folder)), ("good", "good", "good"))


def meaning(folder):
    """All that a reader of the report is told; a salt whose bytes are not in the report says nothing."""
    def told(path):
        if path.name != "session.jsonl":
            return path.read_bytes()
        try:
            entries = [json.loads(line) for line in path.read_bytes().splitlines()]
            for entry in entries:
                if entry["type"] not in ("run-started", "output"):
                    for attachment in entry["attachments"]:
                        attachment["salt"] = attachment["salt"] and "a salt"
            return entries
        except (ValueError, KeyError, TypeError, RecursionError):
            return path.read_bytes()
    return {path.name: told(path) for path in folder.iterdir() if not path.name.startswith(damage.MANIFEST)}


class Hostile(VerifierTest):
    """Input made to break the reader. A verdict comes out, nothing is written, nothing is followed."""

    def refused(self, report, *options):
        temporary = self.place / "tmp"
        temporary.mkdir(exist_ok=True)
        before = sorted(map(str, self.place.rglob("*")))
        done = self.script(report, "--json", "--allowed-signers", self.allowed, *options, cwd=self.place,
                           preexec_fn=lambda: os.environ.update(TMPDIR=str(temporary)))
        ours = subprocess.run([CLI, "verify", report, "--json", "--allowed-signers", self.allowed], capture_output=True, timeout=120,
                              cwd=self.place, env={**environment(), "TMPDIR": str(temporary)})
        self.assertEqual((done.returncode, ours.returncode), (1, 1), done.stderr + ours.stderr)
        self.assertEqual(sorted(map(str, self.place.rglob("*"))), before, "something was written")
        self.assertIn("bad", words(json.loads(ours.stdout)))
        text = self.script(report)
        self.assertNotIn(b"\x1b", text.stdout)
        return json.loads(done.stdout)

    def zipped(self, *members, compression=zipfile.ZIP_DEFLATED):
        """A zip of the signed report, and what else is to be in it: (name or ZipInfo, bytes)."""
        path = self.place / "report.zip"
        with zipfile.ZipFile(path, "w", compression) as archive:
            for file in sorted((REPORTS / "signed").iterdir()):
                archive.write(file, file.name)
            for name, data in members:
                archive.writestr(name, data)
        return path

    def test_a_zip_of_a_report_is_judged_as_its_folder(self):
        expected = without_reasons(self.both(REPORTS / "signed"))
        for prefix in ("", "report/"):
            path = self.place / "whole.zip"
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                if prefix:
                    archive.writestr(prefix, b"")
                for file in (REPORTS / "signed").iterdir():
                    archive.write(file, prefix + file.name)
            done = self.script(path, "--json", "--allowed-signers", self.allowed)
            self.assertEqual((done.returncode, without_reasons(json.loads(done.stdout))), (0, expected))
            self.assertEqual(without_reasons(self.both(path)), expected)
        verdicts = self.refused(self.zipped(("notes.txt", b"x")))
        self.assertIn({"name": "notes.txt", "state": "unlisted", "reason": ""}, verdicts["completeness"]["files"])

    def test_bytes_that_do_not_unpack_are_told_alike_wherever_they_lie(self):
        path = self.place / "report.zip"
        files = sorted((REPORTS / "certified").iterdir())
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            with zipfile.ZipFile(path, "w", method) as archive:
                for file in files:
                    archive.write(file, file.name)
                packed = [(archive.getinfo(file.name).header_offset + 30 + len(file.name),
                           archive.getinfo(file.name).compress_size) for file in files]
            whole = path.read_bytes()
            for file, (begin, size) in zip(files, packed):
                for eighth in range(8) if file.suffix == ".cast" else (4,):
                    changed = bytearray(whole)
                    changed[begin + size * eighth // 8] ^= 0x10
                    path.write_bytes(changed)
                    with self.subTest(file=file.name, method=method, eighth=eighth):
                        self.told_alike(path, file.name)

    def told_alike(self, path, name):
        """Both say of the report that this file of it does not unpack, at the same place in the same words."""
        ours = self.both(path, authorities=REPORTS / "authorities.pem")
        pem = (REPORTS / "authorities.pem").read_bytes()
        other = verifyreport.verify(str(path), self.allowed.read_bytes(), pem, pem)
        self.assertEqual({part: verdict["reason"] for part, verdict in ours.items()},
                         {part: verdict["reason"] for part, verdict in other.items()})
        self.assertEqual(ours["completeness"], other["completeness"])
        self.assertIn(f"{name}: its bytes do not unpack", json.dumps(ours))
        if name == "terminal-1.cast":
            self.assertEqual((ours["ledger"]["first_bad"], ours["ledger"]["reason"]), (None, f"{name}: its bytes do not unpack"))

    def test_a_zip_that_would_write_elsewhere_is_refused(self):
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        pipe = zipfile.ZipInfo("pipe")
        pipe.external_attr = (stat.S_IFIFO | 0o600) << 16
        for member in (("../evil", b"x"), ("/etc/evil", b"x"), ("a/../../evil", b"x"), ("..\\evil", b"x"), ("more/x", b"x"),
                       (link, b"/etc/passwd"), (pipe, b""), ("report.html", b"twice")):
            with self.subTest(member=str(member[0])):
                verdicts = self.refused(self.zipped(member))
                self.assertEqual(words(verdicts), ("bad", "bad", "bad"))
        path = self.zipped(("evil-.txt", b"x"))
        path.write_bytes(path.read_bytes().replace(b"evil-.txt", b"evil\0.txt"))
        self.assertEqual(words(self.refused(path)), ("bad", "bad", "bad"))

    def test_bombs_and_broken_zips_are_refused(self):
        many = self.place / "many.zip"
        with zipfile.ZipFile(many, "w") as archive:
            for count in range(10_001):
                archive.writestr(f"f{count}", b"")
        self.refused(many)
        # The headers' word is not taken for it: each claims 3 GiB.
        bomb = self.zipped(("big-1", b"\0" * 5_000_000), ("big-2", b"\0" * 5_000_001))
        data = bomb.read_bytes()
        for size in (5_000_000, 5_000_001):
            data = data.replace(size.to_bytes(4, "little"), (3 << 30).to_bytes(4, "little"))
        bomb.write_bytes(data)
        self.assertIn("4 GiB", self.refused(bomb)["completeness"]["reason"])
        whole = self.zipped().read_bytes()
        chance = random.Random(1)
        path = self.place / "broken.zip"
        for _ in range(40):
            broken = bytearray(whole)
            for _ in range(chance.randrange(1, 4)):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            path.write_bytes(broken[:chance.randrange(len(broken))] if chance.random() < 0.3 else broken)
            verdicts = verifyreport.verify(str(path), self.allowed.read_bytes())
            ours = subprocess.run([CLI, "verify", path, "--json", "--allowed-signers", self.allowed], capture_output=True,
                                  timeout=120, env=environment())
            self.assertIn(ours.returncode, (0, 1), ours.stderr)
            for said in (verdicts, json.loads(ours.stdout)):
                if words(said) == ("good",) * 3:
                    self.assertEqual(self.contents(path), self.contents(self.zipped()), "good, with other bytes")
        for data in (b"", b"PK\x05\x06", b"\0" * 100, whole[:-1], b"PK\x05\x06" + b"\xff" * 18):
            path.write_bytes(data)
            self.refused(path)

    @staticmethod
    def contents(path):
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def test_files_that_no_report_has_are_not_opened_or_not_read_whole(self):
        folder = self.copy("signed")
        for name in ("session.jsonl", "report.html", damage.SIGNATURE):
            os.truncate(folder / name, 1 << 40)
        self.assertEqual(words(self.both(folder)), ("bad", "bad", "bad"))
        self.refused(folder)
        folder = self.copy("signed")
        (folder / "runbook.md").unlink()
        (folder / "runbook.md").symlink_to("/dev/zero")
        (folder / "terminal-1.cast").unlink()
        (folder / "terminal-1.cast").mkdir()
        self.assertEqual(words(self.both(folder)), ("good", "bad", "bad"))
        os.mkfifo(self.place / "pipe")
        self.refused(self.place / "pipe")

    def test_names_that_leave_the_folder_or_steer_a_terminal_are_harmless(self):
        for name in ("../allowed_signers", "/etc/passwd", "a/b", "..", "x\x1b[31m", "\xff", "a\0b", "a b"):
            folder = self.copy("signed")
            with open(folder / damage.MANIFEST, "ab") as manifest:
                manifest.write(b"0" * 64 + b"  " + name.encode("latin-1") + b"\n")
            self.assertEqual(words(self.both(folder))[:2], ("bad", "bad"))
            self.refused(folder)
        folder = self.copy("signed")
        (folder / "\x1b]0;evil\x07\n").write_text("")
        (pathlib.Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe"))).write_text("")
        self.refused(folder)

    def test_a_thousand_listed_files_do_not_hide_an_added_one(self):
        folder = self.copy("signed")
        for count in range(1000):
            (folder / f"extra-{count}").write_text("x")
        damage.sign_anew(folder, self.key)
        self.assertEqual(self.both(folder)["completeness"]["verdict"], "good")
        (folder / "zzz").write_text("x")
        self.assertEqual(self.both(folder)["completeness"]["verdict"], "bad")

    def test_where_memory_runs_out_no_file_is_blamed(self):
        folder = verifyreport.Folder(str(REPORTS / "signed"))
        self.addCleanup(os.close, folder.descriptor)
        with self.assertRaises(MemoryError), verifyreport.Report(folder).open("report.html"):
            raise MemoryError

    def test_without_ssh_keygen_there_is_no_verdict(self):
        done = subprocess.run([sys.executable, SCRIPT, REPORTS / "signed"], capture_output=True, env={"PATH": "/nowhere"})
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertNotIn(b"Traceback", done.stderr)


class Erased(VerifierTest):
    """Bytes that are missing from a report are missing for a reason that stands in the ledger."""
    def setUp(self):
        super().setUp()
        self.workspace = Workspace()
        self.addCleanup(self.workspace.close)
        book = self.workspace.write("book.md", "# Look\n\n**Steps**:\n1. Look\n   ```bash\n   echo this\n   ```\n")
        self.calls("run", f"{book}#look", "--practice", "--no-input")
        self.run_id = self.workspace.json("runs")[1]["runs"][0]["id"]
        self.allow(self.line())

    def calls(self, *arguments):
        done = self.workspace.call(*arguments)
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr[-2000:])

    def report(self, name):
        folder = self.place / name
        self.calls("report", self.run_id, "--out", folder, "--sign", self.key)
        return folder

    def call_erased(self, report):
        """Somebody with the key hides the recording: no bytes, and the word that they were erased. Their first entry."""
        lines, hidden = [], []
        for line in (report / "session.jsonl").read_text().splitlines():
            entry = json.loads(line)
            if entry["type"] == "output":
                hidden.append(entry["seq"])
                entry["attachments"][0].update(erased=True, salt="")
            lines.append(json.dumps(entry, separators=(",", ":")) + "\n")
        (report / "session.jsonl").write_text("".join(lines))
        cast = report / "terminal-1.cast"
        cast.write_text(cast.read_text().splitlines()[0] + "\n")
        damage.sign_anew(report, self.key)
        return hidden[0]

    def test_bytes_that_were_erased_on_record_are_no_fault(self):
        self.calls("ledger", "erase", "--run", self.run_id, "--reason", "request 17", "--yes")
        report = self.report("erased")
        self.assertIn('"erased":true', (report / "session.jsonl").read_text())
        verdicts = self.both(report)
        self.assertEqual((words(verdicts), verdicts["ledger"]["reason"]), (("good",) * 3, ""))

    def test_bytes_that_are_only_called_erased_make_the_proof_bad_and_their_entry_is_named(self):
        report = self.report("whole")
        self.assertEqual(words(self.both(report)), ("good",) * 3)
        hidden = self.call_erased(report)
        verdicts = self.both(report)
        self.assertEqual(words(verdicts), ("good", "good", "bad"))
        self.assertEqual(verdicts["ledger"]["first_bad"], hidden)
        self.assertEqual(verdicts["ledger"]["reason"], "bytes of the entry are missing, and no later entry says that they were erased")
        self.assertIn(verdicts["ledger"]["reason"].encode(), self.script(report).stdout)

    def test_of_a_run_from_before_that_was_recorded_it_is_said(self):
        verdicts = self.both(REPORTS / "erased")
        self.assertIn("the run is older than the entries that say who erased what", verdicts["ledger"]["reason"])
        self.assertIn(verdicts["ledger"]["reason"].encode(), self.script(REPORTS / "erased", "--allowed-signers", self.allowed).stdout)


class Stranger(VerifierTest):
    """With OpenSSH, grep and the core utilities, following the page inside the report."""
    TOOLS = ("ssh-keygen", "sha256sum", "base64", "grep", "ls", "cut", "head", "tail")

    def setUp(self):
        super().setUp()
        self.tools = self.place / "tools"
        self.tools.mkdir()
        for tool in self.TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool))
        self.workspace = workspace = Workspace()
        self.addCleanup(workspace.close)
        book = workspace.write("book.md", "# Look\n\n**Steps**:\n1. Look\n   ```bash\n   echo 'a \"record\":\"b\" c'\n   ```\n")
        self.calls(workspace, "run", f"{book}#look", "--practice", "--no-input")
        self.made = run = workspace.json("runs")[1]["runs"][0]["id"]
        self.report = self.place / "fresh" / "report"
        self.calls(workspace, "report", run, "--out", self.report, "--sign", self.key, "--operator", "o'brien@noc.example")
        self.unsigned = self.place / "fresh" / "unsigned"
        self.calls(workspace, "report", run, "--out", self.unsigned)
        key = " ".join(self.key.with_suffix(".pub").read_text().split()[:2])
        (self.place / "fresh" / "allowed_signers").write_text(f"o'brien@noc.example {key}\n")

    def calls(self, workspace, *arguments):
        done = workspace.call(*arguments)
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr[-2000:])

    @staticmethod
    def blocks(report, mark):
        page = (report / "report.html").read_text()
        return [html.unescape(text) for text in re.findall(rf'<pre{mark} tabindex="0">\n(.*?)</pre>', page, re.DOTALL)]

    def type(self, command, report):
        done = subprocess.run(["/bin/sh", "-c", command], cwd=report, env={"PATH": str(self.tools)}, capture_output=True, text=True)
        self.assertNotIn("not found", done.stderr)
        return done.returncode, done.stdout + done.stderr

    def outcome(self, report):
        """What the steps of the page come to, one truth a step."""
        signer, files, added, records, *checkpoint = self.blocks(report, ' class="command"')
        said = [self.type(step, report) for step in (signer, files, added, records, *checkpoint)]
        lines = said[3][1].splitlines()
        listed = said[1][1].splitlines()
        return [said[0][0] == 0 and 'Good "session-report@holdpoint" signature' in said[0][1],
                said[1][0] == 0 and all(line.endswith(": OK") for line in listed) and len(listed) >= 4,
                said[2][1].split("\n") == [damage.MANIFEST, damage.SIGNATURE, ""],
                len(lines) == 2 and lines[0] == lines[1],
                bool(checkpoint) and said[4][0] == 0 and 'Good "ledger-checkpoint@holdpoint" signature' in said[4][1]]

    def test_the_page_is_enough_to_check_the_report(self):
        self.assertEqual(self.outcome(self.report), [True] * 5)
        self.assertEqual(len(self.blocks(self.report, ' class="command"')), 5)

    def test_a_report_in_another_language_is_checked_as_any_other(self):
        report = self.place / "fresh" / "bericht"
        self.calls(self.workspace, "report", self.made, "--out", report, "--sign", self.key, "--operator",
                   "o'brien@noc.example", "--language", "de")
        self.assertIn('<html lang="de">', (report / "report.html").read_text())
        self.assertEqual(words(self.both(report)), ("good",) * 3)
        self.assertEqual(self.outcome(report), [True] * 5)
        for name in ("runbook.md", "terminal-1.cast"):
            self.assertEqual((report / name).read_bytes(), (self.report / name).read_bytes(), name)

    def test_a_language_that_no_report_has_is_a_wrong_call(self):
        report = self.place / "fresh" / "other"
        done = self.workspace.call("report", self.made, "--out", report, "--language", "tlh")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn('"tlh"; there are: en, de, es, fr, it, nl, pl', done.stderr)
        self.assertFalse(report.exists())

    def test_each_step_notices_what_it_is_there_for(self):
        signature, proof = self.report / damage.SIGNATURE, self.report / "ledger-proof.txt"
        for path, step in ((self.report / "runbook.md", 1), (self.report / "session.jsonl", 1), (proof, 1), (signature, 0),
                           (self.report / damage.MANIFEST, 0)):
            before = path.read_bytes()
            path.write_bytes(before[:200] + bytes([before[200] ^ 1]) + before[201:] if len(before) > 200 else b"x" + before[1:])
            self.assertFalse(self.outcome(self.report)[step], path)
            path.write_bytes(before)
        for name in ("notes.txt", ".hidden", "report.html\nsession.jsonl"):
            (self.report / name).write_text("x")
            self.assertFalse(self.outcome(self.report)[2], name)
            (self.report / name).unlink()
        log = self.report / "session.jsonl"
        before = log.read_bytes()
        damage.drop_a_line(self.report, random.Random(3))
        self.assertFalse(self.outcome(self.report)[3])
        log.write_bytes(before)
        (self.place / "fresh" / "allowed_signers").write_text(self.allowed.read_text().splitlines()[0] + "\n")
        outcome = self.outcome(self.report)
        self.assertEqual((outcome[0], outcome[4]), (False, False))

    def test_an_unsigned_report_has_the_steps_that_need_no_key(self):
        files, added, records = self.blocks(self.unsigned, ' class="command"')
        self.assertEqual(self.type(files, self.unsigned)[0], 0)
        self.assertEqual(self.type(added, self.unsigned), (0, damage.MANIFEST + "\n"))
        first, second = self.type(records, self.unsigned)[1].splitlines()
        self.assertEqual(first, second)

    def test_the_programs_it_names_can_be_called_as_it_says(self):
        lines = [block for block in self.blocks(self.report, "") if "verify-report.py" in block][0].splitlines()
        for line in lines:
            call = line.replace("/usr/share/holdpoint/", f"{SCRIPT.parent}/")
            done = subprocess.run(["/bin/sh", "-c", call], cwd=self.report, capture_output=True, text=True,
                                  env={**environment(), "PATH": f"{BIN}:{os.environ['PATH']}"})
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
