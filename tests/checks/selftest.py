#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""The checks checked: each is fed a tree with one fault and must name it, and a clean tree and must be silent."""

import tempfile
import unittest
from pathlib import Path

import form
import layers
import sourcetree
import translations
import words

HEADER = "// SPDX-FileCopyrightText: 2026 Holdpoint contributors\n// SPDX-License-Identifier: EUPL-1.2\n"
QT = {"QString": "QtCore", "QPainter": "QtGui", "QWidget": "QtWidgets", "QSqlQuery": "QtSql", "QTcpSocket": "QtNetwork"}
EXISTING = ["models/base/result.h", "models/terminal/screen.h", "models/session/runsession.h", "ui/wizard/wizard.h",
            "ui/common/words.h", "app/ssh/sshtransport.h", "app/practice/practicehost.h"]


class CheckTest(unittest.TestCase):
    def tree(self, contents):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for path, text in contents.items():
            file = Path(folder.name) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return sourcetree.source_files(folder.name)

    def layer_findings(self, path, include):
        contents = {name: "" for name in EXISTING}
        contents[path] = f"#include {include}\n"
        return layers.check(self.tree(contents), QT)


class LayersTest(CheckTest):
    forbidden = [
        ("models/base/a.cpp", "<runbooks/document.h>"),
        ("models/base/a.cpp", "<QPainter>"),
        ("models/terminal/a.cpp", "<QSqlQuery>"),
        ("models/terminal/a.cpp", "<models/session/runsession.h>"),
        ("models/session/a.h", "<QWidget>"),
        ("models/session/a.h", "<QtWidgets/QWidget>"),
        ("models/report/a.cpp", "<QTcpSocket>"),
        ("models/session/a.cpp", "<app/ssh/sshtransport.h>"),
        ("models/session/a.cpp", "<ui/wizard/wizard.h>"),
        ("ui/wizard/a.cpp", "<app/ssh/sshtransport.h>"),
        ("ui/wizard/a.cpp", "<libssh/libssh.h>"),
        ("ui/wizard/a.cpp", "<QSqlQuery>"),
        ("ui/terminal/a.cpp", "<models/session/runsession.h>"),
        ("ui/terminal/a.cpp", "<ui/wizard/wizard.h>"),
        ("ui/common/a.cpp", "<ui/wizard/wizard.h>"),
        ("app/main.cpp", "<libssh/libssh.h>"),
        ("app/cli/a.cpp", "<ui/wizard/wizard.h>"),
        ("app/cli/a.cpp", "<QPainter>"),
        ("app/ssh/a.cpp", "<ui/common/words.h>"),
        ("app/ssh/a.cpp", "<app/practice/practicehost.h>"),
        ("app/secrets/a.cpp", "<app/ssh/sshtransport.h>"),
        ("models/session/a.cpp", "<models/base/nosuchfile.h>"),
        ("models/session/a.cpp", '"runsession.h"'),
        ("models/newroom/a.cpp", "<QString>"),
    ]
    allowed = [
        ("models/base/a.cpp", "<QString>"),
        ("models/session/a.cpp", "<models/terminal/screen.h>"),
        ("models/ledger/a.cpp", "<QSqlQuery>"),
        ("ui/wizard/a.cpp", "<QWidget>"),
        ("ui/wizard/a.cpp", "<models/session/runsession.h>"),
        ("ui/terminal/a.cpp", "<ui/common/words.h>"),
        ("app/main.cpp", "<ui/wizard/wizard.h>"),
        ("app/main.cpp", "<app/ssh/sshtransport.h>"),
        ("app/cli/a.cpp", "<app/ssh/sshtransport.h>"),
        ("app/ssh/a.cpp", "<libssh/libssh.h>"),
    ]

    def test_each_forbidden_include_is_named(self):
        for path, include in self.forbidden:
            with self.subTest(path=path, include=include):
                self.assertTrue(any(path in finding for finding in self.layer_findings(path, include)))

    def test_what_is_allowed_passes(self):
        for path, include in self.allowed:
            with self.subTest(path=path, include=include):
                self.assertEqual(self.layer_findings(path, include), [])

    def test_no_two_rooms_of_the_table_include_each_other(self):
        for room, others in layers.ROOMS.items():
            for other in others:
                if other != room:
                    self.assertNotIn(room, layers.ROOMS[other], f"{room} and {other}")


