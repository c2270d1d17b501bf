# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one reader of a report took for one thing and the next for another: both verifiers say the same, and say no."""

import io
import os
import struct
import unittest
import zipfile

from host import Workspace
from twoverifiers import REPORTS, VerifierTest, without_reasons, words
from zipparts import Zip


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
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            piped = io.BytesIO()
            with zipfile.ZipFile(Pipe(piped), "w", method) as archive:
                for name, data in self.files.items():
                    archive.writestr(f"report/{name}", data)
            self.assertEqual(self.judged(piped.getvalue()), ("good",) * 3)
            self.assertEqual(without_reasons(self.both(self.place / "report.zip")), expected)

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
            placeholder = "Q" * (len(name) - 11) + "-added-file"
            path = self.place / "report.zip"
            path.write_bytes(Zip({**files, placeholder: b""}).whole().replace(placeholder.encode(), name))
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
