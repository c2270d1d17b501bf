# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of the tree as the checks see them: a path relative to the root, and the text."""

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

SKIPPED_FOLDERS = {"build", ".git", ".cache", "__pycache__"}
# Data that tests feed to the programs, byte for byte: not our source.
SKIPPED_PREFIXES = ("tests/fixtures/", "tests/fuzz/corpus/")


@dataclass(frozen=True)
class SourceFile:
    root: Path = field(repr=False)
    path: str

    @property
    def folder(self):
        return os.path.dirname(self.path)

    @property
    def name(self):
        return os.path.basename(self.path)

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def is_cpp(self):
        return self.suffix in {".cpp", ".h"}

    @cached_property
    def text(self):
        try:
            return (self.root / self.path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    @property
    def lines(self):
        return self.text.splitlines()


def source_files(root):
    root = Path(root)
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
        for name in sorted(names):
            path = (Path(folder) / name).relative_to(root).as_posix()
            if not path.startswith(SKIPPED_PREFIXES) and not (root / path).is_symlink():
                found.append(SourceFile(root, path))
    return found
