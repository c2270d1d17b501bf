#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks a Holdpoint session report of version 1 without Holdpoint.

    verify-report.py REPORT [--allowed-signers FILE] [--ca FILE [--crl FILE]] [--tsa-ca FILE] [--json]

REPORT is the folder, or the .zip of it. The first FILE lists the keys you accept, see "ALLOWED SIGNERS" in ssh-keygen(1); the
others hold the certificates (PEM) of the authorities you accept, what they revoked, and who may stamp. Take them from somebody
you trust by another way than the report. Three verdicts come out, each good, bad or unknown, and two that may be absent:

    signature      who signed the list of files (MANIFEST.sha256)
    completeness   whether the files are those of the list, and no others
    ledger         whether the recorded entries stand, unchanged and in order, in the ledger whose checkpoint is in the report
    timestamp      whether an authority saw the signature, and when (RFC 3161)
    certificate    who signed the list of files and report.pdf by certificate (CMS)

It ends with 0 when the first three are good and the two not bad, with 1 when not, with 2 when the call is wrong.

Written from models/report/FORMAT.md and models/ledger/FORMAT.md alone, as a second opinion beside holdpoint-cli: it shares no
code with it. Needs Python 3.9 or later and ssh-keygen (OpenSSH 8.2 or later), which judges the signatures; and openssl (3.0 or
later) where there is a time stamp or a certificate. It opens plain files for reading, follows no link, unpacks nothing, and
writes nothing but what those two judge into a temporary folder of its own.
"""

import argparse
import base64
import bisect
import collections
import contextlib
import datetime
import hashlib
import io
import json
import os
import pathlib
import re
import stat
import struct
import subprocess
import sys
import tempfile
import zlib

MANIFEST, SIGNATURE, PSEUDONYMOUS = "MANIFEST.sha256", "MANIFEST.sha256.sig", "pseudonymous.jsonl"
CERTIFICATE_SIGNATURE, STAMPS = "MANIFEST.sha256.p7s", ("MANIFEST.sha256.sig.tsr", "MANIFEST.sha256.tsr")
PAGE, PDF, LOG, PROOF, RUNBOOK = "report.html", "report.pdf", "session.jsonl", "ledger-proof.txt", "runbook.md"
MIB = 1 << 20
LIMITS = {MANIFEST: MIB, LOG: 512 * MIB, PROOF: 1024 * MIB, RUNBOOK: 64 * MIB,
          **dict.fromkeys((SIGNATURE, CERTIFICATE_SIGNATURE, *STAMPS), 64 << 10)}
SIGNED_PDF_LIMIT, FILE_LIMIT = 256 * MIB, 2048 * MIB
BODY_LIMIT, ATTACHMENT_LIMIT, CHECKPOINT_LIMIT = 16 * MIB, 64 * MIB, 64 << 10
NAMED_FILES, DEEPEST_JSON, LONGEST_PATH = 1000, 128, 64
REVOKED = b"-----BEGIN X509 CRL-----"


class Bad(Exception):
    """Something in the report is not what the format says; `entry` is the number of the entry it was found at."""

    def __init__(self, reason, entry=None):
        super().__init__(reason)
        self.reason, self.entry = reason, entry


# ---- 1. Where the files come from: a folder or a zip. Nothing in either is trusted. ----

def name_from(octets):
    """As text; one that is no UTF-8, and so no report's, with its octets beyond ASCII as \\xNN."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("ascii", "backslashreplace")


class Folder:
    def __init__(self, path):
        self.descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)

    def names(self):
        return sorted(name_from(os.fsencode(name)) for name in os.listdir(self.descriptor))

    def open(self, name):
        """The file and its size."""
        try:
            # O_NONBLOCK: opening a pipe that somebody planted would wait for ever.
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            file = os.fdopen(os.open(name, flags, dir_fd=self.descriptor), "rb")
        except OSError as error:  # a symbolic link too
            raise Bad(f"{name}: {error.strerror}") from None
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode):
            return file, status.st_size
        file.close()
        raise Bad(f"{name}: not a plain file")


class Unpacked(io.RawIOBase):
    """A file of a zip: all that its packed bytes are, and nothing may stand behind their end."""

    def __init__(self, descriptor, member):
        self.descriptor, self.member, self.taken, self.given, self.sum = descriptor, member, 0, 0, 0
        self.stream = zlib.decompressobj(-15) if member.method else None

    def readable(self):
        return True

    def readinto(self, buffer):
        member, stream, packed, data = self.member, self.stream, b"-", b""
        while packed and not data and not (stream and stream.eof):
            packed = os.pread(self.descriptor, min(len(buffer), member.packed - self.taken), member.place + self.taken)
            data, tail = (stream.decompress(packed, len(buffer)), stream.unconsumed_tail) if stream else (packed, b"")
            self.taken += len(packed) - len(tail)
        self.given, self.sum = self.given + len(data), zlib.crc32(data, self.sum)
        is_end = not stream or stream.eof and not stream.unused_data
        is_whole = is_end and (self.taken, self.given, self.sum) == (member.packed, member.size, member.sum)
        if self.given > member.size or not (data or is_whole):
            raise zlib.error("its bytes are not all of the file, or not only that")
        buffer[:len(data)] = data
        return len(data)


