# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one reader of a report took for one thing and the next for another: both verifiers say the same, and say no."""

import base64
import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import unittest
import zipfile

import reportdamage as damage
import revocation
from host import CLI, SOURCE, Workspace, environment
from twoverifiers import REPORTS, VerifierTest, verifyreport, without_reasons, words
from zipparts import Line, Zip, deflated, extra, zip_of


class Zips(VerifierTest):
    """A zip that another program could unpack to other files than those that were judged."""

    def setUp(self):
        super().setUp()
        self.files = {path.name: path.read_bytes() for path in sorted((REPORTS / "signed").iterdir())}
        self.page = self.files["report.html"] + b"<!-- forged -->"

    def judged(self, data):
        path = self.place / "report.zip"
        path.write_bytes(data)
        return words(self.both(path))

    def test_a_whole_one_is_good_however_it_was_packed(self):
        expected = without_reasons(self.both(REPORTS / "signed"))
        whole = Zip(self.files)
        self.assertEqual(self.judged(whole.whole()), ("good",) * 3)
        self.assertEqual(self.judged(whole.whole(b"made on a Monday")), ("good",) * 3)
        self.assertEqual(self.judged(self.piped(zipfile.ZIP_DEFLATED)), ("good",) * 3)
        self.assertEqual(without_reasons(self.both(self.place / "report.zip")), expected)

    def test_stored_files_of_which_nothing_before_them_says_where_they_end_are_refused(self):
        self.assertEqual(self.judged(self.piped(zipfile.ZIP_STORED)), ("bad",) * 3)

    def piped(self, method):
        piped = io.BytesIO()
        with zipfile.ZipFile(Pipe(piped), "w", method) as archive:
            for name, data in self.files.items():
                archive.writestr(f"report/{name}", data)
        return piped.getvalue()

    def test_two_end_records_are_no_zip(self):
        true = Zip(self.files)
        forged = Zip({**self.files, "report.html": self.page}, zipfile.ZIP_DEFLATED,
                     place=len(true.files) + len(true.index) + 22)
        inner = forged.files + forged.index
        inner += forged.end(len(true.files) + len(true.index) + 22 + len(forged.files))
        self.assertEqual(self.judged(true.whole(inner)), ("bad",) * 3)

    def test_a_file_that_the_index_does_not_list_is_refused_wherever_it_lies(self):
        hidden = Zip({"report.html": self.page}).files
        behind, moved = Zip(self.files), Zip(self.files, place=len(hidden))
        size = len(moved.files) + len(hidden)
        for what, data in (
                ("before the first file", hidden + moved.files + moved.index + moved.end(size)),
                ("before the index", behind.files + hidden + behind.index + behind.end(size)),
                ("behind the index", behind.files + behind.index + hidden + behind.end(len(behind.files))),
                ("between the files", self.between(hidden)),
                ("behind the end", behind.whole() + hidden),
                ("something else before the first file", b"#!/bin/sh\nexit\n" + Zip(self.files, place=15).whole()[:-22]
                 + moved.end(15 + len(moved.files)))):
            with self.subTest(what=what):
                self.assertEqual(self.judged(data), ("bad",) * 3)

    def between(self, hidden):
        first, *others = self.files.items()
        one = Zip(dict([first]))
        rest = Zip(dict(others), place=len(one.files) + len(hidden))
        index = one.index + rest.index
        one.index, one.count = index, len(self.files)
        files = one.files + hidden + rest.files
        return files + index + one.end(len(files))

    def test_a_file_whose_own_header_says_something_else_is_refused(self):
        whole = Zip(self.files)
        for what, offset, value in (("method", 8, 8), ("flags", 6, 8), ("encrypted", 6, 1), ("sum", 14, 1), ("packed", 18, 1),
                                    ("size", 22, 1), ("name", 30, 1)):
            files = bytearray(whole.files)
            files[offset] ^= value
            with self.subTest(what=what):
                self.assertEqual(self.judged(files + whole.index + whole.end(len(files))), ("bad",) * 3)

    def test_an_end_record_that_does_not_fit_its_index_is_refused(self):
        whole = Zip(self.files)
        body, begin = whole.files + whole.index, len(whole.files)
        for what, end in (("one file less", whole.end(begin, count=whole.count - 1)), ("one more", whole.end(begin, count=whole.count + 1)),
                          ("another disk", whole.end(begin, disk=1)), ("further on", whole.end(begin + 1)),
                          ("a comment that is cut off", whole.end(begin, b"four")[:-1])):
            with self.subTest(what=what):
                self.assertEqual(self.judged(body + end), ("bad",) * 3)
        twice = Zip(self.files)
        first = next(twice.lines())
        struct.pack_into("<I", twice.index, list(twice.lines())[1] + 42, struct.unpack_from("<I", twice.index, first + 42)[0])
        self.assertEqual(self.judged(twice.whole()), ("bad",) * 3)


