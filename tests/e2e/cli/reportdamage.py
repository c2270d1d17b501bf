# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a report on its way: each function changes the folder it is given, by chance of the given generator."""

import hashlib
import json
import os
import subprocess

MANIFEST, SIGNATURE = "MANIFEST.sha256", "MANIFEST.sha256.sig"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def some_file(folder, chance):
    return folder / chance.choice(names(folder))


def flip_a_bit(folder, chance):
    path = some_file(folder, chance)
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def truncate(folder, chance):
    path = some_file(folder, chance)
    data = path.read_bytes()
    path.write_bytes(data[:chance.randrange(len(data))])


def lengthen(folder, chance):
    path = some_file(folder, chance)
    path.write_bytes(path.read_bytes() + chance.choice([b"\n", b"\0", b" ", b"more\n"]))


def drop(folder, chance):
    some_file(folder, chance).unlink()


def add(folder, chance):
    (folder / chance.choice(["notes.txt", ".hidden", "terminal-9.cast", "a b", "x\ny", "MANIFEST.sha256.sig.old"])).write_text("x")


def add_a_folder(folder, chance):
    (folder / "more").mkdir()


def rename(folder, chance):
    path = some_file(folder, chance)
    path.rename(folder / (path.name.upper() if path.name.islower() else path.name.lower()))


def swap(folder, chance):
    left, right = chance.sample(names(folder), 2)
    (folder / left).rename(folder / "swapping")
    (folder / right).rename(folder / left)
    (folder / "swapping").rename(folder / right)


def link(folder, chance):
    path = some_file(folder, chance)
    away = folder.parent / "elsewhere"
    path.rename(away)
    path.symlink_to(away)


def pipe(folder, chance):
    path = some_file(folder, chance)
    path.unlink()
    os.mkfifo(path)


def change_lines(path, change):
    lines = path.read_bytes().split(b"\n")[:-1]
    path.write_bytes(b"".join(line + b"\n" for line in change(lines)))


def drop_a_line(folder, chance):
    def change(lines):
        del lines[chance.randrange(len(lines))]
        return lines
    change_lines(folder / chance.choice(["session.jsonl", "ledger-proof.txt"]), change)


def repeat_a_line(folder, chance):
    def change(lines):
        at = chance.randrange(len(lines))
        return lines[:at] + [lines[at]] + lines[at:]
    change_lines(folder / chance.choice(["session.jsonl", "ledger-proof.txt", MANIFEST]), change)


def exchange_two_entries(folder, chance):
    def change(lines):
        left, right = chance.sample(range(len(lines)), 2)
        lines[left], lines[right] = lines[right], lines[left]
        return lines
    change_lines(folder / "session.jsonl", change)


def change_a_field(folder, chance):
    values = [0, 1, -1, True, False, None, "", "x", [], {}, 2 ** 63, 1e300, "00", {"pane": "web"}]

    def change(lines):
        at = chance.randrange(len(lines))
        entry = json.loads(lines[at])
        key = chance.choice(sorted(entry))
        old = entry[key]
        entry[key] = chance.choice([value for value in values if value != old or type(value) is not type(old)])
        lines[at] = json.dumps(entry).encode()
        return lines
    change_lines(folder / "session.jsonl", change)


def change_an_attachment(folder, chance):
    def change(lines):
        at = chance.choice([at for at, line in enumerate(lines) if json.loads(line)["attachments"]])
        entry = json.loads(lines[at])
        attachment = entry["attachments"][0]
        key = chance.choice(sorted(attachment))
        attachment[key] = {"size": attachment["size"] + 1, "commitment": "0" * 64, "salt": attachment["salt"][2:] or "00",
                           "erased": not attachment["erased"]}[key]
        lines[at] = json.dumps(entry).encode()
        return lines
    change_lines(folder / "session.jsonl", change)


def say_it_in_another_way(folder, chance):
    """Text that lenient readers take for the same, or for something else."""
    def change(lines):
        at = chance.randrange(len(lines))
        old, new = chance.choice([
            (b'{"actor"', b'{"actor":"somebody","actor"'), (b'{"actor"', b'{"\\u0061ctor":"somebody","actor"'),
            (b'{"actor"', b'{"approved":true,"actor"'), (b'{"actor"', b'\xef\xbb\xbf{"actor"'), (b'{"actor"', b' {"actor"'),
            (b'"seq":', b'"seq":0'), (b'"seq":', b'"seq":+'), (b'"type":"', b'"type":"\\'), (b'"type":"', b'"type":"\t'),
            (b'"clock_synchronised":', b'"clock_synchronised":!'), (b'"utc":"', b'"utc":"\xff'), (b'"run":"', b'"run":"\0'),
            (b'"record":"', b'"record":" '), (b'"record":"', b'"record":"='), (b'=="', b'="'), (b'"}', b'"} '),
            (b'"}', b'","x":NaN}'), (b'"}', b'","x":' + b"[" * 100_000 + b"}")])
        lines[at] = lines[at].replace(old, new, 1) if old in lines[at] else lines[at] + b"\r"
        return lines
    change_lines(folder / "session.jsonl", change)


def change_a_count(folder, chance):
    path = folder / "ledger-proof.txt"
    old, new = chance.choice([(b"checkpoint 3", b"checkpoint 03"), (b"checkpoint 3", b"checkpoint +3"), (b"checkpoint 3", b"checkpoint 4"),
                              (b"checkpoint 3", b"checkpoint 99999999999999999999"), (b"signature ", b"signature -"),
                              (b"signature ", b"signature  "), (b"entry ", b"entry 0"), (b"entry ", b"entry 9999999999999"),
                              (b"entry ", b"entry\t"), (b"proof 1\n", b"proof 2\n"), (b"proof 1\n", b"proof 1\r\n")])
    path.write_bytes(path.read_bytes().replace(old, new, 1))


def unsign_the_checkpoint(folder, chance):
    path = folder / "ledger-proof.txt"
    head, _, rest = path.read_bytes().partition(b"signature ")
    count, _, lines = rest.partition(b"\n")
    path.write_bytes(head + b"signature 0\n" + b"\n".join(lines.split(b"\n")[int(count):]))


ACCIDENTS = [flip_a_bit, flip_a_bit, flip_a_bit, truncate, lengthen, drop, add, add_a_folder, rename, swap, link, pipe, drop_a_line,
             repeat_a_line, exchange_two_entries, change_a_field, change_an_attachment, say_it_in_another_way, change_a_count]
# What the key's own holder could try, who makes the manifest anew and signs it.
FORGERIES = [drop_a_line, exchange_two_entries, change_a_field, change_an_attachment, say_it_in_another_way, change_a_count]


def forge_a_recording(folder, chance):
    path = folder / chance.choice(sorted({"terminal-1.cast", "runbook.md"} & set(names(folder))))
    data = bytearray(path.read_bytes())
    start = data.index(b"\n") + 1 if path.suffix == ".cast" else 0  # a recording's header is not the ledger's
    data[chance.randrange(start, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def add_a_recording(folder, chance):
    (folder / chance.choice(["terminal-2.cast", "terminal-x.cast"])).write_text('{"version":2}\n[1,"o","all is well"]\n')


FORGERIES += [forge_a_recording, add_a_recording]


def sign(folder, key, namespace="session-report@holdpoint"):
    (folder / SIGNATURE).unlink(missing_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", namespace, folder / MANIFEST], check=True,
                   stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def sign_anew(folder, key):
    """The manifest fits the files again and has a good signature."""
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names(folder)
             if not name.startswith(MANIFEST)]
    (folder / MANIFEST).write_text("".join(lines))
    sign(folder, key)
