# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time stamps of reports and of the ledger, and signatures by certificate, as a user asks for them."""

import json
import os
import pty
import shutil
import subprocess
import sys
import unittest
import zipfile

from host import SOURCE, Workspace, environment, free_port

sys.path.insert(0, str(SOURCE / "tests/support"))
import authorities  # noqa: E402

BOOK = "# Look\n\n**Steps**:\n1. Look\n   ```bash\n   true\n   ```\n"


class TimestampTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = Workspace()
        cls.addClassCleanup(cls.place.close)
        cls.certificates = cls.place.path / "certificates"
        cls.certificates.mkdir(mode=0o700)
        authorities.make(cls.certificates)
        cls.server = authorities.serve(cls.certificates)
        cls.addClassCleanup(cls.server.server_close)
        cls.addClassCleanup(cls.server.shutdown)
        cls.key = cls.place.path / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", cls.key], check=True)
        cls.allowed = cls.place.write("allowed", f"op@noc {' '.join(cls.key.with_suffix('.pub').read_text().split()[:2])}\n")
        cls.password = cls.place.write("password", authorities.PASSWORD + "\n")
        cls.ca, cls.ledger = cls.certificates / "ca.pem", cls.place.data / "ledger"
        cls.book = cls.place.write("book.md", BOOK)
        cls.run_once()

    @classmethod
    def run_once(cls):
        done = cls.place.call("run", f"{cls.book}#look", "--practice", "--no-input")
        assert done.returncode == 0, done.stderr
        cls.run_id = cls.place.json("runs")[1]["runs"][0]["id"]

    def setUp(self):
        self.report = self.place.path / self.id().rpartition(".")[2]

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def tsa(self, path="/"):
        return "--tsa", self.url(path), "--tsa-ca", self.ca

    def expect(self, code, *arguments):
        done = self.place.call(*arguments)
        self.assertEqual(done.returncode, code, done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout + done.stderr

    def export(self, code, *options):
        return self.expect(code, "report", self.run_id, "--out", self.report, "--sign", self.key, "--operator", "op@noc", *options)

    def certificate(self, name="signer.p12"):
        return "--sign-x509", self.certificates / name, "--p12-password", f"file:{self.password}"

    def verify(self, report=None):
        return self.place.json("verify", report or self.report, "--allowed-signers", self.allowed, "--ca", self.ca, "--tsa-ca", self.ca)


class Reports(TimestampTest):
    def test_a_report_with_all_of_it_is_good_by_folder_and_by_zip(self):
        self.export(0, *self.tsa(), *self.certificate())
        code, verdicts = self.verify()
        self.assertEqual((code, {part["verdict"] for part in verdicts.values()}), (0, {"good"}), verdicts)
        page = (self.report / "report.html").read_text()
        self.assertIn("openssl ts -verify -data MANIFEST.sha256.sig", page)
        self.assertIn("CN=signer", page)
        self.report = self.report.with_suffix(".zip")
        self.export(0, "--zip", *self.tsa(), *self.certificate())
        code, zipped = self.verify()
        self.assertEqual((code, {part["verdict"] for part in zipped.values()}), (0, {"good"}), zipped)
        self.assertEqual(self.report.stat().st_mode & 0o777, 0o600)
        with zipfile.ZipFile(self.report) as archive:
            self.assertIsNone(archive.testzip())
        self.assertIn("stands there already", self.expect(5, "report", self.run_id, "--out", self.report, "--zip"))

    def test_the_commands_of_the_page_work_as_they_stand_there(self):
        self.export(0, *self.tsa(), *self.certificate())
        for name in ("ca.pem", "tsa-ca.pem"):
            shutil.copy(self.ca, self.report.parent / name)
        for command, words in (
                ("openssl cms -verify -cades -binary -purpose any -inform DER -in MANIFEST.sha256.p7s -content MANIFEST.sha256 "
                 "-CAfile ../ca.pem -no-CApath -no-CAstore -out /dev/null", "successful"),
                ("openssl ts -verify -data MANIFEST.sha256.sig -in MANIFEST.sha256.sig.tsr -CAfile ../tsa-ca.pem", "OK"),
                ("pdfsig report.pdf", "Total document signed")):
            self.assertIn(command, " ".join((self.report / "report.html").read_text().replace("\\\n", " ").split()))
            done = subprocess.run(command.split(), cwd=self.report, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(words, done.stdout + done.stderr)

    def test_without_an_authority_that_answers_the_report_is_complete_and_says_so(self):
        said = self.export(1, "--tsa", f"http://127.0.0.1:{free_port()}/", "--tsa-ca", self.ca)
        self.assertIn("no time stamp: ", said)
        self.assertIn(": signed\n", said)
        code, verdicts = self.place.json("verify", self.report, "--allowed-signers", self.allowed)
        self.assertEqual((code, verdicts["timestamp"]["verdict"]), (0, "absent"))
        self.assertEqual(self.verify()[1]["timestamp"]["verdict"], "bad")
        for path in ("/wrong-imprint", "/wrong-nonce", "/expired", "/refuse", "/redirect", "/error", "/large", "/garbage"):
            self.assertIn("The report is as it was", self.expect(1, "stamp", self.report, *self.tsa(path)))
            self.assertFalse((self.report / "MANIFEST.sha256.sig.tsr").exists())
        self.expect(0, "stamp", self.report, *self.tsa())
        self.assertEqual(self.verify()[1]["timestamp"]["verdict"], "good")
        self.assertIn("stands there already", self.expect(1, "stamp", self.report, *self.tsa()))

    def test_a_zip_that_was_left_without_its_stamp_gets_it_later(self):
        self.report = self.report.with_suffix(".zip")
        self.export(0, "--zip")
        self.expect(0, "stamp", self.report, *self.tsa())
        self.assertEqual(self.verify()[1]["timestamp"]["verdict"], "good")
        self.assertEqual(self.report.stat().st_mode & 0o777, 0o600)
        self.assertIn("stands there already", self.expect(1, "stamp", self.report, *self.tsa()))

    def test_an_unsigned_report_has_its_manifest_stamped(self):
        self.expect(0, "report", self.run_id, "--out", self.report, *self.tsa())
        self.assertTrue((self.report / "MANIFEST.sha256.tsr").exists())
        verdict = self.verify()[1]["timestamp"]
        self.assertEqual((verdict["verdict"], verdict["covers"]), ("good", "MANIFEST.sha256"))

    def test_the_authority_of_the_settings_is_asked_only_when_wanted(self):
        settings = self.place.path / "config" / "holdpoint.ini"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(f"[timestamp]\nurl={self.url()}\ncertificates={self.ca}\npolicy=1.2.3.4.1\n")
        self.addCleanup(settings.unlink)
        self.export(0)
        self.assertFalse((self.report / "MANIFEST.sha256.sig.tsr").exists())
        self.expect(0, "stamp", self.report, "--timestamp")
        self.assertEqual(self.verify()[1]["timestamp"]["verdict"], "good")
        settings.write_text(settings.read_text().replace("4.1", "4.2"))
        (self.report / "MANIFEST.sha256.sig.tsr").unlink()
        self.assertIn("policy", self.expect(1, "stamp", self.report, "--timestamp"))

    def test_who_is_to_stamp_must_be_said(self):
        self.export(0)
        self.assertIn("--tsa", self.expect(2, "stamp", self.report))
        self.assertIn("certificates", self.expect(1, "stamp", self.report, "--tsa", self.url()))
        self.assertIn("http://", self.expect(1, "stamp", self.report, "--tsa", "file:///etc/passwd", "--tsa-ca", self.ca))
        self.assertIn("no such folder", self.expect(1, "stamp", self.place.path / "none", *self.tsa()))

    def test_a_certificate_that_cannot_sign_leaves_a_report_without_it_that_says_so(self):
        for name, words in (("keyless.p12", "no private key"), ("expired.p12", "valid from"), ("enciphers.p12", "not for signing"),
                            ("ca.pem", "no PKCS#12 file"), ("none.p12", "none.p12")):
            self.report = self.place.path / f"without-{name}"
            self.assertIn(words, self.export(1, *self.certificate(name)))
            self.assertFalse((self.report / "MANIFEST.sha256.p7s").exists())
            self.assertNotIn(b"/ByteRange", (self.report / "report.pdf").read_bytes())
            self.assertIn("none: ", (self.report / "report.html").read_text())
            self.assertEqual(self.place.json("verify", self.report, "--allowed-signers", self.allowed)[0], 0)
        self.report = self.place.path / "unsigned"
        wrong = self.place.write("wrong", "not the password\n")
        said = self.expect(1, "report", self.run_id, "--out", self.report, "--sign-x509", self.certificates / "signer.p12",
                           "--p12-password", f"file:{wrong}")
        self.assertIn("password does not open", said)
        self.assertIn("UNSIGNED", said)
        self.assertIn("UNSIGNED", (self.report / "report.html").read_text())

    def test_a_certificate_alone_signs_too(self):
        said = self.expect(0, "report", self.run_id, "--out", self.report, *self.certificate())
        self.assertIn(": signed\n", said)
        self.assertNotIn("UNSIGNED", (self.report / "report.html").read_text())
        code, verdicts = self.place.json("verify", self.report, "--ca", self.ca)
        self.assertEqual((code, verdicts["signature"]["verdict"], verdicts["certificate"]["verdict"]), (1, "unknown", "good"))

    def test_the_password_is_asked_for_at_a_terminal_and_not_shown(self):
        main, other = pty.openpty()
        call = self.place.arguments("report", self.run_id, "--out", self.report, "--sign", self.key, "--operator", "op@noc",
                                    "--sign-x509", self.certificates / "signer.p12")
        process = subprocess.Popen(call, stdin=other, stdout=other, stderr=other, env=environment(), start_new_session=True)
        os.close(other)
        shown = b""
        answers = [b"wrong\n", authorities.PASSWORD.encode() + b"\n"]
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:  # Linux says so at the end
                piece = b""
            shown += piece
            if not piece:
                break
            if answers and shown.count(b"Password of") == 3 - len(answers):
                os.write(main, answers.pop(0))
        os.close(main)
        self.assertEqual(process.wait(), 0, shown)
        self.assertIn(b"with the certificate of CN=signer", shown)
        self.assertNotIn(authorities.PASSWORD.encode() + b"\r", shown)
        self.assertTrue((self.report / "MANIFEST.sha256.p7s").exists())


class Ledger(TimestampTest):
    def stamps(self, *options):
        code, verdict = self.place.json("ledger", "verify", *options)
        return code, verdict, {one["size"]: one for one in verdict["timestamps"]}

    def test_a_stamped_head_is_proven_and_a_rewritten_one_found(self):
        self.assertIn("--tsa", self.expect(2, "ledger", "witness"))
        said = json.loads(self.expect(0, "ledger", "witness", *self.tsa(), "--json"))
        code, verdict, stamps = self.stamps("--tsa-ca", self.ca)
        self.assertEqual((code, verdict["verdict"], stamps[said["size"]]["verdict"]), (0, "good", "good"))
        self.assertIn(f"up to entry {said['size'] - 1} it existed at {said['timestamp']['time']}, says CN=tsa.",
                      self.expect(0, "ledger", "verify", "--tsa-ca", self.ca))
        self.assertIn(f"Witnessed up to entry {said['size'] - 1}, 0 min ago, by time stamp of CN=tsa.", self.expect(0, "ledger", "verify"))
        self.assertEqual(self.stamps()[2][said["size"]]["verdict"], "unknown")
        self.assertEqual(self.stamps("--tsa-ca", self.certificates / "other-ca.pem")[2][said["size"]]["verdict"], "bad")
        token = next((self.ledger / "timestamps").glob("*.tsr"))
        checkpoint = token.with_suffix("")
        subprocess.run(["openssl", "ts", "-verify", "-data", checkpoint, "-in", token, "-CAfile", self.ca], check=True,
                       capture_output=True)
        again = json.loads(self.expect(0, "ledger", "witness", *self.tsa(), "--json"))
        self.assertEqual(again["timestamp"], said["timestamp"], "the older stamp says more")

        share = self.place.path / "share"
        share.mkdir()
        self.run_once()
        both = json.loads(self.expect(0, "ledger", "witness", "--to", share, *self.tsa(), "--json"))
        self.assertEqual(sorted(path.suffix for path in share.iterdir()), [".checkpoint", ".tsr"])
        self.assertEqual(set(self.stamps("--witness", share, "--tsa-ca", self.ca)[2]), {said["size"], both["size"]})

        self.run_once()
        before = self.expect(1, "ledger", "witness", "--to", share, "--tsa", f"http://127.0.0.1:{free_port()}/", "--tsa-ca", self.ca)
        self.assertIn("no time stamp", before)
        self.assertIn("witnessed up to entry", before)

        other = self.place.path / "other"
        shutil.copytree(self.ledger / "timestamps", other)
        shutil.rmtree(self.ledger)
        self.run_once()
        origin = json.loads(self.expect(0, "ledger", "witness", *self.tsa(), "--json"))["size"]
        self.assertEqual(self.stamps("--tsa-ca", self.ca)[0], 0)
        for path in (self.ledger / "timestamps").glob("*.checkpoint"):
            path.chmod(0o600)
            lines = path.read_text().splitlines()
            path.write_text("\n".join([lines[0], lines[1], lines[2][:-4] + "AAA="]) + "\n")
        code, verdict, _ = self.stamps("--tsa-ca", self.ca)
        self.assertEqual((code, verdict["verdict"]), (1, "bad"), origin)
        self.assertIn(".tsr", verdict["reason"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