class Headers(VerifierTest):
    """What a zip says of a file twice, and what only some programs understand."""
    TIMES, OWNER = extra(0x5455, b"\3" + bytes(8)), extra(0x7875, b"\1\4" + bytes(4) + b"\4" + bytes(4))
    PAGE = b"report.html"

    def setUp(self):
        super().setUp()
        self.files = {path.name.encode(): path.read_bytes() for path in sorted((REPORTS / "signed").iterdir())}

    def judged(self, lines):
        path = self.place / "report.zip"
        path.write_bytes(zip_of(lines))
        return words(self.both(path))

    def one(self, **told):
        """The verdicts where this is said of one file, and the usual of the others."""
        return self.judged([Line(name, data, **(told if name == self.PAGE else {})) for name, data in self.files.items()])

    def all(self, folder, *before, **told):
        return self.judged([*before, *(Line(folder + name, data, **told) for name, data in self.files.items())])

    def assertAll(self, verdict, told):
        for each in told:
            with self.subTest(told=each):
                self.assertEqual(self.one(**each), (verdict,) * 3)

    def test_what_honest_programs_write_is_good(self):
        packed = deflated(self.files[self.PAGE])
        late = {"sum": 0, "packed": 0, "size": 0}
        streamed = {"method": 8, "stream": packed, "flags": 8}
        self.assertAll("good", (
            {}, {"version": 10}, {"version": 45}, {"flags": 0x800}, {"attributes": 0}, {"attributes": 0o100600 << 16 | 0x8020},
            {"method": 8, "stream": packed}, {"method": 8, "stream": packed, "flags": 2}, {"method": 8, "stream": packed, "flags": 6},
            {"time": 0, "date": 0}, {"time": 0xFFFF, "date": 0xFFFF}, {"extra": self.TIMES[:-4] + bytes(4) + self.OWNER},
            {"extra": extra(0x000A, bytes(32)), "own": {"extra": b""}}, {"extra": extra(0x5455, b"\3" + bytes(4)), "own": {"extra": self.TIMES}},
            {"extra": extra(0xCAFE)}, {**streamed, "own": late}, streamed, {**streamed, "own": {"sum": 0, "packed": 0}},
            {"flags": 8, "own": {"sum": 0}}))

    def test_what_the_index_says_and_the_header_does_not_is_refused(self):
        self.assertAll("bad", ({"own": own} for own in (
            {"time": 0x5001}, {"date": 0x5A22}, {"version": 10}, {"version": 45}, {"flags": 2}, {"flags": 8}, {"flags": 0x800},
            {"method": 8}, {"sum": 1}, {"sum": 0}, {"packed": 0}, {"size": 0}, {"name": b"report.htm1"}, {"name": b"report.html "})))
        packed = deflated(self.files[self.PAGE])
        self.assertAll("bad", ({"method": 8, "stream": packed, "flags": 8, "own": {key: 1}} for key in ("sum", "packed", "size")))
        self.assertAll("bad", ({"flags": 8, "own": {key: 0}} for key in ("packed", "size")))

    def test_what_not_every_program_reads_is_refused(self):
        packed = deflated(self.files[self.PAGE])
        self.assertAll("bad", ({"flags": 1 << bit} for bit in range(16) if bit not in (1, 2, 3, 11)))
        self.assertAll("bad", ({"version": 46}, {"version": 64}, {"version": 20 + 256}, {"disk": 1}, {"disk": 0xFFFF}, {"comment": b"x"},
                               {"method": 12}, {"method": 9, "stream": packed}))

    def test_extra_fields_that_mislead_or_are_no_records_are_refused_wherever_they_stand(self):
        size = struct.pack("<Q", len(self.files[self.PAGE]))
        name = b"\1" + struct.pack("<I", 0) + b"report.htm1"
        wrong = [extra(0x0001, size), extra(0x7075, name), extra(0x6375, name), extra(0x756E, bytes(14)), extra(0x000D, bytes(12)),
                 extra(0x6C78, bytes(8)), self.TIMES + extra(0x7075, name), b"abc", b"a", self.TIMES + b"abc", b"ab\xff\xffxy",
                 extra(0x5455, b"\3" + bytes(8))[:-1]]
        self.assertAll("bad", ({"extra": each, "own": {"extra": b""}} for each in wrong))
        self.assertAll("bad", ({"own": {"extra": each}} for each in wrong))
        self.assertAll("bad", ({"extra": each} for each in wrong))

    def test_a_size_that_stands_elsewhere_is_refused(self):
        size = struct.pack("<Q", len(self.files[self.PAGE]))
        for field in ("size", "packed"):
            self.assertAll("bad", ({field: 0xFFFFFFFF}, {field: 0xFFFFFFFF, "extra": extra(1, size)},
                                   {field: 0xFFFFFFFF, "extra": extra(1, size), "own": {"extra": extra(1, size[:-1] + b"\1")}}))

    def test_what_leads_to_another_index_is_refused(self):
        locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)
        *others, (name, data) = self.files.items()
        lines = [Line(*other) for other in others]
        self.assertEqual(self.judged([*lines, Line(name, data, extra=extra(0xCAFE, bytes(20)))]), ("good",) * 3)
        self.assertEqual(self.judged([*lines, Line(name, data, extra=extra(0xCAFE, locator))]), ("bad",) * 3)
        # A whole second index, over other files, in the comment of the last line of the first.
        inner = zip_of([Line(each, forged.replace(b"<body", b"<!-- forged --><body")) for each, forged in self.files.items()])
        end = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, *[len(self.files)] * 2, 0, 0)
        self.assertEqual(self.judged([*lines, Line(name, data, comment=inner[:-22] + end + locator)]), ("bad",) * 3)

    def test_a_name_that_is_not_ascii_is_marked_as_utf8_everywhere(self):
        folder = "\u00fc/".encode()
        self.assertEqual(self.all(folder, flags=0x800), ("good",) * 3)
        self.assertEqual(self.all(folder), ("bad",) * 3)
        self.assertEqual(self.all(b"\x81/"), ("bad",) * 3)
        self.assertEqual(self.all(b"\x81/", flags=0x800), ("bad",) * 3)
        self.assertEqual(self.all(folder, flags=0x800, own={"flags": 0}), ("bad",) * 3)
        self.assertEqual(self.all(folder, own={"flags": 0x800}), ("bad",) * 3)
        for which in range(len(self.files)):
            lines = [Line(folder + name, data, flags=0 if at == which else 0x800) for at, (name, data) in enumerate(self.files.items())]
            self.assertEqual(self.judged(lines), ("bad",) * 3)

    def test_the_line_of_the_folder_stands_once_and_is_one(self):
        mode = 0o40755 << 16
        for attributes in (mode, mode | 0x10, 0x10, 0):
            self.assertEqual(self.all(b"r/", Line(b"r/", b"", attributes=attributes)), ("good",) * 3)
        self.assertEqual(self.all(b"r/", Line(b"r/", b"", b"\3\0", method=8, attributes=mode)), ("good",) * 3)
        line = Line(b"r/", b"", attributes=mode)
        for before in ([line, line], [Line(b"r/", b"hidden", attributes=mode)], [Line(b"r/", b"", sum=1, attributes=mode)],
                       [Line(b"r/", b"", b"\3\4", method=8)], [Line(b"r/", b"", b"\3\0x", method=8)], [Line(b"r/", b"", b"\3", method=8)],
                       [Line(b"r/", b"", b"", method=8)], [Line(b"r/", b"x", deflated(b"x"), method=8)],
                       [Line(b"r/", b"", attributes=0o120777 << 16)], [Line(b"r/", b"", attributes=0o100644 << 16)],
                       [Line(b"r/", b"", attributes=mode | 8)], [Line(b"r/s/", b"", attributes=mode)], [line, Line(b"r/r/", b"")]):
            with self.subTest(before=[each.told for each in before]):
                self.assertEqual(self.all(b"r/", *before), ("bad",) * 3)
        self.assertEqual(self.all(b"", Line(b"", b"")), ("bad",) * 3)
        self.assertAll("bad", ({"attributes": value} for value in (0x10, 0x08, 0o120777 << 16, 0o40755 << 16, 0o10644 << 16)))

    def test_the_folder_lies_where_the_zip_lies(self):
        self.assertEqual(self.all(b"./"), ("good",) * 3)
        for folder in (b"/", b"../", b"a\\b/", b"..\\/", b"a/b/"):
            with self.subTest(folder=folder):
                self.assertEqual(self.all(folder), ("bad",) * 3)

    def test_a_file_whose_bytes_are_not_all_of_it_or_not_only_that_is_unreadable(self):
        data = self.files[self.PAGE]
        packed = deflated(data)
        size = len(data)
        for told in ({"stream": packed + b"x"}, {"stream": packed + packed}, {"stream": packed + Line(b"report.html", b"x").header()},
                     {"stream": packed[:-3]}, {"stream": b""}, {"stream": b"\xff" * 9}, {"stream": deflated(data + b"more"), "size": size},
                     {"stream": deflated(data + bytes(1 << 26)), "size": size}, {"stream": packed, "size": size + 1},
                     {"stream": packed, "size": size - 1}, {"stream": packed, "sum": 1}, {"stream": deflated(data[:-1])}):
            with self.subTest(told={key: value if isinstance(value, int) else value[-9:] for key, value in told.items()}):
                self.assertEqual(self.one(method=8, **told), ("good", "bad", "good"))
                self.assertEqual(self.state(), "unreadable")
        self.assertEqual(self.one(sum=1), ("good", "bad", "good"))
        self.assertEqual(self.state(), "unreadable")
        self.assertAll("bad", ({"size": size - 1}, {"size": size + 1}))

    def test_bytes_behind_the_end_are_seen_wherever_a_piece_that_is_read_ends(self):
        end = next(size for size in range((1 << 20) - 400, 1 << 20) if len(deflated(bytes(size), 0)) == 1 << 20)
        for size in (end - 1, end, end + 1):
            for behind, state in ((b"", "changed"), (b"x", "unreadable"), (bytes(1 << 20), "unreadable")):
                with self.subTest(size=size, behind=len(behind)):
                    self.files[self.PAGE] = bytes(size)
                    self.assertEqual(self.one(method=8, stream=deflated(bytes(size), 0) + behind), ("good", "bad", "good"))
                    self.assertEqual(self.state(), state)

    def state(self):
        files = self.both(self.place / "report.zip")["completeness"]["files"]
        return {file["name"]: file["state"] for file in files}[self.PAGE.decode()]


