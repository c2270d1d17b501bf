# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may include whom. The tables below are the rule; README "Rooms" explains it.

A check by text, because a PRIVATE link does not keep system headers out: libssh's and Qt's lie in folders that every
compiler call searches anyway.
"""

import re
from pathlib import Path

# Room -> rooms it may include besides itself. A file belongs to the longest room that is a prefix of its folder.
# Only app's own files, the composition root, see everything.
BELOW_SESSION = ["models/base", "runbooks", "models/files", "models/terminal", "models/ledger", "models/escalation"]
MODELS = BELOW_SESSION + ["models/x509", "models/session", "models/timeline", "models/retention", "models/audit", "models/report",
                          "models/replay", "models/items"]
ROOMS = {
    "models/base": [],
    "runbooks": ["models/base"],
    "models/files": ["models/base"],
    "models/terminal": ["models/base", "runbooks"],
    "models/ledger": ["models/base", "runbooks"],
    "models/x509": ["models/base", "models/ledger"],
    "models/escalation": ["models/base", "runbooks", "models/terminal", "models/ledger"],
    "models/session": BELOW_SESSION,
    "models/timeline": BELOW_SESSION + ["models/session"],
    "models/retention": BELOW_SESSION + ["models/session"],
    "models/audit": BELOW_SESSION + ["models/session"],
    "models/report": BELOW_SESSION + ["models/x509", "models/session", "models/timeline"],
    "models/replay": BELOW_SESSION + ["models/session", "models/report"],
    "models/items": BELOW_SESSION + ["models/session", "models/timeline", "models/audit"],
    "ui": MODELS,
    "ui/common": MODELS,
    "ui/terminal": ["models/base", "models/terminal", "ui/common"],
    "app/ssh": MODELS,
    "app/practice": MODELS + ["app/ssh"],  # server and client share the small owners of libssh's and the system's handles
    "app/secrets": MODELS,
    "app/pdf": MODELS + ["app/pdf"],
    "app/timestamp": MODELS,
    "app/notify": MODELS,
    "app/central": MODELS,
    "app/cli": MODELS + ["app"],
    "app": MODELS + ["ui", "app"],
}
# A room named here opens its sub-rooms too: "ui" may include ui/terminal, and app/main every adapter.
OPEN_PREFIXES = {"ui": ["ui"], "app": ["ui", "app"], "app/cli": ["app"]}

# Qt modules a room may use; Qt's own headers tell which module a header is of.
CORE = {"QtCore"}
QT_MODULES = {
    "models/base": CORE,
    "runbooks": CORE,
    "models/files": CORE | {"QtConcurrent"},
    "models/terminal": CORE,
    "models/ledger": CORE | {"QtSql"},
    "models/x509": CORE,
    "models/escalation": CORE,
    "models/session": CORE | {"QtConcurrent"},
    "models/timeline": CORE,
    "models/retention": CORE,
    "models/audit": CORE | {"QtConcurrent", "QtSql"},
    "models/report": CORE | {"QtConcurrent"},
    "models/replay": CORE,
    "models/items": CORE,
    "ui": CORE | {"QtGui", "QtWidgets", "QtSvg", "QtDBus", "QtConcurrent"},
    "app/ssh": CORE,
    "app/practice": CORE,
    "app/secrets": CORE | {"QtDBus", "QtConcurrent"},
    "app/pdf": CORE | {"QtGui", "QtSvg"},
    "app/timestamp": CORE | {"QtNetwork"},
    "app/notify": CORE | {"QtNetwork", "QtDBus"},
    "app/central": CORE | {"QtSql"},
    "app/cli": CORE | {"QtConcurrent"},
    "app": CORE | {"QtGui", "QtWidgets", "QtSvg", "QtDBus", "QtConcurrent", "QtNetwork"},
}

# Third-party headers that only some rooms may know.
THIRD_PARTY = {
    r"libssh/": {"app/ssh", "app/practice"},
    r"qt6keychain/": {"app/secrets"},
    r"sqlite3\.h": {"models/ledger", "models/audit"},
    r"openssl/": {"models/base", "models/ledger", "models/x509", "app/secrets", "app/ssh", "app/practice"},
    r"cmark-gfm": {"runbooks"},
    r"zip\.h": {"models/report"},
    r"spdlog/": {"models/base"},
    r"CLI/": {"app/cli"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def longest_prefix(table, folder):
    matches = [room for room in table if folder == room or folder.startswith(room + "/")]
    return max(matches, key=len, default=None)


def qt_headers(include_root):
    """Header name -> Qt module, read from Qt's own include folders."""
    modules = {}
    for module in sorted(Path(include_root).glob("Qt*")):
        for header in module.iterdir():
            modules.setdefault(header.name, module.name)
    return modules


def may_include(room, other):
    return other == room or other in ROOMS[room] or longest_prefix(OPEN_PREFIXES.get(room, []), other) is not None


def judge(file, include, headers):
    """Why this include is not allowed here, or None."""
    room = longest_prefix(ROOMS, file.folder)
    top = include.split("/")[0]
    if top in {"models", "runbooks", "ui", "app"}:
        other = longest_prefix(ROOMS, include.rsplit("/", 1)[0])
        if other is None:
            return "is in a room the layer table does not know"
        if not (file.root / include).is_file():
            return "does not exist in the tree"
        return None if may_include(room, other) else f"{room} may not know {other}"
    if top == "tests":
        return "the program may not include its tests"
    for pattern, rooms in THIRD_PARTY.items():
        if re.match(pattern, include) and room not in rooms:
            return f"only {', '.join(sorted(rooms))} may include it"
    module = top if top.startswith("Qt") and "/" in include else headers.get(include)
    if module and module.startswith("Qt") and module not in QT_MODULES[longest_prefix(QT_MODULES, file.folder)]:
        return f"{room} may not use {module}"
    return None


def check(files, headers):
    findings = []
    for file in files:
        if not file.is_cpp or file.path.split("/")[0] not in {"models", "runbooks", "ui", "app"}:
            continue
        if longest_prefix(ROOMS, file.folder) is None:
            findings.append(f"{file.path}: lies in a room the layer table does not know")
            continue
        for number, line in enumerate(file.lines, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, include = match.groups()
            if quote == '"' and not include.endswith(".moc"):
                findings.append(f'{file.path}:{number}: "{include}": include by path, with <>')
            elif reason := judge(file, include, headers):
                findings.append(f"{file.path}:{number}: <{include}>: {reason}")
    return findings
