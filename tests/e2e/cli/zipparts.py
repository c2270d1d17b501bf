# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""A zip in its parts, put together again as no program for zips would do it (APPNOTE.TXT, 4.3)."""

import io
import struct
import zipfile

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