class Names(VerifierTest):
    """A file that is there, whatever its name is made of."""
    STRANGE = (b"report (newer)\xff.html", b"\xff", b"terminal-\xe2\x82.cast", b"\xed\xa0\x80", b"\xef\xbb\xbfreport.html",
               "r\u00e9port.html".encode(), b"\\xff", b"new\nline")

    def test_an_added_file_is_seen_in_a_folder(self):
        for name in self.STRANGE:
            folder = self.copy("signed")
            with open(os.path.join(os.fsencode(folder), name), "wb"):
                pass
            with self.subTest(name=name):
                self.assertEqual(self.added(folder), [self.shown(name)])

    def test_an_added_file_is_seen_in_a_zip(self):
        files = {path.name: path.read_bytes() for path in (REPORTS / "signed").iterdir()}
        for name in self.STRANGE:
            name += b"-added-file"
            path = self.place / "report.zip"
            lines = [Line(own.encode(), data) for own, data in files.items()]
            path.write_bytes(zip_of([*lines, Line(name, b"", flags=0x800)]))
            with self.subTest(name=name):
                shown = self.shown(name)  # in a zip a backslash, escaped or not, is none of a report
                self.assertEqual(self.added(path), [] if "\\" in shown else [shown])

    def test_a_zip_has_no_name_that_is_cut_off_or_not_what_it_is_marked_as(self):
        path = self.place / "report.zip"
        files = {path.name: path.read_bytes() for path in (REPORTS / "signed").iterdir()}
        for placeholder, name in (("report.html_x", b"report.html\0x"), ("\u00e9.txt", b"\xff\xff.txt")):
            path.write_bytes(Zip({**files, placeholder: b""}).whole().replace(placeholder.encode(), name))
            with self.subTest(name=name):
                self.assertEqual(words(self.both(path)), ("bad",) * 3)

    def test_a_name_that_begins_with_a_byte_order_mark_is_another_one(self):
        folder = self.copy("signed")
        (folder / "report.html").rename(folder / "\ufeffreport.html")
        self.assertEqual(words(self.both(folder)), ("good", "bad", "good"))
        path = self.place / "report.zip"
        path.write_bytes(Zip({file.name: file.read_bytes() for file in folder.iterdir()}).whole())
        self.assertEqual(words(self.both(path)), ("good", "bad", "good"))

    def added(self, report):
        verdicts = self.both(report)["completeness"]
        self.assertEqual(verdicts["verdict"], "bad")
        return [file["name"] for file in verdicts["files"] if file["state"] == "unlisted"]

    @staticmethod
    def shown(name):
        try:
            return name.decode()
        except UnicodeDecodeError:
            return name.decode("ascii", "backslashreplace")