class Zip:
    """Every program finds the same files in it: they, their index and the end record fill it, and tell one story (APPNOTE.TXT)."""
    MOST_FILES, LARGEST_INDEX, LARGEST_WHOLE = 10_000, 4 * MIB, 4096 * MIB
    # Extra fields that give another size, name, comment, kind or target of a link to those who read them.
    MISLEADING = (0x0001, 0x000D, 0x6375, 0x6C78, 0x7075, 0x756E)
    PLAIN_NAME, PLAIN_TOP = r"(?!\.{1,2}\Z)[^/\\]+", r"(\./|(?!\.\.?/)[^/\\]+/)?"
    UNLIKE = "the zip has something beside its files and their index, or says of them what not every program takes alike"
    Member = collections.namedtuple("Member", "name method sum packed size attributes place")

    def __init__(self, file):
        self.file, self.members = file, {}
        members = self.filling(*self.index())
        if sum(member.size for member in members) > self.LARGEST_WHOLE:
            raise Bad("the zip would unpack to more than 4 GiB")
        tops = {member.name.partition("/")[0] for member in members}
        top = tops.pop() + "/" if len(tops) == 1 and all("/" in member.name for member in members) else ""
        for member in members:
            name, mode = member.name[len(top):], stat.S_IFMT(member.attributes >> 16)
            if top and not name:  # the line of the folder itself: some programs deflate its nothing
                is_empty = self.bytes_at(member.place, 3)[:member.packed] == b"\3\0"[:member.method]
                is_plain = mode in (0, stat.S_IFDIR) and is_empty and member.size == member.sum == 0
            else:
                is_plain = mode in (0, stat.S_IFREG) and not member.attributes & 0x10 and re.fullmatch(self.PLAIN_NAME, name)
            if not is_plain or name in self.members or member.attributes & 8 or not re.fullmatch(self.PLAIN_TOP, top):
                raise Bad(f"the zip holds something else than new plain files in one place: {member.name}")
            self.members[name] = member
        self.members.pop("", None)

    def bytes_at(self, place, size):
        return os.pread(self.file.fileno(), size, place)

    def index(self):
        """Where the only end record says that the index lies, and of how many lines it is."""
        size = self.file.seek(0, os.SEEK_END)
        tail = self.bytes_at(max(0, size - 65_557), 65_557)
        end = tail.rfind(b"PK\x05\x06")
        if end < 0 or len(tail) < end + 22:
            raise Bad("it is neither a folder nor a zip")
        disks, here, count, length, begin, comment = struct.unpack_from("<I2H2IH", tail, end + 4)
        if count > self.MOST_FILES or length > self.LARGEST_INDEX:  # the index is read whole into memory
            raise Bad("the zip has too many files")
        if (disks or here != count or tail.count(b"PK\x05\x06") > 1 or len(tail) != end + 22 + comment
                or begin + length + 22 + comment != size or self.bytes_at(max(0, begin + length - 20), 4) == b"PK\x06\x07"):  # ZIP64
            raise Bad(self.UNLIKE)
        return begin, length, count

    def lines(self, begin, length):
        """Of the index, by the place of the file: its version, flags, method, time, sum and sizes, its name, its attributes."""
        index, at, lines = self.bytes_at(begin, length) + bytes(46), 0, []
        while at < length:
            mark, *told, size, extra, comment, disk, attributes, offset = struct.unpack_from("<4s2x3H4I4H2x2I", index, at)
            (version, flags, method, _, _, packed, unpacked), at = told, at + 46 + size + extra
            name = index[at - extra - size:at - extra]
            if (mark != b"PK\x01\x02" or comment or disk or b"\0" in name or name != name_from(name).encode() or at > length
                    or not (flags & 0x800 or name.isascii()) or version > 45 or flags & ~0x80E or max(packed, unpacked) == 0xFFFFFFFF
                    or method != 8 and (method or packed != unpacked) or not self.are_harmless(index[at - extra:at])):
                raise Bad(self.UNLIKE)
            lines.append((offset, told, name, attributes))
        return sorted(lines)

    def are_harmless(self, extra, at=0):
        """Whether it is whole records, none of which misleads."""
        while at + 4 <= len(extra):
            tag, size = struct.unpack_from("<2H", extra, at)
            if tag in self.MISLEADING:
                return False
            at += 4 + size
        return at == len(extra)

    def filling(self, begin, length, count):
        """The files, after each had the same said before its bytes, and they filled the zip up to the index."""
        members, place = [], 0
        for offset, told, name, attributes in self.lines(begin, length):
            mark, *own, size, extra = struct.unpack("<4s3H4I2H", self.bytes_at(offset, 30).ljust(30, b"\0"))
            rest, (_, flags, method, _, *sizes) = self.bytes_at(offset + 30, size + extra), told
            # Sum and sizes may come behind the bytes; but nothing in stored ones says where they end.
            late = [flags & 8, flags & method & 8, flags & method & 8]
            again = b"PK\x07\x08" + struct.pack("<3I", *sizes) if flags & 8 else b""
            start = offset + 30 + size + extra
            if (offset != place or mark != b"PK\x03\x04" or own[:4] != told[:4] or rest[:size] != name
                    or not self.are_harmless(rest[size:]) or self.bytes_at(start + sizes[1], len(again)) != again
                    or any(here != there and (there or not is_late) for here, there, is_late in zip(sizes, own[4:], late))):
                raise Bad(self.UNLIKE)
            members.append(self.Member(name.decode(), method, *sizes, attributes, start))
            place = start + sizes[1] + len(again)
        if place != begin or len(members) != count:
            raise Bad(self.UNLIKE)
        return members

    def names(self):
        return sorted(self.members)

    def open(self, name):
        if name not in self.members:
            raise Bad(f"{name}: no such file")
        return io.BufferedReader(Unpacked(self.file.fileno(), self.members[name]), MIB), self.members[name].size


class Unopened(collections.namedtuple("Unopened", "reason")):
    """A report that cannot be looked into, and why."""

    def names(self, _name=None):
        raise Bad(self.reason)

    open = names


class Report:
    def __init__(self, source):
        self.names, self.source = source.names, source

    @contextlib.contextmanager
    def open(self, name):
        """The file, which is read to its end: what does not unpack is not judged by the part that did."""
        try:
            file, size = self.source.open(name)
            with file:
                if size > (limit := LIMITS.get(name, FILE_LIMIT)):
                    raise Bad(f"{name}: larger than {limit} bytes")
                try:
                    yield file
                finally:
                    while file.read(MIB):
                        pass
        except (Bad, MemoryError):
            raise
        except Exception as error:  # the disk, or what does not unpack
            raise Bad(f"{name}: {getattr(error, 'strerror', None) or 'its bytes do not unpack'}") from None

    def pieces(self, name):
        with self.open(name) as file:
            while piece := file.read(MIB):
                yield piece

    def read(self, name):
        return b"".join(self.pieces(name))


