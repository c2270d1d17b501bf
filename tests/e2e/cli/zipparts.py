# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A zip in its parts, put together again as no program for zips would do it (APPNOTE.TXT, 4.3)."""

import io
import struct
import zipfile
import zlib

END = b"PK\x05\x06"


class Zip:
    """The files of a zip as bytes, and the index and count of them; `place` is where the first of them will lie."""

    def __init__(self, files, method=zipfile.ZIP_STORED, place=0):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        whole = packed.getvalue()
        self.count, size, begin = struct.unpack_from("<HII", whole, whole.rindex(END) + 10)
        self.files, self.index = whole[:begin], bytearray(whole[begin:begin + size])
        for at in self.lines():
            offset, = struct.unpack_from("<I", self.index, at + 42)
            struct.pack_into("<I", self.index, at + 42, offset + place)

    def lines(self):
        """Where in the index each file begins."""
        at = 0
        while at < len(self.index):
            yield at
            at += 46 + sum(struct.unpack_from("<3H", self.index, at + 28))

    def end(self, begin, comment=b"", count=None, disk=0):
        """The end record for an index that begins there."""
        count = self.count if count is None else count
        return struct.pack("<4sHHHHIIH", END, disk, disk, count, count, len(self.index), begin, len(comment)) + comment

    def whole(self, comment=b""):
        return self.files + self.index + self.end(len(self.files), comment)


class Line:
    """What a zip says of a file: in the index, and with the changes of `own` before its bytes; behind them, with bit 3."""

    def __init__(self, name, data, stream=None, own=(), **told):
        self.bytes = data if stream is None else stream
        self.told = {"version": 20, "flags": 0, "method": 0, "time": 0x5000, "date": 0x5A21, "sum": zlib.crc32(data),
                     "packed": len(self.bytes), "size": len(data), "name": name, "extra": b"", "comment": b"", "disk": 0,
                     "attributes": 0o100644 << 16, **told}
        self.own = {**self.told, **dict(own)}

    @staticmethod
    def fields(told):
        named = [told[key] for key in ("version", "flags", "method", "time", "date", "sum", "packed", "size")]
        return struct.pack("<5H3I2H", *named, len(told["name"]), len(told["extra"]))

    def header(self):
        return b"PK\x03\x04" + self.fields(self.own) + self.own["name"] + self.own["extra"]

    def behind(self):
        sizes = [self.told[key] for key in ("sum", "packed", "size")]
        return b"PK\x07\x08" + struct.pack("<3I", *sizes) if self.told["flags"] & 8 else b""

    def in_index(self, place):
        told = self.told
        rest = struct.pack("<3H2I", len(told["comment"]), told["disk"], 0, told["attributes"], place)
        return b"PK\x01\x02\x14\x03" + self.fields(told) + rest + told["name"] + told["extra"] + told["comment"]


def zip_of(lines):
    files = index = b""
    for line in lines:
        index += line.in_index(len(files))
        files += line.header() + line.bytes + line.behind()
    return files + index + struct.pack("<4sHHHHIIH", END, 0, 0, len(lines), len(lines), len(index), len(files), 0)


def extra(tag, data=b""):
    return struct.pack("<HH", tag, len(data)) + data


def deflated(data, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