class Marks(VerifierTest):
    """A byte order mark in front of what a host said."""

    def test_a_report_of_what_a_host_said_behind_a_mark_is_good(self):
        workspace = Workspace()
        self.addCleanup(workspace.close)
        book = workspace.write("book.md", "# Look\n\n**Steps**:\n1. Look\n   ```bash\n"
                               "   printf '\\033[m\\357\\273\\277id;name\\n'\n   ```\n   Expect: name\n")
        done = workspace.call("run", f"{book}#look", "--practice", "--no-input")
        self.assertIn(done.returncode, (0, 1), done.stdout[-2000:] + done.stderr[-2000:])
        run = workspace.json("runs")[1]["runs"][0]["id"]
        done = workspace.call("report", run, "--out", self.place / "report", "--sign", self.key)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.allow(self.line())
        self.assertRegex((self.place / "report" / "session.jsonl").read_text(), r'"(\\ufeff|\ufeff)')
        self.assertEqual(words(self.both(self.place / "report")), ("good",) * 3)


class Stamps(VerifierTest):
    """What an authority signed counts, and not what stands beside it in its answer."""
    AUTHORITIES = REPORTS / "authorities.pem"

    def answer(self, status):
        """The kept report, with another status in the answer of its authority, which nobody signed."""
        folder = self.copy("certified")
        path = folder / "MANIFEST.sha256.sig.tsr"
        (_, content), = revocation.elements(path.read_bytes())
        (_, _), (token, _) = revocation.elements(content)
        path.write_bytes(revocation.element(0x30, status, token))
        return self.both(folder, authorities=self.AUTHORITIES)["timestamp"]

    def test_a_time_in_the_words_of_the_status_is_none(self):
        expected = self.both(REPORTS / "certified", authorities=self.AUTHORITIES)["timestamp"]
        words_of_somebody = (b"granted\nStatus: Granted.\n\nTST info:\nVersion: 1\nHash Algorithm: sha512\nMessage data:\n"
                             b"    0000 - 00 00\nTime stamp: Jan  1 00:00:00 2027 GMT\n")
        text = revocation.element(0x30, revocation.element(0x0C, words_of_somebody))
        for granted in (b"\0", b"\1"):
            self.assertEqual(self.answer(revocation.element(0x30, revocation.element(2, granted), text)), expected)
        for refused in (b"\2", b"\3", b"\x7f"):
            self.assertEqual(self.answer(revocation.element(0x30, revocation.element(2, refused), text))["verdict"], "bad")

    def test_the_page_asks_for_the_time_where_nobody_else_could_write_it(self):
        page = (SOURCE / "models/report/verificationsection.cpp").read_text()
        call = "openssl ts -reply -in %1.tsr -token_out | openssl ts -reply -token_in -in /dev/stdin -text"
        self.assertIn(call, page)
        done = subprocess.run(call.replace("%1", "MANIFEST.sha256.sig"), shell=True, cwd=REPORTS / "certified", check=True,
                              capture_output=True, text=True)
        self.assertRegex(done.stdout, "Time stamp: [A-Z].* 2026 GMT")