# ---- 2. Signatures: SSHSIG (OpenSSH PROTOCOL.sshsig). What they are worth says ssh-keygen. ----

# by: "nobody", "broken" (does not fit), "somebody" (fits, no list was given), "known" (fits, and on the list),
# "refused" (fits, but the list does not allow it)
Signed = collections.namedtuple("Signed", "by signer fingerprint reason")
KEY_TYPE = rb"ssh-(ed25519|rsa)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com"
NOBODY, ACCEPTED = Signed("nobody", "", "", "the report is not signed"), ("somebody", "known")


class Fields:
    """Takes bytes apart from the front; integers are big-endian."""

    def __init__(self, data, what):
        self.data, self.at, self.what = data, 0, what

    def take(self, count):
        self.at += count
        if self.at > len(self.data):
            raise Bad(f"{self.what} is cut off")
        return self.data[self.at - count:self.at]

    def number(self, octets, signed=False):
        return int.from_bytes(self.take(octets), "big", signed=signed)

    def string(self, octets=4):
        return self.take(self.number(octets))

    def end(self):
        if self.at != len(self.data):
            raise Bad(f"{self.what} goes on where it should end")


def from_base64(text, what):
    with contextlib.suppress(ValueError):
        data = base64.b64decode(text, validate=True)
        if base64.b64encode(data) == text:  # one text, one meaning
            return data
    raise Bad(f"{what} is not base64 as RFC 4648 writes it")


def signing_key(armour, namespace):
    """The public key inside, after all that can be seen without arithmetic was looked at."""
    if len(armour) > LIMITS[SIGNATURE]:
        raise Bad("the signature is too large")
    text = re.fullmatch(rb"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n?",
                        armour.replace(b"\r\n", b"\n"))
    if not text:
        raise Bad("the signature has no armour as the format says")
    fields = Fields(from_base64(text[1].replace(b"\n", b""), "the signature"), "the signature")
    if fields.take(6) != b"SSHSIG" or fields.number(4) != 1:
        raise Bad("it is not an SSHSIG signature of version 1")
    key, space, _reserved, digest, signature = (fields.string() for _ in range(5))
    fields.end()
    if space != namespace.encode():
        raise Bad(f"the signature is for \"{space.decode(errors='replace')}\", not for \"{namespace}\"")
    if digest not in (b"sha256", b"sha512"):
        raise Bad("the signature has a bad hash")
    parts = Fields(key, "the key")
    kind = parts.string()
    if not re.fullmatch(KEY_TYPE, kind):
        raise Bad("the signature has a bad key type")
    if kind == b"ssh-rsa" and not 2048 <= int.from_bytes((parts.string(), parts.string())[1], "big").bit_length() <= 16384:
        raise Bad("the RSA key has not 2048 to 16384 bits")
    made = Fields(signature, "the signature")
    if kind.startswith(b"sk-") and not (made.string(), made.string(), made.number(1))[2] & 1:
        raise Bad("nobody touched the security key")
    return key


def ssh_keygen(operation, message, *options):
    """What it complains of; nothing when it is content."""
    done = subprocess.run(["ssh-keygen", "-Y", operation, *options], input=message, capture_output=True, timeout=120)
    return "" if done.returncode == 0 else (done.stderr or done.stdout).decode(errors="replace").strip() or "it fits nothing"


def allowed_lines(allowed, key):
    """The lines of the list that may hold the key, each with the names it stands for: as ssh-keygen takes it apart."""
    for line in allowed.split(b"\n"):
        line = line.partition(b"\0")[0].lstrip(b" \t")
        names = re.match(rb'([^ \t\r"]*)(?:"([^"]*)"|[ \t\r])', line)
        if names and not line.startswith(b"#") and base64.b64encode(key) in re.sub(rb"\s", b"", line):
            yield line, [name for name in (names[1] + (names[2] or b"")).split(b",") if name]


def signed_by(armour, namespace, message, allowed):
    """Who signed the message; Bad where the signature is none, or does not fit it."""
    key = signing_key(armour, namespace)
    fingerprint = "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")
    with tempfile.TemporaryDirectory(prefix="verify-report-") as folder:
        armour_file, list_file = pathlib.Path(folder, "signature"), pathlib.Path(folder, "allowed_signers")
        armour_file.write_bytes(armour.replace(b"\r\n", b"\n"))
        if ssh_keygen("check-novalidate", message, "-n", namespace, "-s", armour_file):
            raise Bad("the signature does not fit the message")
        if allowed is None:
            return Signed("somebody", "", fingerprint, "it fits, but no list of allowed signers was given to tell whose it is")
        reason = f"the key {fingerprint} is not among the allowed signers"
        for line, names in allowed_lines(allowed, key):
            # Alone in a file of its own: a line that ssh-keygen cannot read must not hide another.
            list_file.write_bytes(line + b"\n")
            for name in (name for name in names if not name.startswith(b"!") and len(name) < 1023):  # longer ones match nothing
                if not (complaint := ssh_keygen("verify", message, "-n", namespace, "-s", armour_file, "-f", list_file, "-I", name)):
                    return Signed("known", b",".join(names).decode(errors="replace"), fingerprint, "")
                reason = f"the list has the key {fingerprint}, but does not allow this: {complaint}"
        return Signed("refused", "", fingerprint, reason)


def manifest_signature(report, allowed):
    try:
        if SIGNATURE not in report.names():
            return NOBODY
        return signed_by(report.read(SIGNATURE), "session-report@holdpoint", report.read(MANIFEST), allowed)
    except Bad as bad:
        return Signed("broken", "", "", bad.reason)


def signature_verdict(manifest, allowed):
    # Who names the signers they accept asks for a signature; who does not may look at an unsigned report.
    unknown = manifest.by == "somebody" or (manifest.by == "nobody" and allowed is None)
    verdict = "good" if manifest.by == "known" else "unknown" if unknown else "bad"
    return {"verdict": verdict, "signer": manifest.signer, "fingerprint": manifest.fingerprint, "reason": manifest.reason}