class WordsTest(CheckTest):
    bad = ["QVERIFY(x);", "QCOMPARE(a, b);", "QTRY_VERIFY(x);", "GTEST_SKIP();", "TEST(A, DISABLED_b)",
           "QEventLoop loop;", "dialog->exec();", "QFileDialog dialog; dialog.exec();", "// TODO later", "// FIXME",
           "QThread::msleep(10);"]
    good = ["EXPECT_TRUE(x);", "query.exec();", "return application.exec();", "mktemp -d XXXXXX", "dialog->open();"]

    def test_each_forbidden_word_is_named(self):
        for line in self.bad:
            with self.subTest(line=line):
                self.assertTrue(words.check(self.tree({"tests/a.cpp": line + "\n"})))

    def test_ordinary_lines_pass(self):
        for line in self.good:
            with self.subTest(line=line):
                self.assertEqual(words.check(self.tree({"tests/a.cpp": line + "\n"})), [])

    def test_every_exception_has_a_reason_and_is_narrow(self):
        for place, word, reason in words.ALLOWED:
            self.assertTrue(place.startswith("^") and place.endswith("$") and word and len(reason) > 20)


class FormTest(CheckTest):
    def test_a_clean_pair_passes(self):
        files = self.tree({"a/x.h": HEADER + "#pragma once\n", "a/x.cpp": HEADER + "#include <a/x.h>\n"})
        self.assertEqual(form.check(files), [])

    def test_each_fault_is_named(self):
        faults = [
            {"a/x.cpp": "int a;\n"},
            {"a/script": "#!/bin/sh\n"},
            {"a/x.h": HEADER},
            {"a/x.cpp": HEADER + "\n" * 800},
        ]
        for contents in faults:
            with self.subTest(contents=sorted(contents)):
                self.assertEqual(len(form.check(self.tree(contents))), 1)

    def test_large_files_are_reported_before_they_fail(self):
        self.assertEqual(len(form.large_files(self.tree({"a/x.cpp": HEADER + "\n" * 600}))), 1)


class TranslationsTest(unittest.TestCase):
    code = {("page", "Page %1 of %2", ""): ([""], True, False), ("page", "%n files.", ""): ([""] * 3, True, True)}

    def findings(self, whole, plurals, attributes=""):
        forms = "".join(f"<numerusform>{form}</numerusform>" for form in plurals)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report_de.ts"
            path.write_text(f"""<TS><context><name>page</name>
                <message><source>Page %1 of %2</source><translation{attributes}>{whole}</translation></message>
                <message numerus="yes"><source>%n files.</source><translation>{forms}</translation></message>
                </context></TS>""", encoding="utf-8")
            return list(translations.check_file(path, "de", self.code))

    def test_a_whole_translation_is_silent(self):
        self.assertEqual(self.findings("Seite %1 von %2", ["%n Datei.", "%n Dateien."]), [])

    def test_each_fault_is_found(self):
        good = ["%n Datei.", "%n Dateien."]
        for whole, plurals, attributes in [("Seite %1", good, ""), ("", good, ""), ("Seite %1 von %2 ", good, ""),
                                           ("Seite %1 von %2", good, ' type="unfinished"'),
                                           ("&lt;b&gt;Seite&lt;/b&gt; %1 von %2", good, ""),
                                           ("Seite %1 von %2", ["%n Dateien."], ""),
                                           ("Seite %1 von %2", ["%n Datei.", "Dateien."], ""),
                                           ("Seite %1 von %2", ["%n Datei.", "%n Dateien"], "")]:
            self.assertNotEqual(self.findings(whole, plurals, attributes), [], (whole, plurals, attributes))

    def test_a_text_that_only_one_side_has_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report_de.ts"
            path.write_text("<TS><context><name>page</name><message><source>Gone</source><translation>Weg</translation>"
                            "</message></context></TS>", encoding="utf-8")
            found = list(translations.check_file(path, "de", self.code))
        self.assertEqual(len(found), 3, found)


if __name__ == "__main__":
    unittest.main()