class Certificates(VerifierTest):
    """A certificate is what its octets say, whatever its holder is called."""

    def setUp(self):
        super().setUp()
        self.certificates = self.place / "certificates"
        self.certificates.mkdir()
        subprocess.run([sys.executable, SOURCE / "tests/support/authorities.py", "make", self.certificates], check=True,
                       capture_output=True)

    def openssl(self, *arguments):
        return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, cwd=self.certificates).stdout

    def certified(self, subject, section):
        """What both say of a report by somebody of this name."""
        folder = self.copy("signed")
        (self.certificates / "usage.cnf").write_text(section + "\n")
        self.openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "some.key", "-out", "some.csr", "-subj", subject,
                     "-config", "openssl.cnf")
        self.openssl("x509", "-req", "-in", "some.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "some.pem",
                     "-days", "9", "-extfile", "usage.cnf")
        self.openssl("cms", "-sign", "-cades", "-binary", "-md", "sha256", "-in", folder / damage.MANIFEST, "-signer", "some.pem",
                     "-inkey", "some.key", "-outform", "DER", "-out", folder / "MANIFEST.sha256.p7s")
        fingerprint = hashlib.sha256(self.openssl("x509", "-in", "some.pem", "-outform", "DER")).hexdigest()
        unasked = self.both(folder)["certificate"]
        asked = json.loads(subprocess.run([CLI, "verify", "--json", folder, "--ca", self.certificates / "ca.pem"],
                                          capture_output=True, env=environment()).stdout)["certificate"]
        other = verifyreport.verify(str(folder), None, (self.certificates / "ca.pem").read_bytes(), None)["certificate"]
        self.assertEqual(asked["verdict"], other["verdict"], (asked, other))
        for verdict in (unasked, asked, other):
            self.assertEqual(verdict["fingerprint"], fingerprint)
        return asked["verdict"]

    def test_a_name_gives_no_right_to_sign(self):
        for usage, verdict in (("keyUsage=critical,keyEncipherment", "bad"), ("keyUsage=critical,keyAgreement,cRLSign", "bad"),
                               ("keyUsage=critical,nonRepudiation", "good"), ("keyUsage=digitalSignature", "good"),
                               ("basicConstraints=CA:FALSE", "good"),
                               ("keyUsage=keyEncipherment\nnsComment=X509v3 Key Usage: Digital Signature", "bad"),
                               ("2.5.29.15=DER:0c114469676974616c205369676e6174757265", "bad")):
            with self.subTest(usage=usage):
                self.assertEqual(self.certified("/CN=Digital Signature", usage), verdict)

    def test_a_name_is_no_fingerprint(self):
        self.assertEqual(self.certified("/CN=a Fingerprint=AA:BB", "keyUsage=critical,digitalSignature"), "good")