# ---- 3. Completeness: the files are those of the manifest. ----

def read_manifest(data):
    if not data.endswith(b"\n"):
        raise Bad("the manifest does not end with a line feed")
    listed = {}
    for count, line in enumerate(data[:-1].split(b"\n"), 1):
        parts = re.fullmatch(rb"([0-9a-f]{64})  ([!-.0-\[\]-~]{1,255})", line)
        name = parts[2].decode() if parts else ""
        if not parts or name in (".", "..") or name in listed:
            raise Bad(f"line {count} of the manifest is not a hash and a new plain file name")
        listed[name] = parts[1].decode()
    return listed


def file_state(report, name, digest):
    found = hashlib.sha256()
    try:
        for piece in report.pieces(name):
            found.update(piece)
    except Bad as bad:
        return "unreadable", bad.reason
    return ("intact" if found.hexdigest() == digest else "changed"), ""


def is_pseudonymous(listed):
    """It holds no records of the ledger, and says so by what it holds in their place."""
    return PSEUDONYMOUS in listed and LOG not in listed and PROOF not in listed


def completeness_verdict(report):
    try:
        listed = read_manifest(report.read(MANIFEST))
    except Bad as bad:
        return {"verdict": "bad", "files": [], "reason": bad.reason}
    required = (PAGE, PSEUDONYMOUS) if is_pseudonymous(listed) else (PAGE, LOG, PROOF)
    names = dict.fromkeys(report.names())
    found = [(name, "missing", "") for name in required if name not in listed]
    found += [(name, *(file_state(report, name, digest) if name in names else ("missing", ""))) for name, digest in listed.items()]
    stamp = STAMPS[0] if STAMPS[0] in names else STAMPS[1]  # only one is judged
    found += [(name, "unlisted", "") for name in names
              if name not in listed and name not in (MANIFEST, SIGNATURE, CERTIFICATE_SIGNATURE, stamp)]
    off = [f"{name} is {state}" for name, state, _ in found if state != "intact"]
    reason = ", ".join(off[:20])
    if len(found) > NAMED_FILES:
        reason = f"{len(found)} files in all, {len(off)} of them not as listed; only {NAMED_FILES} are named"
    return {"verdict": "bad" if off else "good", "reason": reason,
            "files": [{"name": name, "state": state, "reason": why} for name, state, why in found[:NAMED_FILES]]}


# ---- 4. The ledger: records, chain, tree, and what the entries commit to. ----

Entry = collections.namedtuple("Entry", "sequence leaf previous type run body attachments")
Attachment = collections.namedtuple("Attachment", "size commitment salt erased")
Proof = collections.namedtuple("Proof", "checkpoint signature origin size root items")


def no_key_twice(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key comes twice")
    return value


def number_from(digits):
    """As an integer where it is whole and has 64 bits, else as a double: what compares as the same is the same."""
    value = int(digits) if re.fullmatch("-?[0-9]{1,19}", digits) else float(digits)
    value = value if -2 ** 63 <= value < 2 ** 63 else float(value)
    if not abs(value) < float("inf") or value == 0 and re.search("[1-9]", re.split("[eE]", digits)[0]):
        raise ValueError(f"{digits} is no number, too large, or too small to be told from none")
    return int(value) if -2 ** 63 <= value < 2 ** 63 and value == int(value) else value


def depth(value):
    children = value.values() if isinstance(value, dict) else value
    return 1 + max(map(depth, children), default=0) if isinstance(value, (dict, list)) else 0


def strict_json(data, what):
    if not (data.startswith(b"{") and data.endswith(b"}")):
        raise Bad(f"{what} is not a JSON object")
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=no_key_twice, parse_int=number_from,
                           parse_float=number_from, parse_constant=number_from)
        if data.count(b"{") + data.count(b"[") > DEEPEST_JSON and depth(value) > DEEPEST_JSON:
            raise ValueError("it nests too deeply")
    except (RecursionError, ValueError) as error:
        raise Bad(f"{what} is not strict JSON: {error}") from None
    return value


def same(left, right):
    """Equality of JSON values; Python's own takes true for 1."""
    return json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


def from_record(record):
    """What the record says, as the fields of session.jsonl, and the leaf it continues."""
    fields = Fields(record, "the record")
    if fields.take(5) != b"OPSL1":
        raise Bad("the record has a bad magic or version")
    sequence, milliseconds = fields.number(8), fields.number(8, signed=True)
    fields.take(8 + 16)  # the boot clock and which boot: nothing in a report repeats them
    synchronised, previous = fields.number(1), fields.take(32)
    try:
        kind, actor = fields.string(2).decode("utf-8"), fields.string(2).decode("utf-8")
    except UnicodeDecodeError:
        raise Bad("the type or actor is not UTF-8") from None
    run, body = fields.take(16), fields.string()
    attachments = [{"size": fields.number(8), "commitment": fields.take(32).hex()} for _ in range(fields.number(2))]
    fields.end()
    if (synchronised > 1 or sequence >= 2 ** 63 or not re.fullmatch("[a-z0-9-]{1,64}", kind) or len(body) > BODY_LIMIT
            or any(attachment["size"] > ATTACHMENT_LIMIT for attachment in attachments)
            or not 0 <= milliseconds < 253_402_300_800_000):  # the year 10000
        raise Bad("the record holds a value that the format does not allow")
    utc = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=milliseconds)
    return previous, {"seq": sequence, "utc": utc.isoformat(timespec="milliseconds") + "Z",
                      "clock_synchronised": synchronised == 1, "type": kind, "actor": actor, "run": run.hex(),
                      "body": strict_json(body, "the body"), "attachments": attachments,
                      "leaf": hashlib.sha256(b"\0" + record).hexdigest()}


def read_attachment(said, recorded):
    salt, erased = (said.get("salt"), said.get("erased")) if isinstance(said, dict) else (None, None)
    if (not isinstance(salt, str) or not isinstance(erased, bool) or not re.fullmatch("" if erased else "[0-9a-f]{32}", salt)
            or not same(said, {**recorded, "salt": salt, "erased": erased})):
        raise Bad('its "attachments" is not that of its record')
    return Attachment(recorded["size"], bytes.fromhex(recorded["commitment"]), bytes.fromhex(salt), erased)


