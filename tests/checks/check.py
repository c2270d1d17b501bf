#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs one check over the tree: check.py layers|words|form ROOT [QT_INCLUDE_FOLDER]. Exit 1 when it finds something."""

import sys

import form
import layers
import sourcetree
import words


def main(name, root, qt_includes=None):
    files = sourcetree.source_files(root)
    if not any(file.is_cpp for file in files):
        return [f"{root}: no source files; the check would prove nothing"]
    if name == "words":
        return words.check(files)
    if name == "form":
        for line in form.large_files(files):
            print("large:", line)
        return form.check(files)
    headers = layers.qt_headers(qt_includes)
    if headers.get("QPainter") != "QtGui":
        return [f"{qt_includes}: holds no Qt headers; the check would prove nothing"]
    return layers.check(files, headers)


if __name__ == "__main__":
    findings = main(*sys.argv[1:])
    print("\n".join(findings) or "nothing found")
    sys.exit(1 if findings else 0)