class Lists(VerifierTest):
    """Lines of allowed_signers, judged as ssh-keygen judges them."""
    GOOD = ('namespaces="session-report@holdpoint,x"', 'valid-after="20200101"', 'valid-after="20200101z"', 'valid-after="20200101UTC"',
            'valid-after="202001011200utc"', 'valid-after="20200101120000Z"', 'valid-after="20200231"', 'Valid-Before="99990101"',
            ',namespaces="session*"', 'namespaces="s*",,valid-after="20200101"', 'valid-after="20200101235960"', 'valid-after="20200101120061"',
            'namespaces="a\\"b,*"', 'valid-after="19700101000001Z"', 'valid-after="2020 101"')
    BAD = ('namespaces=session-report@holdpoint', 'namespaces="session*",namespaces="session*"', 'namespaces="session*"x',
           'namespaces="sess"ion*', 'namespaces=""', 'namespaces="session*",', "namespaces", 'namespaces="x, session*"',
           "valid-after=20200101", 'valid-after="20200101",valid-after="20200101"', 'valid-before="99990101",valid-before="99990101"',
           'valid-after="19690101"', 'valid-after="20201301"', 'valid-after="20200132"', 'valid-after="20200101 "',
           'valid-after="+2020101"', 'valid-after="2020010112"', 'valid-after="20200101T1200"', 'valid-after="20200101120062"',
           'valid-after="20300101",valid-before="20290101"', 'valid-after="20200101",valid-before="20200101"', 'valid-after=""',
           'valid-after="19700101"', 'valid-before="19700101000000Z"', 'namespaces="a\\"', 'namespaces="*,' + 1023 * "x" + '"',
           'cert-authority', 'restrict', 'namespaces="session*')
    NAMES = (('"a@b"', "good"), ('"a@b,c d"', "good"), ('"a@b', "bad"), ("a@b,,", "good"), ("!x,a@b", "good"), ("!a@b,a@b", "bad"),
             ("*@b", "good"), ('""', "bad"), ("!a@b", "bad"), ("\ufeffa@b", "good"), ("a@b\u00a0", "good"), ('a"b', "bad"),
             ('a"b c"', "good"), ("a\fb", "good"), ("\fa", "good"), ("a\0b", "bad"), ("\u00a0a", "good"), ("\u3000a", "good"),
             ("\u2028a", "good"), (1022 * "x", "good"), (1023 * "x", "bad"), (200_000 * "x", "bad"), ("a," + 1023 * "x", "bad"),
             (1023 * "x" + ",a", "bad"), ("\u00e9,!??", "bad"), ("\u00e9,!?", "good"), (" \ta", "good"), ("\ra", "bad"))

    def judged(self, line):
        self.allowed.write_text(line + "\n")
        return self.both(REPORTS / "signed")["signature"]["verdict"]

    def test_options_and_names_are_taken_as_ssh_keygen_takes_them(self):
        key = " ".join((REPORTS / "allowed_signers").read_text().split()[2:4])
        self.assertTrue(key.startswith("ssh-"), key)
        lines = [(f"a@b {options} {key}", "good") for options in self.GOOD] + [(f"a@b {options} {key}", "bad") for options in self.BAD]
        lines += [(f"{names} {key}", verdict) for names, verdict in self.NAMES]
        lines += [(f'"a@b"namespaces="session*" {key}', "good"), (f"a@b\t{key}\tcomment", "good"), (f"a@b\u00a0{key}", "bad"),
                  (f"a@b {key}=", "bad"), (f'a@b namespaces="session*"\u00a0{key}', "bad"), (f"a@b {key}\r", "good"), (f"a@b {key}\u00a0", "bad"), (f"a@b {key}\u0085", "bad"), (f"a@b {key}\f", "good"),
                  (f"a@b {key}\0x", "good"), (f"a@b {key[:40]}\v{key[40:]}", "good"), (f"a@b\r{key}", "good"), (f"a@b {key}\fx", "bad")]
        for line, verdict in lines:
            with self.subTest(line=line.replace(key, "KEY")):
                self.assertEqual(self.judged(line), verdict)