def read_entry(line):
    said = strict_json(line, "it")
    record = said.pop("record", None)
    if not isinstance(record, str):
        raise Bad("its record is not base64")
    previous, recorded = from_record(from_base64(record.encode(errors="replace"), "its record"))
    if said.keys() != recorded.keys():
        raise Bad("it has other keys than the format says")
    for key, value in recorded.items():
        if key != "attachments" and not same(said[key], value):
            raise Bad(f'its "{key}" is not that of its record')
    if not isinstance(said["attachments"], list) or len(said["attachments"]) != len(recorded["attachments"]):
        raise Bad('its "attachments" is not that of its record')
    attachments = list(map(read_attachment, said["attachments"], recorded["attachments"]))
    return Entry(recorded["seq"], bytes.fromhex(recorded["leaf"]), previous, recorded["type"], recorded["run"],
                 recorded["body"], attachments)


def lines_of(file, name):
    """Its lines without their line feeds, as they come: many are never in memory together."""
    for line in file:
        if not line.endswith(b"\n"):
            raise Bad(f"{name}: its last line is cut off")
        yield line[:-1]


def read_log(file):
    entries = []
    for line in lines_of(file, LOG):
        try:
            entries.append(read_entry(line))
        except Bad as bad:
            raise Bad(f"{LOG}: line {len(entries) + 1}: {bad.reason}") from None
    return entries


def number(digits):
    if not re.fullmatch(rb"0|[1-9][0-9]{0,18}", digits) or int(digits) >= 2 ** 63:
        raise ValueError("not a number")
    return int(digits)


def read_proof(file):
    lines, texts, items = lines_of(file, PROOF), [], []
    try:
        if next(lines) != b"holdpoint-ledger-proof 1":
            raise Bad(f"{PROOF}: it is not a ledger proof of version 1")
        for word in (b"checkpoint", b"signature"):
            count, = re.fullmatch(word + rb" ([0-9]+)", next(lines)).groups()
            texts.append(b"".join([next(lines) + b"\n" for _ in range(number(count))]))
        for line in lines:
            sequence, digits = re.fullmatch(rb"(?:entry ([0-9]+))? ([0-9a-f]{64})", line).groups()
            if sequence:
                items.append((number(sequence), bytes.fromhex(digits.decode()), bytearray()))
                continue
            items[-1][2].extend(bytes.fromhex(digits.decode()))  # the path: hashes, one behind the other
            if len(items[-1][2]) > 32 * LONGEST_PATH:
                raise ValueError("the path is too long")
    except (AttributeError, ValueError, IndexError, StopIteration):
        raise Bad(f"{PROOF}: after {len(items)} entries it is not what the format says") from None
    return Proof(*texts, *read_checkpoint(texts[0]), items)


def read_checkpoint(text):
    try:
        origin, size, root = text.split(b"\n")[:3]
        root = from_base64(root, "the root")
        if (len(text) > CHECKPOINT_LIMIT or text.count(b"\n") < 3 or not origin or origin.startswith(b"\xef\xbb\xbf")
                or len(root) != 32):
            raise ValueError("not three lines")
        return origin.decode("utf-8"), number(size), root
    except (ValueError, Bad):
        raise Bad(f"{PROOF}: this is no ledger checkpoint") from None


def tree_root(leaf, index, size, path):
    """RFC 6962, 2.1.1 read backwards: the root of the tree of this size in which the leaf stands at this index."""
    if size <= 1 or not path:
        return leaf if size == 1 and index == 0 and not path else None
    left_size = 1 << ((size - 1).bit_length() - 1)  # the largest power of two below size
    if index < left_size:
        left, right = tree_root(leaf, index, left_size, path[:-1]), path[-1]
    else:
        left, right = path[-1], tree_root(leaf, index - left_size, size - left_size, path[:-1])
    return hashlib.sha256(b"\1" + left + right).digest() if left and right else None


def check_entries(proof, entries):
    """They are those of the proof, in their order, and of one run."""
    if len(proof.items) != len(entries):
        raise Bad(f"the proof is for {len(proof.items)} entries, the session log has {len(entries)}")
    before = None
    for (sequence, leaf, path), entry in zip(proof.items, entries):
        if (sequence, leaf) != (entry.sequence, entry.leaf):
            raise Bad("the record is not the one the proof is for", entry.sequence)
        if before and entry.sequence <= before.sequence:
            raise Bad("the entries are out of order", entry.sequence)
        if before and entry.sequence == before.sequence + 1 and entry.previous != before.leaf:
            raise Bad("the entry does not continue the one before it", entry.sequence)
        if tree_root(leaf, sequence, proof.size, [path[at:at + 32] for at in range(0, len(path), 32)]) != proof.root:
            raise Bad("the entry is not in the ledger of this checkpoint", entry.sequence)
        before = entry
    if not entries or entries[0].type != "run-started":
        raise Bad("the session log does not begin with the start of a run")
    for entry in entries:
        if entry.run != entries[0].run:
            raise Bad("the entry is of another run", entry.sequence)


def erased_ranges(entry):
    """The sequences that a record of an erasure names, all before it; none where it is not one."""
    ranges, previous, said = [], -1, entry.body.get("entries")
    for pair in said if entry.type == "erased" and isinstance(said, list) else []:
        first, last = (pair + [None, None])[:2] if isinstance(pair, list) else (None, None)
        if {type(first), type(last)} != {int} or not previous < first <= last < entry.sequence:
            return []
        ranges.append((first, last))
        previous = last
    return ranges


def unnamed_erasure(entries):
    """The first entry of which bytes are missing that no later entry calls erased, or None; and whether that is bad."""
    missing = [entry.sequence for entry in entries if any(attachment.erased for attachment in entry.attachments)]
    for first, last in (pair for entry in entries for pair in erased_ranges(entry)):
        del missing[bisect.bisect_left(missing, first):bisect.bisect_right(missing, last)]
    is_kept = any(entry.type == "erased" for entry in entries) or entries[0].body.get("erasures") == "recorded"
    return (missing[0], is_kept) if missing else (None, False)