class Keys(VerifierTest):
    """Signatures that one library takes and another does not."""

    def openssl(self, *arguments, **options):
        return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, **options).stdout

    def signed_by_a_security_key(self, flags):
        """The kept report, signed as a security key signs that says with these flags whether somebody touched it."""
        def text(data):
            return struct.pack(">I", len(data)) + data

        folder, key, message = self.copy("signed"), self.place / "sk.pem", self.place / "message"
        self.openssl("genpkey", "-algorithm", "ed25519", "-out", key)
        kind, space = b"sk-ssh-ed25519@openssh.com", b"session-report@holdpoint"
        public = text(kind) + text(self.openssl("pkey", "-in", key, "-pubout", "-outform", "DER")[-32:]) + text(b"ssh:")
        signed = b"SSHSIG" + text(space) + text(b"") + text(b"sha512")
        signed += text(hashlib.sha512((folder / damage.MANIFEST).read_bytes()).digest())
        told = bytes([flags]) + struct.pack(">I", 7)
        message.write_bytes(hashlib.sha256(b"ssh:").digest() + told + hashlib.sha256(signed).digest())
        made = text(kind) + text(self.openssl("pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", message)) + told
        blob = b"SSHSIG" + struct.pack(">I", 1) + text(public) + text(space) + text(b"") + text(b"sha512") + text(made)
        armour = base64.encodebytes(blob).decode()
        (folder / damage.SIGNATURE).write_text(f"-----BEGIN SSH SIGNATURE-----\n{armour}-----END SSH SIGNATURE-----\n")
        self.allow(f"holder@noc.example {kind.decode()} {base64.b64encode(public).decode()}\n")
        return self.both(folder)["signature"]["verdict"]

    def test_a_security_key_that_nobody_touched_has_signed_nothing(self):
        self.assertEqual([self.signed_by_a_security_key(flags) for flags in (1, 5, 0, 4)], ["good", "good", "bad", "bad"])

    def test_a_signature_or_stamp_that_is_no_der_is_none(self):
        for name, part in (("MANIFEST.sha256.p7s", "certificate"), ("MANIFEST.sha256.sig.tsr", "timestamp")):
            folder = self.copy("certified")
            (_, content), = revocation.elements((folder / name).read_bytes())
            length = len(content).to_bytes(5, "big")
            for data in (b"\x30\x80" + content + b"\0\0", b"\x30\x85" + length + content):
                (folder / name).write_bytes(data)
                with self.subTest(name=name, begin=data[:2]):
                    self.assertEqual(self.both(folder)[part]["verdict"], "bad")
                    self.assertEqual(self.both(folder, authorities=REPORTS / "authorities.pem")[part]["verdict"], "bad")

    def test_a_number_that_reads_as_none_is_no_number(self):
        for number in ("1e-400", "-0.1E-999", "0." + "0" * 400 + "1"):
            with self.assertRaises(verifyreport.Bad):
                verifyreport.strict_json(f'{{"a":{number}}}'.encode(), "it")
        for number in ("0e-400", "-0.0", "0.0E999", "5e-324"):
            verifyreport.strict_json(f'{{"a":{number}}}'.encode(), "it")

    def test_numbers_are_the_same_as_whole_ones_of_64_bits_or_as_doubles(self):
        def read(number):
            return verifyreport.strict_json(f'{{"a":{number}}}'.encode(), "it")

        for left, right, is_same in (("1", "1.0", True), ("1", "true", False), ("-0", "0.0", True), ("1e2", "100", True),
                                     ("9007199254740993", "9007199254740992.0", False), ("9007199254740992", "9007199254740992.0", True),
                                     ("-9223372036854775809", "-9223372036854775808", True), ("9223372036854775807", "9223372036854775808", False),
                                     ("18446744073709551616", "1.8446744073709552e19", True), ("0.1", "0.10000000000000001", True)):
            with self.subTest(left=left, right=right):
                self.assertEqual(verifyreport.same(read(left), read(right)), is_same)


class Sizes(VerifierTest):
    def test_a_file_beyond_its_limit_is_refused_unread(self):
        for name, limit in (("session.jsonl", 512 << 20), ("ledger-proof.txt", 1 << 30), ("runbook.md", 64 << 20)):
            folder = self.copy("signed")
            os.truncate(folder / name, limit + 1)
            with self.subTest(name=name):
                files = {file["name"]: file["state"] for file in self.both(folder)["completeness"]["files"]}
                self.assertEqual(files[name], "unreadable")

    def test_a_proof_of_any_size_up_to_it_is_read(self):
        folder = self.copy("signed")
        proof = folder / "ledger-proof.txt"
        proof.write_bytes(proof.read_bytes() + b"entry 99 " + b"0" * 64 + b"\n" + (b" " + b"0" * 64 + b"\n") * 64)
        self.assertEqual(words(self.both(folder)), ("good", "bad", "bad"))
        proof.write_bytes(proof.read_bytes() + b" " + b"0" * 64 + b"\n")
        self.assertEqual(words(self.both(folder)), ("good", "bad", "bad"))


class Pipe(io.RawIOBase):
    """What cannot go back, as a pipe: sizes then stand behind each file."""

    def __init__(self, target):
        super().__init__()
        self.target = target

    def writable(self):
        return True

    def write(self, data):
        return self.target.write(data)


if __name__ == "__main__":
    unittest.main(verbosity=2)