def commits_to(attachment, data):
    return len(data) == attachment.size and hashlib.sha256(attachment.salt + data).digest() == attachment.commitment


def check_recording(file, name, entries):
    """A header line, then the pieces of the entries that were not erased."""
    foreign = f"{name} is not what the ledger's entries commit to"
    while not (header := file.readline(MIB)).endswith(b"\n"):
        if not header:
            raise Bad(foreign, entries[0].sequence)
    for entry in (entry for entry in entries if not entry.attachments[0].erased):
        piece = file.read(entry.attachments[0].size)
        if not commits_to(entry.attachments[0], piece) or (piece and not piece.endswith(b"\n") and file.read(1) != b"\n"):
            raise Bad(foreign, entry.sequence)
    if file.read(1):
        raise Bad(foreign, entries[-1].sequence)


def check_attachments(report, entries):
    """The source and the recordings are what the entries commit to, and there are no others."""
    start, panes, vouched = entries[0], {}, set()
    if start.attachments and not start.attachments[0].erased:
        try:
            if not commits_to(start.attachments[0], report.read(RUNBOOK)):
                raise Bad(f"{RUNBOOK} is not the source the run was started with")
        except Bad as bad:
            raise Bad(bad.reason, start.sequence) from None
        vouched.add(RUNBOOK)
    for entry in entries:
        if entry.type == "output" and entry.attachments:
            pane = entry.body.get("pane")
            panes.setdefault(pane if isinstance(pane, str) else "", []).append(entry)
    for count, pieces in enumerate(panes.values(), 1):
        name = f"terminal-{count}.cast"
        with report.open(name) as file:
            check_recording(file, name, pieces)
        vouched.add(name)
    for name in report.names():
        if (name == RUNBOOK or (name.startswith("terminal-") and name.endswith(".cast"))) and name not in vouched:
            raise Bad(f"no entry commits to {name}")


def listed_in(report):
    """What its manifest lists; nothing where it cannot be read."""
    try:
        return read_manifest(report.read(MANIFEST))
    except Bad:
        return {}


def judge_root(verdict, report, proof, manifest, allowed):
    """Who vouches for the root, now that everything below it fits."""
    own = signed_by(proof.signature, "ledger-checkpoint@holdpoint", proof.checkpoint, allowed) if proof.signature else NOBODY
    verdict.update(checkpoint_signer=own.signer, checkpoint_fingerprint=own.fingerprint)
    if own.by in ACCEPTED or (manifest.by in ACCEPTED and file_state(report, PROOF, listed_in(report).get(PROOF))[0] == "intact"):
        verdict["verdict"] = "good"
    else:
        verdict.update(verdict="unknown", reason="the entries fit the checkpoint, but no accepted signature stands over it")


def ledger_verdict(report, manifest, allowed):
    verdict = {"verdict": "bad", "origin": "", "size": 0, "root": "", "entries": 0, "entries_between": 0, "first_bad": None,
               "checkpoint_signer": "", "checkpoint_fingerprint": "", "reason": ""}
    if is_pseudonymous(listed_in(report)):
        return {**verdict, "verdict": "unknown",
                "reason": "the report is pseudonymous: it holds no records of the ledger, so nothing is proven by it"}
    try:
        with report.open(PROOF) as file:
            proof = read_proof(file)
        verdict.update(origin=proof.origin, size=proof.size, root=proof.root.hex())
        with report.open(LOG) as file:
            entries = read_log(file)
        verdict["entries"] = len(entries)
        check_entries(proof, entries)
        unnamed, is_bad = unnamed_erasure(entries)
        if is_bad:
            raise Bad("bytes of the entry are missing, and no later entry says that they were erased", unnamed)
        check_attachments(report, entries)
        verdict["entries_between"] = entries[-1].sequence - entries[0].sequence + 1 - len(entries)
        judge_root(verdict, report, proof, manifest, allowed)
        if unnamed is not None and verdict["verdict"] == "good":
            verdict["reason"] = f"bytes of entry {unnamed} are missing, and the run is older than the entries that say who erased what"
    except Bad as bad:
        verdict.update(reason=bad.reason, first_bad=bad.entry)
    return verdict


# ---- 5. What a report may have besides: a time stamp (RFC 3161), signatures by certificate (CMS). openssl judges them. ----

UNASKED = "it fits, but no authorities were given to tell whose {} it is"
Certified = collections.namedtuple("Certified", "standing subject fingerprint reason")  # standing: good, unknown, bad
DIGESTS = {bytes.fromhex("6086480165030402" + place): name for place, name in (("01", "sha256"), ("02", "sha384"), ("03", "sha512"))}


def der_item(fields):
    """The next value: its tag and its content."""
    tag, size = fields.number(1), fields.number(1)
    if size == 0x80 or size > 0x84:
        raise Bad("its length is none of DER")
    return tag, fields.take(fields.number(size & 0x7F) if size > 0x80 else size)


def der_items(data):
    """All the values, one behind the other."""
    fields, items = Fields(data, "the DER"), []
    while fields.at < len(data):
        items.append(der_item(fields))
    return items


def der_size(data):
    """Of the sequence the bytes begin with, its header included."""
    fields = Fields(data, "the DER")
    return fields.at if der_item(fields)[0] == 0x30 else 0


def may_sign(certificate):
    """Whether its key usage, where it has one, is to sign: nothing that a certificate says in words is asked."""
    (_, whole), = der_items(certificate)
    extensions = [content for tag, content in der_items(der_items(whole)[0][1]) if tag == 0xA3]
    parts = [der_items(part) for extension in extensions for _, part in der_items(der_items(extension)[0][1])]
    usages = [der_items(part[-1][1])[0][1] for part in parts if part[0][1] == b"\x55\x1d\x0f"]
    return all(len(bits) > 1 and bits[1] & 0xC0 for bits in usages)


class OpenSsl(tempfile.TemporaryDirectory):
    """Calls of openssl in a folder with these files."""

    def __init__(self, files):
        super().__init__(prefix="verify-report-")
        for name, data in files.items():
            self.path(name).write_bytes(data)

    def __enter__(self):
        return self

    def path(self, name):
        return pathlib.Path(self.name, name)

    def __call__(self, call):
        """Whether it was content, and what it said."""
        done = subprocess.run(["openssl", *call.split()], capture_output=True, timeout=120, cwd=self.name)
        return done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace").strip()

    def signer(self):
        """Subject, fingerprint and whether it may sign: of the only certificate in the file that cms -signer wrote."""
        certificates = self.path("signer.pem").read_bytes().split(b"-----BEGIN CERTIFICATE-----")[1:]
        if len(certificates) != 1:
            raise Bad("it has not exactly one signer")
        der = base64.b64decode(certificates[0].partition(b"-----")[0])
        _, said = self("x509 -in signer.pem -noout -subject -nameopt RFC2253,-esc_msb")
        return said.partition("\n")[0][len("subject="):], hashlib.sha256(der).hexdigest(), may_sign(der)


def read_stamp(response, content):
    """Name of the hash, the hash, the time: of a token's content; the response that it came in says that it was granted."""
    try:
        status = der_items(der_items(der_items(response)[0][1])[0][1])[0]
        version, _, (_, imprint), _, (kind, time), *_ = der_items(der_items(content)[0][1])
        (_, algorithm), (_, stamped) = der_items(imprint)
        second = re.fullmatch(rb"(\d{14})(?:\.\d+)?Z", time)[1].decode()
        if status in ((2, b"\0"), (2, b"\1")) and version == (2, b"\1") and kind == 0x18:
            return DIGESTS[der_items(algorithm)[0][1]], stamped, datetime.datetime.strptime(second, "%Y%m%d%H%M%S")
    except (IndexError, KeyError, TypeError, ValueError):
        pass
    raise Bad("this is no time stamp over a strong hash")


def judge_stamp(response, data, authorities):
    with OpenSsl({"tsr": response, "data": data, "authorities": authorities or b""}) as openssl:
        if der_size(response) != len(response) or not openssl("ts -reply -in tsr -token_out -out token")[0]:
            raise Bad("this is no time stamp")
        if not openssl("cms -verify -noverify -binary -inform DER -in token -signer signer.pem -out content")[0]:
            raise Bad("the time stamp's signature does not fit")
        digest, stamped, time = read_stamp(response, openssl.path("content").read_bytes())
        if stamped != hashlib.new(digest, data).digest():
            raise Bad("the time stamp is over other bytes")
        verdict = {"verdict": "unknown", "time": time.isoformat(timespec="milliseconds") + "Z", "authority": openssl.signer()[0],
                   "reason": UNASKED.format("word")}
        if authorities is not None:
            seconds = int(time.replace(tzinfo=datetime.timezone.utc).timestamp())
            good, complaint = openssl(f"ts -verify -in tsr -data data -CAfile authorities -auth_level 2 -attime {seconds}")
            verdict.update(verdict="good" if good else "bad", reason="" if good else complaint)
        return verdict


def timestamp_verdict(report, authorities):
    verdict = {"verdict": "absent", "covers": "", "time": "", "authority": "", "reason": ""}
    try:
        name = next((name for name in STAMPS if name in report.names()), None)
        if name:
            verdict["covers"] = name[:-len(".tsr")]
            verdict.update(judge_stamp(report.read(name), report.read(verdict["covers"]), authorities))
        elif authorities is not None:
            raise Bad("the report has no time stamp")
    except Bad as bad:
        verdict.update(verdict="bad", reason=bad.reason)
    return verdict


def are_sound(lists):
    """Whether each list of revoked certificates in the PEM can be read, and says until when it is current."""
    found = re.findall(b"^" + REVOKED + b".*?^-----END X509 CRL-----", lists, re.DOTALL | re.MULTILINE)
    with OpenSsl({str(place): each + b"\n" for place, each in enumerate(found)}) as openssl:
        said = [openssl(f"crl -in {place} -noout -nextupdate") for place in range(len(found))]
    return len(found) == lists.count(REVOKED) and all(is_read and "=NONE" not in words for is_read, words in said)


def certified_by(cms, content, authorities):
    if der_size(cms) != len(cms):
        raise Bad("it is no CMS signature")
    with OpenSsl({"cms": cms, "content": content, "authorities": authorities or b""}) as openssl:
        if re.search("^ +d[.]crl:", openssl("cms -cmsout -print -noout -inform DER -in cms")[1], re.MULTILINE):
            raise Bad("it brings its own lists of revoked certificates along")
        call = "cms -verify -binary -inform DER -in cms -content content -out out"
        if not openssl(f"{call} -noverify -signer signer.pem")[0]:
            raise Bad("the signature does not fit")
        subject, fingerprint, may_sign = openssl.signer()
        if authorities is None:
            return Certified("unknown", subject, fingerprint, "")
        rules = "-cades -purpose any -auth_level 2 -no-CApath -no-CAstore" + " -crl_check_all" * (REVOKED in authorities)
        good, complaint = openssl(f"{call} {rules} -CAfile authorities")
        if not may_sign:
            good, complaint = False, "the certificate is not for signing"
        return Certified("good" if good else "bad", subject, fingerprint, "" if good else complaint)


def pdf_signature(pdf):
    """The signature and what it covers, which must be the whole file; None when there is none."""
    marks = pdf.count(b"/ByteRange")
    if marks == 0:
        return None
    if marks > 1:
        raise Bad("it was changed after signing: there is more than one signature in it")
    ranges = re.search(rb"/ByteRange[ \r\n\t]*\[([ \r\n\t0-9]{0,90})\]", pdf)
    try:
        start, before, resume, after = map(number, ranges[1].split())
    except (TypeError, ValueError):
        raise Bad("its signature does not say what it covers") from None
    if start != 0 or not before <= resume <= resume + after <= len(pdf):
        raise Bad("its signature covers bytes that are not there")
    if resume + after < len(pdf):
        raise Bad("it was changed after signing: the signature covers less than the whole file")
    digits = re.fullmatch(rb"<((?:[0-9a-fA-F]{2})+)>", pdf[before:resume])
    cms = bytes.fromhex(digits[1].decode()) if digits else b""
    size = der_size(cms)
    if not 0 < size <= len(cms) or cms[size:].strip(b"\0"):
        raise Bad("its signature leaves out more than itself")
    return cms[:size], pdf[:before] + pdf[resume:]


def certified_parts(report, name):
    """The signature by certificate that is over a file, and what it covers; None when there is none."""
    if name == MANIFEST:
        return (report.read(CERTIFICATE_SIGNATURE), report.read(MANIFEST)) if CERTIFICATE_SIGNATURE in report.names() else None
    pdf = report.read(PDF) if PDF in report.names() else b""
    if len(pdf) > SIGNED_PDF_LIMIT:
        raise Bad(f"larger than {SIGNED_PDF_LIMIT} bytes")
    return pdf_signature(pdf)


def certificate_verdict(report, authorities):
    verdict = {"verdict": "absent", "covers": [], "signer": "", "fingerprint": "", "reason": ""}
    complaints = []
    for name in (MANIFEST, PDF):
        try:
            found = (parts := certified_parts(report, name)) and certified_by(*parts, authorities)
        except Bad as bad:
            complaints.append(f"{name}: {bad.reason}")
            continue
        if found:
            if verdict["fingerprint"] not in ("", found.fingerprint):
                complaints.append(f"{name}: another certificate signed it")
            if found.standing == "bad":
                complaints.append(f"{name}: {found.reason}")
            verdict.update(verdict=found.standing, covers=[*verdict["covers"], name], signer=found.subject,
                           fingerprint=found.fingerprint)
    if verdict["covers"] == [PDF] and not complaints:
        complaints.append("the manifest's signature by certificate is missing")
    if verdict["verdict"] == "absent" and not complaints and authorities is not None:
        complaints.append("no certificate signed the report")
    if complaints:
        verdict.update(verdict="bad", reason=complaints[0])
    elif verdict["verdict"] == "unknown":
        verdict["reason"] = UNASKED.format("signature")
    return verdict


# ---- 6. The answer. ----

def source_of(path, opened):
    try:
        if os.path.isdir(path):
            folder = Folder(path)
            opened.callback(os.close, folder.descriptor)
            return folder
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Bad("it is neither a folder nor a zip")
        return Zip(opened.enter_context(open(path, "rb")))
    except Bad as bad:
        return Unopened(bad.reason)


def verify(path, allowed=None, authorities=None, stampers=None):
    """The verdicts over a report; `allowed` is what an allowed_signers file holds, the others are PEM; each may be None."""
    with contextlib.ExitStack() as opened:
        report = Report(source_of(path, opened))
        manifest = manifest_signature(report, allowed)
        return {"signature": signature_verdict(manifest, allowed), "completeness": completeness_verdict(report),
                "ledger": ledger_verdict(report, manifest, allowed), "timestamp": timestamp_verdict(report, stampers),
                "certificate": certificate_verdict(report, authorities)}


def visible(text):
    """Names and reasons come from the report; none of them may steer the terminal."""
    return "".join(c if c.isprintable() else f"<{ord(c):02X}>" for c in text)


def in_words(verdicts):
    lines = []
    for part, verdict in verdicts.items():
        lines.append(f"{part}: {verdict['verdict']}" + (f": {verdict['reason']}" if verdict["reason"] else ""))
        if verdict.get("signer"):
            lines.append("  " + ", ".join(verdict.get("covers", [])) + " signed by "[not verdict.get("covers"):] + verdict["signer"])
        if verdict.get("time"):
            lines.append(f"  {verdict['covers']} existed at {verdict['time']}, says {verdict['authority']}")
        lines += [f"  {file['name']}: {file['state']}" for file in verdict.get("files", []) if file["state"] != "intact"]
    return "".join(visible(line).encode(errors="backslashreplace").decode() + "\n" for line in lines)


def main():
    parser = argparse.ArgumentParser(description="Checks a Holdpoint session report without Holdpoint.")
    parser.add_argument("report", metavar="REPORT", help="the report's folder, or the .zip of it")
    parser.add_argument("--allowed-signers", metavar="FILE", help="the keys you accept, see ssh-keygen(1)")
    parser.add_argument("--ca", metavar="FILE", help="the authorities (PEM) whose certificates you accept")
    parser.add_argument("--crl", metavar="FILE", help="what the authorities of --ca have revoked (PEM)")
    parser.add_argument("--tsa-ca", metavar="FILE", help="the authorities (PEM) whose time stamps you accept")
    parser.add_argument("--json", action="store_true", help="the verdicts as one JSON object")
    arguments = parser.parse_args()
    try:
        files = (arguments.allowed_signers, arguments.ca, arguments.crl, arguments.tsa_ca)
        allowed, authorities, revoked, stampers = (file and pathlib.Path(file).read_bytes() for file in files)
        if arguments.crl and (authorities is None or not 0 < revoked.count(REVOKED) == revoked.count(b"-----BEGIN")):
            parser.error("--crl needs --ca, and a file with lists of revoked certificates (PEM) and nothing else")
        if authorities is not None and not are_sound(authorities := authorities + b"\n" + (revoked or b"")):
            parser.error("a list of revoked certificates is damaged, or does not say until when it is current")
        verdicts = verify(arguments.report, allowed, authorities, stampers)
        sys.stdout.write(json.dumps(verdicts, indent=4) + "\n" if arguments.json else in_words(verdicts))
        sys.stdout.flush()
    except (OSError, subprocess.TimeoutExpired, MemoryError) as error:
        print(f"verify-report.py: no verdict: {visible(str(error) or 'not enough memory')}", file=sys.stderr)
        return 2
    words = [verdict["verdict"] for verdict in verdicts.values()]
    return 0 if words[:3] == ["good"] * 3 and "bad" not in words else 1


if __name__ == "__main__":
    sys.exit(main())
